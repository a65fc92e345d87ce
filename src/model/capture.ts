// Capture: what a crawler brought back, raw, in memory only. There is no field for an author, handle or avatar.
import type { FailureCode } from './failure.ts'

/** HTTP validators of a resource, sent back as If-None-Match and If-Modified-Since. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null }

/** What a feed says of an article. */
export type FeedEntry = {
  readonly title: string | null
  /** HTML of the content, or of the summary where the feed has no more. */
  readonly html: string | null
  readonly isFullText: boolean
  /** As written in the feed; parsed by `readDate`. */
  readonly published: string | null
  readonly language: string | null
}

/** A fetched page: bytes as they came, because legacy encodings are found out by us. */
export type PageBytes = {
  /** After redirects. */
  readonly url: string
  readonly contentType: string | null
  readonly bytes: Uint8Array
  readonly validators: Validators
}

/** An article, or a post of an organisation that publishes under its own name. */
export type ArticleCapture = {
  readonly kind: 'article'
  /** Canonical as far as the connector knows: fragment and tracking parameters removed. */
  readonly url: string
  readonly feed: FeedEntry | null
  readonly page: PageBytes | null
  /** Why there is no page although one was asked for. */
  readonly pageFailure: FailureCode | null
  /** Short hash of the feed entry that led here; a new one means an edit. */
  readonly entryFingerprint: string | null
}

/** A known article whose page answered 304, or that was not due to be asked again. */
export type UnchangedCapture = {
  readonly kind: 'unchanged'
  readonly url: string
  readonly entryFingerprint: string | null
  /** False when nobody asked: the address was not due for another look. */
  readonly wasAsked: boolean
}

/** A private person's post: no permalink, no author, dated to the day (safeguard 2). */
export type PostCapture = {
  readonly kind: 'post'
  /** The platform's id of the post, for the keyed hash against double counting; never stored or logged. */
  readonly secretKey: string
  readonly html: string
  /** ISO date in Viet Nam time, YYYY-MM-DD. */
  readonly day: string
  readonly language: string | null
}

export type Capture = ArticleCapture | UnchangedCapture | PostCapture

/** Said after the last capture of a resource: only now may its validators be stored, so that a crash never becomes a silent 304. */
export type Checkpoint = {
  readonly kind: 'checkpoint'
  readonly url: string
  readonly validators: Validators
  readonly ttlMs: number | null
}

/** One of several addresses of a source that could not be read; the others go on. */
export type ResourceFailure = {
  readonly kind: 'resource_failed'
  readonly url: string
  readonly failure: FailureCode
  readonly message: string
}

/** A feed names a hub that can push its news (WebSub). */
export type HubOffer = {
  readonly kind: 'hub'
  /** Address of the feed as configured. */
  readonly url: string
  readonly hub: string
  /** The feed's address as the hub knows it. */
  readonly topic: string
}

/** Everything that a connector can say. */
export type CrawlEvent = Capture | Checkpoint | ResourceFailure | HubOffer

/** What the store remembers of a web address, so that nothing is fetched twice without need. Organisations' addresses only. */
export type KnownResource = {
  readonly validators: Validators
  readonly checkedAt: Date
  /** Fingerprint of the feed entry that last led here; a new one means an edit. */
  readonly entryFingerprint: string | null
  /** Tries in a row that failed. */
  readonly failures: number
}

/** One request, for the ledger: how politely the product behaved can be checked afterwards. */
export type FetchRecord = {
  readonly at: Date
  readonly host: string
  /** Without query for private sources: a page cursor can be a post id. */
  readonly url: string
  readonly robots: 'allowed' | 'denied' | 'unknown'
  readonly crawlDelayMs: number | null
  readonly status: number | null
  readonly failure: FailureCode | null
  readonly bytes: number
  readonly elapsedMs: number
}
