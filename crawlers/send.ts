// Send: one request in its turn at the host, with a line in the ledger.
import type { LookupFunction } from 'node:net'
import { FetchFailure } from '../src/errors.ts'
import type { FetchRecord } from '../src/model/capture.ts'
import type { HostTurns } from '../src/model/host-turns.ts'
import type { Source } from '../src/model/source.ts'
import { isChallengePage } from './challenge.ts'
import { createAgents } from './connect.ts'
import { type Exchange, exchange } from './exchange.ts'
import { readRetryAfter, statusFailure } from './fetch-failure.ts'
import { createGate } from './gate.ts'

export type SenderOptions = {
  readonly now: () => Date
  /** Shared by all processes that ask from one address; by default this process keeps its own. */
  readonly turns?: HostTurns
  /** `URL.host` values on this machine that configuration names; every other private address is refused. */
  readonly loopbackAllowed: ReadonlySet<string>
  /** Least pause between two requests to a host of the internet, whatever a source asks; 5 seconds if not said. */
  readonly minGapMs?: number
  /** Told of each request, and of each one that robots.txt forbade. */
  readonly onFetch?: (sourceId: string, record: FetchRecord) => void
  /** Resolves names; the system's by default. */
  readonly lookup?: LookupFunction | undefined
  /** The office's one way out to the internet, where it has no other. */
  readonly proxy?: string | undefined
}

/** One request on its way out. */
export type Errand = {
  readonly source: Source
  readonly url: URL
  readonly robots: FetchRecord['robots']
  readonly crawlDelayMs: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  /** Cut at the cap instead of failing. */
  readonly isCut: boolean
  readonly signal: AbortSignal
  /** Posted; everything else is only asked for. */
  readonly form?: string
}

export type Sender = {
  /** Throws `FetchFailure` (`rate_limited`) where the host's turn is too far away, and the signal's reason. */
  readonly send: (errand: Errand) => Promise<Exchange>
  /** Writes into the ledger what robots.txt forbade and was therefore not sent. */
  readonly recordDenied: (errand: Errand) => void
  readonly close: () => Promise<void>
}

const defaultMinGapMs = 5000

export function createSender(options: SenderOptions): Sender {
  const { now, loopbackAllowed, minGapMs = defaultMinGapMs } = options
  const gate = createGate(options.turns)
  const agents = createAgents({ loopbackAllowed, lookup: options.lookup, proxy: options.proxy })

  function record(errand: Errand, at: Date, result: Pick<FetchRecord, 'status' | 'failure' | 'bytes' | 'elapsedMs'>) {
    const { source, url, robots, crawlDelayMs } = errand
    const shown = source.ownership === 'private' ? url.origin + url.pathname : url.href
    options.onFetch?.(source.id, { at, host: url.host, url: shown, robots, crawlDelayMs, ...result })
  }

  return {
    async send(errand) {
      const { source, url, signal } = errand
      const floorMs = loopbackAllowed.has(url.host) ? 0 : minGapMs
      const gapMs = Math.max(floorMs, source.politeness.gap, errand.crawlDelayMs ?? 0)
      const leave = await gate.enter(url.hostname, gapMs, signal)
      try {
        const at = now()
        const done = judge(
          await exchange(agents.toward(url), url, { ...errand, timeoutMs: source.politeness.timeout }),
          url,
          now(),
        )
        // Before the turn ends, so that the next one in line knows.
        // 429 speaks for the host; a 503 for one address, and its source waits by itself.
        if (done.failure?.code === 'rate_limited' && done.failure.retryAfterMs)
          await gate.hold(url.hostname, done.failure.retryAfterMs)
        const { status, failure, bytesRead: bytes, elapsedMs } = done
        record(errand, at, { status, failure: failure?.code ?? null, bytes, elapsedMs })
        return done
      } finally {
        await leave()
      }
    },
    recordDenied(errand) {
      record(errand, now(), { status: null, failure: 'robots_denied', bytes: 0, elapsedMs: 0 })
    },
    close: agents.close,
  }
}

/** The exchange with what its status means. Redirects and 304 are for others to judge. */
function judge(done: Exchange, url: URL, at: Date): Exchange {
  const { status, headers, bytes } = done
  if (status !== null && isChallengePage(status, headers, bytes))
    return { ...done, failure: new FetchFailure('challenge', `${url.host} asks whether a person is reading (captcha)`) }
  if (done.failure || status === null || status === 200 || (status >= 300 && status < 400)) return done
  const retryAfterMs = status === 429 || status === 503 ? readRetryAfter(headers, at) : null
  return { ...done, failure: statusFailure(status, url.host, retryAfterMs) }
}
