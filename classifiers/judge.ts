// Capture in, draft out: extract → redact → identify language → tag → find places. Nobody's name or handle comes out.
import { createHash } from 'node:crypto'
import type { Redacted } from '../src/model/brands.ts'
import type { ArticleCapture, FeedEntry, PostCapture } from '../src/model/capture.ts'
import type { ItemDraft, PostDraft, TextOrigin } from '../src/model/item.ts'
import type { FactCheckDraft } from '../src/model/knowledge.ts'
import type { Language } from '../src/model/language.ts'
import type { droppedReasons } from '../src/model/outcome.ts'
import type { Source } from '../src/model/source.ts'
import { vietnamDay } from '../src/rules/day.ts'
import { readJsonLd } from '../src/text/claim-reviews.ts'
import { readDate } from '../src/text/date.ts'
import { decodeBytes } from '../src/text/decode.ts'
import type { DocumentRefusal, DocumentText } from '../src/text/document.ts'
import { prepareMarkup } from '../src/text/extract/markup.ts'
import { type Extraction, extract, type Page } from '../src/text/extract.ts'
import { toFactCheck } from '../src/text/fact-check.ts'
import { headlineOf } from '../src/text/headline.ts'
import { htmlToText } from '../src/text/html-text.ts'
import { tokens } from '../src/text/normalize.ts'
import { redact } from '../src/text/redact.ts'
import { dropSignature } from '../src/text/signature.ts'
import { canonicalUrl } from '../src/text/url.ts'
import { classify } from './conventions/combine.ts'
import type { Models } from './conventions/lexicon.ts'
import { identify } from './language.ts'
import type { Gazetteer } from './places/gazetteer.ts'
import { findPlaces } from './places.ts'

export type JudgeContext = {
  readonly source: Pick<Source, 'language' | 'article' | 'region'> & Partial<Pick<Source, 'roles' | 'name'>>
  readonly models: Models
  readonly gazetteer: Gazetteer
  readonly now: Date
}

export type JudgedArticle =
  | { readonly kind: 'item'; readonly draft: ItemDraft; readonly factChecks?: readonly FactCheckDraft[] }
  | { readonly kind: 'dropped'; readonly reason: (typeof droppedReasons)[number] }

/** A private post as judged: what is counted, and its redacted text, which is kept only where it carries a claim. */
export type JudgedPost = { readonly draft: PostDraft; readonly text: Redacted }

/** What an article says, and which of its two doors it was taken from. */
type Reading = {
  /** Null for a post, which has none. */
  readonly title: string | null
  readonly text: string
  readonly publishedAt: string | null
  readonly origin: TextOrigin
  readonly extraction: string
  readonly url: string
  readonly languageHint: string | null
}

/** A page that gives less than this part of a feed's full text has hidden the rest. */
const leastShareOfFeedText = 0.5
/** Clocks differ; a publication time later than this is an error and is not believed. */
const clockSkewMs = 24 * 3_600_000
/** Enough to know a language by; longer texts only cost time. */
const languageSampleChars = 2000

/** A page that is a document, read by `openDocument`; null where it is none. */
type Opened = DocumentText | DocumentRefusal | null

/** Judges an article from its page or document, or from the feed where the page failed or holds less. */
export function judgeArticle(
  capture: ArticleCapture,
  { source, models, gazetteer, now }: JudgeContext,
  document: Opened = null,
): JudgedArticle {
  const reading = read(capture, document, { selectors: source.article, now })
  if ('dropped' in reading) return { kind: 'dropped', reason: reading.dropped }
  const text = redact(dropSignature(reading.text)).text
  // Cut from the redacted text: half a phone number is none to the eye that should take it out.
  const title = redact(reading.title ?? headlineOf(text)).text
  const sample = `${title}\n${text}`.slice(0, languageSampleChars)
  const { language, confidence } = identify(sample, reading.languageHint ?? source.language)
  return {
    kind: 'item',
    draft: {
      url: reading.url,
      title,
      text,
      publishedAt: reading.publishedAt,
      language,
      languageConfidence: confidence,
      textOrigin: reading.origin,
      extraction: reading.extraction,
      contentHash: hashContent(title, text),
      ...judgeStored(
        { title, text, language, day: vietnamDay(reading.publishedAt ?? now), outletRegion: source.region },
        { models, gazetteer },
      ),
    },
    ...(source.roles?.includes('factcheck') && document === null
      ? { factChecks: readFactChecks(capture, source, now) }
      : {}),
  }
}

/** The fact-checks that a page carries as ClaimReview, redacted. */
function readFactChecks({ page }: ArticleCapture, source: JudgeContext['source'], now: Date): FactCheckDraft[] {
  if (!page) return []
  const { jsonLd } = prepareMarkup(decodeBytes(page.bytes, page.contentType, 'html').text)
  return readJsonLd(jsonLd).map((review) =>
    toFactCheck(review, { publisher: source.name ?? '', language: source.language, now }),
  )
}

/** A text as it is stored: redacted, its language known. */
export type StoredText = {
  readonly title: string
  readonly text: string
  readonly language: Language
  /** YYYY-MM-DD. */
  readonly day: string
  readonly outletRegion: string
  /** Its embedding, where a transformer has read it. */
  readonly vector?: Float32Array
}

