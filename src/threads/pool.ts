// A pool of threads for foreign text: a page that hangs or eats memory costs one thread, never the service.
import { Worker } from 'node:worker_threads'
import { Quarantine } from '../errors.ts'

/** V8 would let each thread's nursery grow to four times as much, and never gives it back. */
const youngMb = 12

export type PoolOptions = {
  readonly script: URL
  readonly size: number
  readonly workerData: unknown
  /** A task that takes longer is given up and its thread replaced. */
  readonly timeoutMs: number
  readonly memoryMb: number
  /** Only a task that has waited for so long starts a further thread; 0 where missing. */
  readonly patienceMs?: number
}

export type Pool<Task, Answer> = {
  /**
   * Rejects with `Quarantine` when the task failed, hung or broke its thread. What is in `transfer` is given away, not
   * copied: it is empty afterwards.
   */
  readonly run: (task: Task, transfer?: readonly ArrayBuffer[]) => Promise<Answer>
  readonly close: () => Promise<void>
}

type Waiting<Task, Answer> = {
  readonly task: Task
  readonly transfer: readonly ArrayBuffer[]
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** Messages from a thread: the answer, or in words what went wrong (never the text itself). */
export type Reply<Answer> = { readonly answer: Answer } | { readonly error: string }

/** Starts threads as they are needed, up to `size`; tasks wait in order. */
export function createPool<Task, Answer>(options: PoolOptions): Pool<Task, Answer> {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const queue: Waiting<Task, Answer>[] = []
  let isClosed = false

  function start(): Worker {
    const worker = new Worker(options.script, {
      workerData: options.workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: options.memoryMb,
        maxYoungGenerationSizeMb: youngMb,
      },
    })
    worker.unref()
    worker.on('exit', () => discard(worker))
    all.add(worker)
    return worker
  }

  function discard(worker: Worker): void {
    all.delete(worker)
    const index = idle.indexOf(worker)
    if (index >= 0) idle.splice(index, 1)
  }

  function next(mayGrow = all.size === 0 || !options.patienceMs): void {
    if (queue.length === 0 || isClosed) return
    const worker = idle.pop() ?? (mayGrow && all.size < options.size ? start() : null)
    const waiting = worker && queue.shift()
    if (worker && waiting) serve(worker, waiting)
  }

  function serve(worker: Worker, { task, transfer, resolve, reject }: Waiting<Task, Answer>): void {
    worker.ref()
    const timer = setTimeout(() => fail(`took longer than ${options.timeoutMs / 1000} s`), options.timeoutMs)
    const release = (): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
    }
    function onMessage(reply: Reply<Answer>): void {
      release()
      idle.push(worker)
      if ('answer' in reply) resolve(reply.answer)
      else reject(new Quarantine(reply.error))
      next()
    }
    const onError = (error: Error): void => fail(`broke its thread (${error.name})`)
    const onExit = (): void => fail('ended its thread')
    function fail(what: string): void {
      release()
      discard(worker)
      void worker.terminate()
      reject(new Quarantine(what))
      next()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task, transfer)
  }

  return {
    run: (task, transfer = []) =>
      new Promise((resolve, reject) => {
        const waiting = { task, transfer, resolve, reject }
        queue.push(waiting)
        next()
        if (options.patienceMs && queue.includes(waiting))
          setTimeout(() => queue.includes(waiting) && next(true), options.patienceMs).unref()
      }),
    async close() {
      isClosed = true
      for (const { reject } of queue.splice(0)) reject(new Quarantine('the program is stopping'))
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}
