// From what sockets, TLS, compression and status codes say to the closed list of failures, in words without addresses' queries.
import { FetchFailure } from '../src/errors.ts'
import type { FailureCode } from '../src/model/failure.ts'

/** Error codes of Node and undici; the first pattern that matches decides. */
const codes: readonly (readonly [RegExp, FailureCode, string])[] = [
  [/^ADDRESS_REFUSED$/, 'address_refused', 'leads to a private or local address'],
  [
    /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EAI_)/,
    'dns',
    'has no address in the name system, or the name system does not answer',
  ],
  [/TIMEDOUT$|TIMEOUT$/, 'timeout', 'did not answer in time'],
  [
    /^(?:ERR_TLS|ERR_SSL|CERT_|CRL_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/,
    'tls',
    'has no valid certificate, or speaks no TLS',
  ],
  [
    /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR__ERROR|ERR_PADDING)/,
    'bad_response',
    'sent a body whose compression is broken',
  ],
  [/CONTENT_LENGTH/, 'bad_response', 'sent a body of another length than it announced'],
  [
    /^(?:HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED)/,
    'bad_response',
    'sent what is not HTTP',
  ],
]

/** Any error of a request as a `FetchFailure`; one that is already stays as it is. */
export function toFailure(error: unknown, host: string): FetchFailure {
  if (error instanceof FetchFailure) return error
  const code = errorCode(error)
  const [, failure, words] = codes.find(([pattern]) => pattern.test(code)) ?? [
    null,
    'connection' as const,
    'refused or broke the connection',
  ]
  return new FetchFailure(failure, `${host} ${words}`)
}

/** The code of an error, of its cause, or of the first of several tries. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  return inner === undefined ? error.name : errorCode(inner)
}

const statuses: Readonly<Record<number, readonly [FailureCode, string]>> = {
  401: ['forbidden', 'it wants a login'],
  403: ['forbidden', 'we may not read it'],
  404: ['not_found', 'there is no such page'],
  410: ['gone', 'it was taken away for good'],
  429: ['rate_limited', 'we ask too often'],
  451: ['forbidden', 'it is withheld for legal reasons'],
}

/** What a status other than 200 and 304 means. */
export function statusFailure(status: number, host: string, retryAfterMs: number | null): FetchFailure {
  const [code, words] =
    statuses[status] ??
    (status >= 500 ? ['server_error', 'the site has a fault'] : ['bad_response', 'which is no page'])
  return new FetchFailure(code, `${host} answered ${status}: ${words}`, retryAfterMs)
}

/** A site that says "come back in a year" does not know what it says. */
const longestRetryAfterMs = 86_400_000

/**
 * Retry-After in milliseconds, from seconds or an HTTP date; null where it says nothing that can be read. A date is the
 * site's: it counts from the site's own clock, where it says what that shows.
 */
export function readRetryAfter(
  { 'retry-after': value, date }: Readonly<Record<string, string | undefined>>,
  now: Date,
): number | null {
  const text = value?.trim() ?? ''
  const clockMs = Date.parse(date ?? '') || now.getTime()
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - clockMs
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestRetryAfterMs)
}
