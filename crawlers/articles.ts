// Articles: from addresses that a feed or listing names to captures; a page is asked for only when it is due.
import type { ArticleCapture, FeedEntry, KnownResource, UnchangedCapture } from '../src/model/capture.ts'
import { retryable } from '../src/model/failure.ts'
import type { Source } from '../src/model/source.ts'
import { documentFormat } from '../src/text/document-format.ts'
import type { ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'
import { fetchRound, type Visit } from './round.ts'

export type Candidate = {
  /** Canonical. */
  readonly url: string
  readonly feed: FeedEntry | null
  /** A new one means that the feed's entry was edited; null where nobody can tell. */
  readonly entryFingerprint: string | null
  /** False for an entry that links to no page: its text is all there is. */
  readonly hasPage: boolean
}

type Due = { readonly candidate: Candidate; readonly known: KnownResource | null }

/** A page that failed so often in a row is not waited for: it is asked again when it is due for another look. */
const patientFailures = 3
const pageTypes = 'text/html, application/xhtml+xml, application/pdf;q=0.5, */*;q=0.1'

/**
 * One capture for each candidate, in the order in which the pages come. Returns whether the round has seen everything
 * that it can hope for: false where a page failed that another round may get, so that the feed must be read again.
 */
export async function* readArticles(
  candidates: readonly Candidate[],
  source: Source,
  ctx: ConnectorContext,
): AsyncGenerator<ArticleCapture | UnchangedCapture, boolean> {
  const due = new Map<string, Due>()
  for (const candidate of candidates) {
    const known = await ctx.known(candidate.url)
    if (!isDue(candidate, known, source, ctx.now())) yield unchanged(candidate, false)
    else if (candidate.hasPage) due.set(candidate.url, { candidate, known })
    else yield article(candidate, null, null)
  }
  const requests = [...due.values()].map(
    ({ candidate, known }): DoorRequest => ({
      url: candidate.url,
      validators: known?.validators ?? null,
      accept: pageTypes,
    }),
  )
  let isComplete = true
  for await (const visit of fetchRound(requests, ctx)) {
    const { candidate, known } = due.get(visit.request.url) as Due
    if (visit.failure && retryable.has(visit.failure.code) && (known?.failures ?? 0) < patientFailures)
      isComplete = false
    yield toCapture(candidate, visit)
  }
  return isComplete
}

function isDue(
  { entryFingerprint, hasPage }: Candidate,
  known: KnownResource | null,
  source: Source,
  now: Date,
): boolean {
  if (!known) return true
  const wasEdited = entryFingerprint !== null && entryFingerprint !== known.entryFingerprint
  if (wasEdited || !hasPage) return wasEdited
  const isWorthAnotherTry = known.failures > 0 && known.failures < patientFailures
  return isWorthAnotherTry || now.getTime() - known.checkedAt.getTime() >= source.revisit
}

function toCapture(candidate: Candidate, { response, failure }: Visit): ArticleCapture | UnchangedCapture {
  if (failure) return article(candidate, null, failure.code)
  if (response.status === 304) return unchanged(candidate, true)
  return isReadable(response) ? article(candidate, response, null) : article(candidate, null, 'bad_response')
}

function article(
  { url, feed, entryFingerprint }: Candidate,
  response: DoorResponse | null,
  pageFailure: ArticleCapture['pageFailure'],
): ArticleCapture {
  const page = response && {
    url: response.url,
    contentType: response.contentType,
    bytes: response.bytes,
    validators: response.validators,
  }
  return { kind: 'article', url, feed, page, pageFailure, entryFingerprint }
}

function unchanged({ url, entryFingerprint }: Candidate, wasAsked: boolean): UnchangedCapture {
  return { kind: 'unchanged', url, entryFingerprint, wasAsked }
}

/** Types under which careless servers send pages: then the first character decides. */
const vagueTypes = /^(?:$|text\/plain|text\/xml|application\/xml|application\/octet-stream)/

/** True for web pages and for the documents that public bodies publish; false for pictures and whatever else a link leads to. */
function isReadable({ contentType, bytes }: DoorResponse): boolean {
  if (documentFormat(bytes, contentType) !== null) return true
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return true
  if (!vagueTypes.test(type)) return false
  // Zero bytes: UTF-16 has one beside each letter of markup.
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll('\0', '')
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(head)
}
