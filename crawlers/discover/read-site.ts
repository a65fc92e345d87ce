// Read site: what one address turns out to be: a feed or sitemap, the page of a timeline, or a web page. Pure.
import { load } from 'cheerio'
import { decodeBytes } from '../../src/text/decode.ts'
import type { Page } from '../connector.ts'
import { parseFeed } from '../feed-parse.ts'
import type { Offer } from './offer.ts'
import { readSitePage, type SitePage } from './page.ts'
import { timelineBehind } from './platform.ts'

/** One of them, or none. */
export type SiteSeen = {
  readonly own: OwnOffer | null
  readonly timeline: Offer | null
  readonly page: SitePage | null
}

export function readSite(response: Page, _ask: null): SiteSeen {
  const own = readXml(response)
  if (own) return { own, timeline: null, page: null }
  const html = decodeBytes(response.bytes, response.contentType, 'html').text
  const timeline = timelineBehind(response.url, html)
  return { own: null, timeline, page: timeline ? null : readSitePage(html, response.url) }
}

type OwnOffer = { readonly offer: Offer; readonly name: string | null; readonly language: string | null }

/** A feed or sitemap at the address itself; null for a page. */
function readXml({ bytes, contentType, url }: Page): OwnOffer | null {
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