/** What a text is about: tags, instruments and places. */
export function judgeStored(
  { language, day, outletRegion, ...input }: StoredText,
  { models, gazetteer }: Pick<JudgeContext, 'models' | 'gazetteer'>,
): Pick<ItemDraft, 'judgement' | 'places'> {
  const places = findPlaces(input, gazetteer, { day, outletRegion })
  return {
    judgement: classify(input, language, models),
    places: places.map(({ code, formerCode }) => ({ region: code, formerRegion: formerCode })),
  }
}

/**
 * Judges a private post: numbers, and its text redacted. Articles, direction and instruments are judged for organisations
 * only.
 */
export function judgePost(capture: PostCapture, { source, models }: JudgeContext): JudgedPost {
  const text = redact(htmlToText(capture.html)).text
  const { language } = identify(text, capture.language ?? source.language)
  const judgement = classify({ title: '', text }, language, models, { articles: false })
  const tags = judgement.tags.map((tag) => ({ ...tag, articles: [], reasons: [] }))
  return { text, draft: { day: capture.day, language, judgement: { ...judgement, tags } } }
}

function read(
  capture: ArticleCapture,
  document: Opened,
  { selectors, now }: Pick<Page, 'selectors' | 'now'>,
): Reading | { dropped: (typeof droppedReasons)[number] } {
  if (document !== null && typeof document === 'object') return fromDocument(capture, document, now)
  const { page, feed } = capture
  const extraction =
    page && document === null
      ? extract({ html: decodeBytes(page.bytes, page.contentType, 'html').text, url: page.url, now, selectors })
      : null
  const feedText = feed?.html ? htmlToText(feed.html) : ''
  if (extraction && isWhole(extraction, feed, feedText)) {
    const title = pickTitle(extraction.title, plain(feed?.title))
    if (title !== null) return fromPage(capture, extraction, title, now)
  }
  const title = plain(feed?.title) ?? extraction?.title ?? null
  const isPost = page === null && feed?.isFullText
  // A headline alone is no article; a summary is, when the page gives nothing better.
  if ((title === null && !isPost) || feedText === '') return { dropped: document ?? whyDropped(capture, extraction) }
  return {
    title,
    text: feedText,
    publishedAt: believableTime(feed?.published ?? null, now) ?? extraction?.publishedAt?.iso ?? null,
    origin: 'feed',
    extraction: feed?.isFullText ? 'feed text' : 'feed summary',
    url: capture.url,
    languageHint: feed?.language ?? extraction?.language ?? null,
  }
}

function isWhole(extraction: Extraction, feed: FeedEntry | null, feedText: string): boolean {
  if (!extraction.isArticle || extraction.text === '') return false
  return !feed?.isFullText || extraction.text.length >= feedText.length * leastShareOfFeedText
}

const separator = /^\s*[-–—|·»:]/

/** The feed's headline where the page's is the same with the site's name behind it; the page's in all other cases. */
function pickTitle(onPage: string | null, inFeed: string | null): string | null {
  if (onPage === null || inFeed === null) return onPage ?? inFeed
  return onPage.startsWith(inFeed) && separator.test(onPage.slice(inFeed.length)) ? inFeed : onPage
}

function fromPage({ url, feed }: ArticleCapture, extraction: Extraction, title: string, now: Date): Reading {
  const fromFeed = believableTime(feed?.published ?? null, now)
  const onPage = extraction.publishedAt && isBelievable(extraction.publishedAt.iso, now) ? extraction.publishedAt : null
  return {
    title,
    text: extraction.text,
    // A page that names only the day is completed by the feed's clock time.
    publishedAt: onPage?.precision === 'minute' ? onPage.iso : (fromFeed ?? onPage?.iso ?? null),
    origin: 'page',
    extraction: extraction.method,
    url: canonicalOf(extraction, url),
    languageHint: extraction.language ?? feed?.language ?? null,
  }
}

function fromDocument({ url, feed }: ArticleCapture, document: DocumentText, now: Date): Reading {
  return {
    title: document.title ?? plain(feed?.title),
    text: document.text,
    publishedAt: believableTime(feed?.published ?? null, now) ?? believableTime(document.dated, now),
    origin: 'page',
    extraction: document.method,
    url,
    languageHint: feed?.language ?? null,
  }
}

/** The page's own address for itself, unless it names its front page, as careless templates do. */
function canonicalOf(extraction: Extraction, url: string): string {
  const canonical = extraction.canonicalUrl ? canonicalUrl(extraction.canonicalUrl, url) : null
  return canonical !== null && new URL(canonical).pathname !== '/' ? canonical : url
}

function whyDropped({ page, pageFailure }: ArticleCapture, extraction: Extraction | null) {
  if (extraction?.isLoginWall) return 'login_wall' as const
  if (pageFailure && pageFailure !== 'no_text' && !page) return 'page_failed' as const
  return extraction && !extraction.isArticle ? ('not_an_article' as const) : ('no_text' as const)
}

function plain(html: string | null | undefined): string | null {
  const text = html ? htmlToText(html).replaceAll('\n', ' ') : ''
  return text === '' ? null : text
}

const isBelievable = (iso: string, now: Date): boolean => Date.parse(iso) <= now.getTime() + clockSkewMs

function believableTime(raw: string | null, now: Date): string | null {
  const date = raw === null ? null : readDate(raw, now)
  return date && isBelievable(date.iso, now) ? date.iso : null
}

/** Equal for the same words, whatever their case, marks, spaces and punctuation. */
function hashContent(title: string, text: string): string {
  return createHash('sha256')
    .update(tokens(`${title}\n${text}`).join(' '))
    .digest('hex')
}
