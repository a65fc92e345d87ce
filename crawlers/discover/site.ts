// Site: looks at one address and finds every way in which it can be listened to, with as few requests as will do.
import { load } from 'cheerio'
import { FetchFailure } from '../../src/errors.ts'
import { decodeBytes } from '../../src/text/decode.ts'
import type { ConnectorContext, DoorResponse } from '../connector.ts'
import { parseFeed } from '../feed-parse.ts'
import { bases, type Discovery, type Offer } from './offer.ts'
import { readSitePage, type SitePage } from './page.ts'
import { platformAt, timelineBehind } from './platform.ts'

export type Look = {
  /** A door that remembers (`rememberAnswers`): what is seen here is not asked for again by the sample. */
  readonly fetch: ConnectorContext['fetch']
  /** Sitemaps that the site's robots.txt names. */
  readonly findSitemaps: (address: string) => Promise<readonly string[]>
}

/** Requests spent on feeds that a page names; each waits its turn at the host. */
const mostFeedLooks = 3
/** A page that names hundreds of sitemaps is a large archive: the first ones will do. */
const mostSitemaps = 5

/**
 * What the address offers, the best first; no offers where it is no source. Throws `FetchFailure` where the address
 * itself cannot be read.
 */
export async function discover(address: string, look: Look): Promise<Discovery> {
  const platform = platformAt(address)
  if (platform === 'refused') return nothing
  if (platform) return { name: platform.name, language: null, offers: [platform] }
  const response = await look.fetch({ url: address })
  const own = readXml(response)
  if (own) return { name: own.name, language: own.language, offers: [own.offer] }
  const html = decodeBytes(response.bytes, response.contentType, 'html').text
  const timeline = timelineBehind(response.url, html)
  if (timeline) return { name: timeline.name, language: null, offers: [timeline] }
  const page = readSitePage(html, response.url)
  // One person's account and an organisation's look alike here: an account comes in by its platform's kind only.
  if (page.isProfile) return nothing
  const offers = [
    ...(await readFeeds(page, look)),
    ...(await readSitemaps(response.url, look)),
    ...(page.listing ? [listingOffer(response.url, page)] : []),
  ]
  const ranked = offers.sort((a, b) => bases.indexOf(a.basis) - bases.indexOf(b.basis))
  return { name: page.name, language: page.language, offers: ranked }
}

const nothing: Discovery = { name: null, language: null, offers: [] }

function listingOffer(url: string, { name, listing }: SitePage): Offer {
  return { kind: 'listing', url, basis: 'listing', name, ...(listing ? { listing } : {}) }
}

/** The feeds that a page names, looked into; a page that lists feeds is followed once. */
async function readFeeds(page: SitePage, look: Look): Promise<Offer[]> {
  const offers: Offer[] = []
  let waiting = [...page.feeds]
  for (let looks = 0; looks < mostFeedLooks && waiting.length > 0; looks++) {
    const url = waiting.shift() as string
    const response = await tryFetch(url, look)
    if (!response) continue
    const own = readXml(response)
    if (own?.offer.kind === 'feed') offers.push({ ...own.offer, url })
    else if (!own)
      waiting = [...readSitePage(textOf(response), response.url).feeds, ...waiting].filter((next) => next !== url)
    // What the page itself puts first is its main feed, unless a later one has the whole text.
    if (own?.offer.basis === 'full_text_feed') break
  }
  return offers
}

async function tryFetch(url: string, look: Look): Promise<DoorResponse | null> {
  try {
    return await look.fetch({ url })
  } catch (error) {
    if (error instanceof FetchFailure) return null
    throw error
  }
}

const textOf = ({ bytes, contentType }: DoorResponse): string => decodeBytes(bytes, contentType, 'html').text

/** What robots.txt names is taken at its word; whether articles come of it, the sample shows. */
async function readSitemaps(address: string, { findSitemaps }: Look): Promise<Offer[]> {
  const named = await findSitemaps(address)
  return named.slice(0, mostSitemaps).map((url) => {
    const isNews = /news|tin-?tuc/i.test(new URL(url).pathname)
    return { kind: 'sitemap', url, basis: isNews ? 'news_sitemap' : 'sitemap', name: null }
  })
}

type OwnOffer = { readonly offer: Offer; readonly name: string | null; readonly language: string | null }

/** A feed or sitemap at the address itself; null for a page. */
function readXml({ bytes, contentType, url }: DoorResponse): OwnOffer | null {
  const text = decodeBytes(bytes, contentType, 'xml').text
  const root = /<(?:\w+:)?(urlset|sitemapindex)[\s>]/.exec(text.slice(0, 2000))
  if (root) {
    const basis = /sitemap-news\//.test(text.slice(0, 2000)) ? 'news_sitemap' : 'sitemap'
    return { offer: { kind: 'sitemap', url, basis, name: null }, name: null, language: null }
  }
  const feed = parseFeed(text, url)
  if (!feed) return null
  const whole = feed.entries.filter(
    ({ entry }) => entry.isFullText && (entry.html?.length ?? 0) >= fullTextChars,
  ).length
  const basis = whole > 0 && whole * 2 >= feed.entries.length ? 'full_text_feed' : 'feed'
  const { name, language } = readFeedHead(text)
  return { offer: { kind: 'feed', url, basis, name }, name, language }
}

/** A shorter `content:encoded` is a summary under another name. */
const fullTextChars = 600

function readFeedHead(text: string): { name: string | null; language: string | null } {
  if (/^\s*\{/.test(text)) {
    const { title, language } = JSON.parse(text) as { title?: unknown; language?: unknown }
    return { name: typeof title === 'string' ? title : null, language: languageCode(String(language ?? '')) }
  }
  const head = text.slice(0, /<(?:\w+:)?(?:item|entry)[\s>]/.exec(text)?.index ?? 10_000)
  const $ = load(head, { xml: true })
  const name = $('channel > title, feed > title').first().text().replace(/\s+/g, ' ').trim()
  const written = $('channel > language').first().text() || $('feed').attr('xml:lang') || ''
  return { name: name || null, language: languageCode(written) }
}

function languageCode(written: string): string | null {
  return /^[a-z]{2,3}(?![a-z])/i.exec(written.trim())?.[0].toLowerCase() ?? null
}
