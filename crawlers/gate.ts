// Gate: one request at a time to a host, and a pause before the next one, whichever sources and rounds ask.
import { setTimeout as sleep } from 'node:timers/promises'
import { FetchFailure } from '../src/errors.ts'
import type { HostTurns } from '../src/model/host-turns.ts'
import { createTurns } from './turns.ts'

export type HostGate = {
  /**
   * Waits until it is the caller's turn at the host, first come, first served. Resolves with the function that ends the
   * turn; the body must have been read by then. The gap is counted from the end of the turn before, which is stricter
   * than from its start: a host that answers slowly is asked less often.
   * Throws `FetchFailure` (`rate_limited`) where the wait would be so long that another round is better.
   */
  readonly enter: (host: string, gapMs: number, signal: AbortSignal) => Promise<() => Promise<void>>
  /** Nothing goes to the host for this long: it asked for it (Retry-After). */
  readonly hold: (host: string, forMs: number) => Promise<void>
}

type Line = { last: Promise<void>; length: number }

/** Longer than this nobody waits inside a round for a host that asked for quiet; the round goes on without it. */
const holdPatienceMs = 30_000
/** Nor for the next turn, where robots.txt asks for hours between two requests. */
const gapPatienceMs = 600_000

/** One line a host in this process; whoever is first in it takes the turn from `turns`, which processes may share. */
export function createGate(turns: HostTurns = createTurns()): HostGate {
  const lines = new Map<string, Line>()

  function join(host: string): { before: Promise<void>; leave: () => void } {
    const line = lines.get(host) ?? { last: Promise.resolve(), length: 0 }
    lines.set(host, line)
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = line.last
    line.last = before.then(() => promise)
    line.length++
    const leave = (): void => {
      if (--line.length === 0) lines.delete(host)
      resolve()
    }
    return { before, leave }
  }

  return {
    async enter(host, gapMs, signal) {
      const { before, leave } = join(host)
      try {
        await unlessAborted(before, signal)
        await takeTurn(turns, host, gapMs, signal)
      } catch (error) {
        leave()
        throw error
      }
      return () => turns.end(host).finally(leave)
    },
    hold: turns.hold,
  }
}

async function takeTurn(turns: HostTurns, host: string, gapMs: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    // Asked again after each wait: timers may come early, and another answer may have asked for more quiet.
    const { waitMs, heldMs } = await turns.claim(host, gapMs)
    if (waitMs <= 0) return
    if (heldMs > holdPatienceMs || waitMs > gapPatienceMs)
      throw new FetchFailure(
        'rate_limited',
        `${host} wants to be asked again in ${Math.ceil(waitMs / 1000)} seconds`,
        Math.ceil(waitMs),
      )
    await unlessAborted(sleep(waitMs, undefined, { signal }), signal)
  }
}

/** The promise's result, or the signal's reason as soon as it is aborted. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
