// Connector: how one kind of source is read. It gets a door and a memory, and gives captures; it keeps nothing.
import type { CrawlEvent, KnownResource, Validators } from '../src/model/capture.ts'
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import type { Parse } from './parsers.ts'

export type DoorRequest = {
  readonly url: string
  /** Sent as If-None-Match and If-Modified-Since. */
  readonly validators?: Validators | null
  readonly accept?: string
  /** Sent to the address's own site only, never to where it redirects; kept out of the ledger and of errors. */
  readonly headers?: Readonly<Record<string, string>>
  /** Breaks off this request alone; the round's own signal counts anyway. */
  readonly signal?: AbortSignal
}

/** A 200 or a 304; every other end is a thrown `FetchFailure`. */
export type DoorResponse = {
  readonly status: 200 | 304
  /** After redirects. */
  readonly url: string
  readonly contentType: string | null
  /** Raw `Link` header, for paging. */
  readonly link: string | null
  readonly bytes: Uint8Array
  readonly validators: Validators
  /** From Cache-Control max-age; null where not said. */
  readonly maxAgeMs: number | null
}

/** What a parser reads. `url` is the one after redirects. */
export type Page = Pick<DoorResponse, 'bytes' | 'contentType' | 'url'>

export type ConnectorContext = {
  /** The one way to the network, bound to this source's politeness. Throws `FetchFailure`. */
  readonly fetch: (request: DoorRequest) => Promise<DoorResponse>
  /** The one way to read what came: on a thread, where it can harm nobody else. Throws `FetchFailure`. */
  readonly parse: Parse
  /** What is remembered of an address; null for the first time, and always for private sources' posts. */
  readonly known: (url: string) => Promise<KnownResource | null>
  readonly now: () => Date
  readonly signal: AbortSignal
  /** For progress bars: how many captures are expected in all, as soon as it is known. */
  readonly expect: (count: number) => void
  /** Articles of these days are wanted instead of the newest; null in an ordinary round. */
  readonly period: Period | null
  /** True where captures are stored: only then may what was delivered be taken away. */
  readonly keepsCaptures?: boolean
}

/**
 * Reads one source once. Yields a capture for each article or post, and a checkpoint after the last capture of a
 * resource. A feed that answers 304 yields one checkpoint and nothing else. Throws `FetchFailure` when the source itself
 * cannot be read; a single page that fails is an `ArticleCapture` with `pageFailure`.
 */
export type Connector = (source: Source, ctx: ConnectorContext) => AsyncIterable<CrawlEvent>
