// Validators: how a site is asked "only if it changed", and what it says about how long an answer is good for.
import type { Validators } from '../src/model/capture.ts'

type Headers = Readonly<Record<string, string | undefined>>

/** What a header may carry: printable ASCII. A site's odd ETag must not break our next request. */
const sendable = /^[\x20-\x7e]{1,1000}$/

/** If-None-Match and If-Modified-Since; empty where nothing is known. */
export function conditionalHeaders(validators: Validators | null | undefined): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  }
}

/** Validators of an answer; a 304 that repeats none keeps those that were `sent`. */
export function readValidators(headers: Headers, sent: Validators | null | undefined): Validators {
  return {
    etag: readSendable(headers.etag) ?? sent?.etag ?? null,
    lastModified: readSendable(headers['last-modified']) ?? sent?.lastModified ?? null,
  }
}

function readSendable(value: string | undefined): string | null {
  return value !== undefined && sendable.test(value) ? value : null
}

/** Cache-Control's max-age in milliseconds; null where not said. */
export function readMaxAge(cacheControl: string | undefined): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}
