// Workers: take a job, do it, take the next. A job that fails waits longer each time; a job whose holder dies comes back.
import { nameOf } from '../errors.ts'
import type { Job, JobKind } from '../model/job.ts'
import type { Queue } from '../store/queue.ts'

export type Handlers = {
  readonly [K in JobKind]: (job: Extract<Job, { kind: K }>, signal: AbortSignal) => Promise<void>
}

export type WorkOptions = {
  readonly queue: Queue
  readonly handlers: Handlers
  readonly concurrency: number
  readonly now: () => Date
  readonly signal: AbortSignal
  /** Called with the job's id and what went wrong. */
  readonly onError: (job: Job, error: unknown) => void
  /** True ends the workers when nothing is due; otherwise they wait for more. */
  readonly untilEmpty: boolean
}

const leaseMs = 60_000
const idleMs = 500
const retryMs = 30_000

/** Runs until the signal, or until nothing is due. Jobs in hand are finished first. */
export async function work(options: WorkOptions): Promise<void> {
  await Promise.all(Array.from({ length: options.concurrency }, () => workAlone(options)))
}

async function workAlone(options: WorkOptions): Promise<void> {
  const kinds = Object.keys(options.handlers) as JobKind[]
  while (!options.signal.aborted) {
    const job = await options.queue.take(kinds, leaseMs, options.now())
    if (job) await doJob(job, options)
    else if (options.untilEmpty) return
    else await idle(options.signal)
  }
}

async function doJob(job: Job, { queue, handlers, now, signal, onError }: WorkOptions): Promise<void> {
  const heartbeat = setInterval(() => void queue.extend(job, leaseMs, now()), leaseMs / 3)
  try {
    const handler = handlers[job.kind] as (job: Job, signal: AbortSignal) => Promise<void>
    await handler(job, signal)
    await queue.complete(job)
  } catch (error) {
    if (signal.aborted) {
      await queue.release(job)
      return
    }
    onError(job, error)
    await queue.fail(job, nameOf(error), retryMs * 2 ** job.attempts, now())
  } finally {
    clearInterval(heartbeat)
  }
}

function idle(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, idleMs)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
