// Feed formats: RSS 0.9x–2.0, RDF, Atom and JSON Feed, as feedsmith reads them, put into one form.
import { type AnyFeed, type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import type { RawEntry } from './feed-entry.ts'
import { escapeText } from './plain-text.ts'

export type RawFeed = {
  readonly entries: readonly RawEntry[]
  readonly ttlMs: number | null
  /** Of the feed itself: where it is pushed from, where it goes on. */
  readonly links: readonly Link[]
}

/** Throws what feedsmith throws for a text that it cannot read. */
export function readWithFeedsmith(text: string, mostEntries: number): RawFeed {
  const found: AnyFeed = parseFeed(text, { maxItems: mostEntries })
  switch (found.format) {
    case 'rss':
      return readRss(found.feed)
    case 'rdf':
      return readRdf(found.feed)
    case 'atom':
      return readAtom(found.feed)
    case 'json':
      return readJson(found.feed)
  }
}

function readRss(feed: RssFeed.Feed<string>): RawFeed {
  const entries = (feed.items ?? []).map(
    (item): RawEntry => ({
      id: item.guid?.value ?? null,
      links: [item.link, ...atomLinks(item.atom?.links), permalinkOf(item.guid), ...documents(item.enclosures)],
      bases: [feed.xml?.base, item.xml?.base],
      title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value ?? null,
      summary:
        item.description ??
        item.dc?.descriptions?.[0] ??
        item.media?.description?.value ??
        item.itunes?.summary ??
        null,
      content: item.content?.encoded ?? null,
      published: item.pubDate ?? dublinDate(item) ?? item.atom?.published ?? item.atom?.updated ?? null,
      language: item.xml?.lang ?? item.dc?.languages?.[0] ?? feed.language ?? feed.dc?.languages?.[0] ?? null,
    }),
  )
  const minutes = feed.ttl ?? 0
  return { entries, ttlMs: minutes > 0 ? minutes * 60_000 : syndicationMs(feed.sy), links: feed.atom?.links ?? [] }
}

function readRdf(feed: RdfFeed.Feed<string>): RawFeed {
  const entries = (feed.items ?? []).map(
    (item): RawEntry => ({
      id: item.rdf?.about ?? null,
      links: [item.link, ...atomLinks(item.atom?.links), item.rdf?.about],
      bases: [feed.xml?.base, item.xml?.base],
      title: item.title ?? item.dc?.titles?.[0] ?? null,
      summary: item.description ?? item.dc?.descriptions?.[0] ?? null,
      content: item.content?.encoded ?? null,
      published: dublinDate(item) ?? null,
      language: item.xml?.lang ?? item.dc?.languages?.[0] ?? feed.dc?.languages?.[0] ?? null,
    }),
  )
  return { entries, ttlMs: syndicationMs(feed.sy), links: feed.atom?.links ?? [] }
}

function readAtom(feed: AtomFeed.Feed<string>): RawFeed {
  const entries = (feed.entries ?? []).map(
    (entry): RawEntry => ({
      id: entry.id ?? null,
      links: [
        ...atomLinks(entry.links),
        entry.content?.src,
        httpOnly(entry.id),
        ...documents(
          entry.links?.filter(({ rel }) => rel === 'enclosure').map(({ href, type }) => ({ url: href, type })),
        ),
      ],
      bases: [feed.xml?.base, entry.xml?.base],
      title: entry.title?.value ?? null,
      summary: htmlOf(entry.summary) ?? entry.media?.groups?.[0]?.description?.value ?? null,
      content: htmlOf(entry.content),
      published: entry.published ?? dublinDate(entry) ?? entry.updated ?? null,
      language: entry.content?.xml?.lang ?? entry.xml?.lang ?? feed.xml?.lang ?? null,
    }),
  )
  return { entries, ttlMs: syndicationMs(feed.sy), links: feed.links ?? [] }
}

function readJson(feed: JsonFeed.Feed<string>): RawFeed {
  const entries = (feed.items ?? []).map(
    (item): RawEntry => ({
      id: item.id ?? null,
      links: [
        item.url,
        item.external_url,
        httpOnly(item.id),
        ...documents(item.attachments?.map(({ url, mime_type: type }) => ({ url, type }))),
      ],
      bases: [],
      title: item.title ?? null,
      summary: item.summary === undefined ? null : escapeText(item.summary),
      content: item.content_html ?? (item.content_text === undefined ? null : escapeText(item.content_text)),
      published: item.date_published ?? item.date_modified ?? null,
      language: item.language ?? feed.language ?? null,
    }),
  )
  const hubs = (feed.hubs ?? []).map(({ url }) => ({ rel: 'hub', href: url }))
  const links = [...hubs, { rel: 'self', href: feed.feed_url }, { rel: 'next', href: feed.next_url }]
  return { entries, ttlMs: null, links }
}

/** Where the article is read; never the feed itself, its comments or a file. */
const readableRels: ReadonlySet<string | undefined> = new Set([undefined, '', 'alternate'])

type Link = { readonly href?: string | undefined; readonly rel?: string; readonly type?: string }

function atomLinks(links: readonly Link[] = []): (string | undefined)[] {
  const readable = links.filter((link) => readableRels.has(link.rel))
  const isPage = ({ type }: Link): boolean => type === undefined || type.includes('html')
  return [...readable.filter(isPage), ...readable.filter((link) => !isPage(link))].map((link) => link.href)
}

const documentType = /^application\/(?:pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|msword)\b/i

type Enclosed = { readonly url?: string | undefined; readonly type?: string | undefined }

/** Enclosed files that can be read where the entry has no page. */
function documents(enclosed: readonly Enclosed[] = []): (string | undefined)[] {
  return enclosed.filter(({ type }) => documentType.test(type ?? '')).map(({ url }) => url)
}

/** A guid is the article's address unless it says that it is not. */
function permalinkOf(guid: RssFeed.Guid | undefined): string | undefined {
  return guid?.isPermaLink === false ? undefined : httpOnly(guid?.value)
}

function httpOnly(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id.trim()) ? id : undefined
}

type Dated = {
  readonly dc?: { readonly dates?: readonly string[] }
  readonly dcterms?: {
    readonly issued?: readonly string[]
    readonly created?: readonly string[]
    readonly modified?: readonly string[]
  }
}

function dublinDate({ dc, dcterms }: Dated): string | undefined {
  return dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? dcterms?.modified?.[0]
}

/** Atom's `text` is no HTML by the letter; where it holds tags, people meant HTML. */
function htmlOf(text: { readonly value?: string; readonly type?: string } | undefined): string | null {
  if (text?.value === undefined) return null
  const isPlain = (text.type ?? 'text') === 'text' && !/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i.test(text.value)
  return isPlain ? escapeText(text.value) : text.value
}

const periodMs: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
}

/** How often the feed says it changes, in the syndication module's words. */
function syndicationMs(
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
  const period = periodMs[sy?.updatePeriod?.trim().toLowerCase() ?? '']
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1)
}
