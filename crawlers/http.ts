// Http: the one door to the network. Whoever fetches goes through robots.txt, the host's gap, the address check, the size
// and time caps and the ledger; there is no way around them.
import { FetchFailure } from '../src/errors.ts'
import type { Source } from '../src/model/source.ts'
import { acceptedEncodings } from './body.ts'
import { toTarget } from './connect.ts'
import type { ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'
import type { Exchange } from './exchange.ts'
import { follow } from './redirects.ts'
import { createRobotsCache, type FindRules, robotsMaxBytes } from './robots-cache.ts'
import { createSender, type Errand, type Sender, type SenderOptions } from './send.ts'
import { conditionalHeaders, readMaxAge, readValidators } from './validators.ts'

export type DoorOptions = SenderOptions & {
  /** Honest: `LangNgheBot/0.1 (+address; contact)`. What stands before the first "/" is our name in robots.txt. */
  readonly userAgent: string
}

export type Door = {
  /** The door with one source's politeness; throws `FetchFailure`, or the signal's reason once it is aborted. */
  readonly bind: (source: Source, signal: AbortSignal) => ConnectorContext['fetch']
  /** Sitemaps that a site names in its robots.txt, which is asked for only where it is not known yet. */
  readonly findSitemaps: (source: Source, address: string, signal: AbortSignal) => Promise<readonly string[]>
  /**
   * Sends a form to a WebSub hub that a feed names, the one thing that is ever posted. Resolves with the status. Throws
   * `FetchFailure` where no answer came, and the signal's reason.
   */
  readonly postForm: (source: Source, address: string, form: URLSearchParams, signal: AbortSignal) => Promise<number>
  /** Breaks off what is under way. */
  readonly close: () => Promise<void>
}

type Parts = {
  readonly sender: Sender
  readonly findRules: FindRules
  /** Judges an address before it is asked. */
  readonly target: (address: string, base: URL | null) => URL
  /** Headers of every request. */
  readonly standing: Readonly<Record<string, string>>
  readonly closing: AbortSignal
}

/** Opens the door. One a process: the pause between requests to a host is kept here. */
export function createDoor(options: DoorOptions): Door {
  const closing = new AbortController()
  const sender = createSender(options)
  const parts: Parts = {
    sender,
    findRules: createRobotsCache(/^[^/\s]*/.exec(options.userAgent)?.[0] ?? '', options.now),
    target: (address, base) => toTarget(address, base, options.loopbackAllowed),
    standing: {
      'user-agent': options.userAgent,
      'accept-language': 'vi, en;q=0.7, *;q=0.5',
      'accept-encoding': acceptedEncodings,
    },
    closing: closing.signal,
  }
  return {
    bind(source, signal) {
      const round = AbortSignal.any([signal, closing.signal])
      return async (request) => {
        const either = request.signal ? AbortSignal.any([round, request.signal]) : round
        either.throwIfAborted()
        try {
          return await fetchPage(parts, source, request, either)
        } catch (error) {
          either.throwIfAborted()
          throw error
        }
      }
    },
    async findSitemaps(source, address, signal) {
      const { origin } = parts.target(address, null)
      return (await parts.findRules(origin, (robots) => loadRobots(parts, source, robots), signal)).sitemaps
    },
    async postForm(source, address, form, signal) {
      const { status, failure } = await sender.send({
        source,
        url: parts.target(address, null),
        // The feed offers this address for just that.
        robots: 'unknown',
        crawlDelayMs: null,
        headers: { ...parts.standing, 'content-type': 'application/x-www-form-urlencoded' },
        maxBytes: 0,
        isCut: true,
        signal: AbortSignal.any([signal, closing.signal]),
        form: form.toString(),
      })
      if (status === null) throw failure
      return status
    },
    async close() {
      closing.abort()
      await sender.close()
    },
  }
}

async function fetchPage(
  parts: Parts,
  source: Source,
  request: DoorRequest,
  signal: AbortSignal,
): Promise<DoorResponse> {
  const { sender, findRules, target, standing } = parts
  const asked = { ...standing, accept: request.accept ?? '*/*', ...conditionalHeaders(request.validators) }
  const own = URL.parse(request.url)?.origin
  const { maxBytes } = source.politeness
  const { url, exchange } = await follow(request.url, target, async (url) => {
    const rules = await findRules(url.origin, (address) => loadRobots(parts, source, address), signal)
    const isAllowed = rules.isAllowed(url)
    const robots = isAllowed ? 'allowed' : 'denied'
    const { crawlDelayMs } = rules
    // A token is for the site it was given for; our own name stays above whatever a connector asks for.
    const headers = url.origin === own ? { ...request.headers, ...asked } : asked
    const errand: Errand = { source, url, robots, crawlDelayMs, headers, maxBytes, isCut: false, signal }
    if (isAllowed) return sender.send(errand)
    sender.recordDenied(errand)
    throw new FetchFailure('robots_denied', `${url.host} does not want this page to be read by programs (robots.txt)`)
  })
  if (exchange.failure) throw exchange.failure
  return toResponse(url, exchange, request)
}

/** For all who wait for it, so no single caller's signal breaks it off. */
async function loadRobots(parts: Parts, source: Source, address: string): Promise<Exchange> {
  const { exchange } = await follow(address, parts.target, (url) =>
    parts.sender.send({
      source,
      url,
      robots: 'unknown',
      crawlDelayMs: null,
      headers: { ...parts.standing, accept: 'text/plain, */*;q=0.1' },
      maxBytes: robotsMaxBytes,
      isCut: true,
      signal: parts.closing,
    }),
  )
  return exchange
}

function toResponse(url: URL, { status, headers, bytes }: Exchange, request: DoorRequest): DoorResponse {
  const sent = request.validators
  const wasConditional = Boolean(sent?.etag || sent?.lastModified)
  if (status !== 200 && !(status === 304 && wasConditional))
    throw new FetchFailure('bad_response', `${url.host} answered ${status}, which fits no question of ours`)
  return {
    status,
    url: url.href,
    contentType: headers['content-type'] ?? null,
    link: headers.link ?? null,
    bytes,
    validators: readValidators(headers, status === 304 ? sent : null),
    maxAgeMs: readMaxAge(headers['cache-control']),
  }
}
