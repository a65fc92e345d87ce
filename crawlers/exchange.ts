// Exchange: one request and its answer under one clock. What goes wrong is part of the result, never thrown.
import { type Dispatcher, request } from 'undici'
import { FetchFailure } from '../src/errors.ts'
import { type BodyLimit, readBody } from './body.ts'
import { challengeStatuses } from './challenge.ts'
import { toFailure } from './fetch-failure.ts'

export type ExchangeOptions = BodyLimit & {
  readonly headers: Readonly<Record<string, string>>
  /** Headers and body together. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
  /** Posted instead of a GET. */
  readonly form?: string | undefined
}

export type Exchange = {
  /** Null where no answer came. */
  readonly status: number | null
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Unpacked. Of a refusal only the head, to tell a captcha by; empty for every other status but 200. */
  readonly bytes: Uint8Array
  readonly bytesRead: number
  readonly elapsedMs: number
  readonly failure: FetchFailure | null
}

/** Of an error page only so much is read as tells what it is and lets the connection be used again. */
const errorPage: BodyLimit = { maxBytes: 64 * 1024, isCut: true }

/** Sends one GET, or one form, without following redirects. */
export async function exchange(agent: Dispatcher, url: URL, options: ExchangeOptions): Promise<Exchange> {
  const startedAtMs = performance.now()
  const stop = new AbortController()
  const onAbort = (): void => stop.abort(options.signal.reason)
  const timer = setTimeout(
    () => stop.abort(new FetchFailure('timeout', `${url.host} did not answer within ${options.timeoutMs} ms`)),
    options.timeoutMs,
  )
  options.signal.addEventListener('abort', onAbort, { once: true })
  if (options.signal.aborted) onAbort()
  const soFar = { bytes: 0 }
  const answer: { status: number | null; headers: Record<string, string | undefined>; bytes: Uint8Array } = {
    status: null,
    headers: {},
    bytes: new Uint8Array(),
  }
  let failure: FetchFailure | null = null
  try {
    const response = await request(url, {
      dispatcher: agent,
      headers: options.headers,
      ...(options.form === undefined ? {} : { method: 'POST', body: options.form }),
      signal: stop.signal,
    })
    answer.status = response.statusCode
    answer.headers = joinRepeated(response.headers)
    const packing = answer.headers['content-encoding'] ?? ''
    if (response.statusCode === 200) answer.bytes = await readBody(response.body, packing, options, soFar, url.host)
    // The status is the news; how an error page ends is not.
    else if (challengeStatuses.has(response.statusCode))
      answer.bytes = await readBody(response.body, packing, errorPage, soFar, url.host).catch(() => new Uint8Array())
    else await response.body.dump({ limit: errorPage.maxBytes, signal: stop.signal }).catch(() => {})
  } catch (error) {
    failure = toFailure(stop.signal.aborted ? stop.signal.reason : error, url.host)
  } finally {
    clearTimeout(timer)
    options.signal.removeEventListener('abort', onAbort)
  }
  return { ...answer, bytesRead: soFar.bytes, elapsedMs: Math.round(performance.now() - startedAtMs), failure }
}

function joinRepeated(headers: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
}
