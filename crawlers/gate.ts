// Gate: one request at a time to a host, and a pause before the next one, whichever sources and rounds ask.
import { setTimeout as sleep } from 'node:timers/promises'
import { FetchFailure } from '../src/errors.ts'

/** Several processes share a gate by putting a table behind this type. */
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

type Host = { line: Promise<void>; inLine: number; endedAtMs: number; heldUntilMs: number }

/** Longer than this nobody waits inside a round for a host that asked for quiet; the round goes on without it. */
const holdPatienceMs = 30_000
/** Nor for the next turn, where robots.txt asks for hours between two requests. */
const gapPatienceMs = 600_000
const rememberedHosts = 2000

/** A gate for one process. The clock is monotonic, so that a changed system time neither opens nor locks it. */
export function createGate(clock: () => number = () => performance.now()): HostGate {
  const hosts = new Map<string, Host>()

  function find(name: string): Host {
    const known = hosts.get(name)
    if (known) return known
    if (hosts.size >= rememberedHosts) forgetIdle(hosts, clock())
    const host = { line: Promise.resolve(), inLine: 0, endedAtMs: Number.NEGATIVE_INFINITY, heldUntilMs: 0 }
    hosts.set(name, host)
    return host
  }

  return {
    async enter(name, gapMs, signal) {
      const host = find(name)
      const { promise: turnOver, resolve: endTurn } = Promise.withResolvers<void>()
      const turn = host.line
      host.line = turn.then(() => turnOver)
      host.inLine++
      const leave = (): void => {
        host.inLine--
        endTurn()
      }
      try {
        await unlessAborted(turn, signal)
        await waitOut(name, host, gapMs, clock, signal)
      } catch (error) {
        leave()
        throw error
      }
      return async () => {
        host.endedAtMs = clock()
        leave()
      }
    },
    async hold(name, forMs) {
      const host = find(name)
      host.heldUntilMs = Math.max(host.heldUntilMs, clock() + forMs)
    },
  }
}

async function waitOut(name: string, host: Host, gapMs: number, clock: () => number, signal: AbortSignal) {
  for (;;) {
    // Looked at again after each wait: timers may come early, and another answer may have asked for more quiet.
    const heldMs = host.heldUntilMs - clock()
    const waitMs = Math.max(heldMs, host.endedAtMs + gapMs - clock())
    if (waitMs <= 0) return
    if (heldMs > holdPatienceMs || waitMs > gapPatienceMs)
      throw new FetchFailure(
        'rate_limited',
        `${name} wants to be asked again in ${Math.ceil(waitMs / 1000)} seconds`,
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

function forgetIdle(hosts: Map<string, Host>, nowMs: number): void {
  for (const [name, host] of hosts)
    if (host.inLine === 0 && host.heldUntilMs < nowMs && host.endedAtMs + gapPatienceMs < nowMs) hosts.delete(name)
}
