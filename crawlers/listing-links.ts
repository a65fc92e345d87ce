// Listing links: what one page of a listing leads to.
import { type CheerioAPI, load } from 'cheerio'
import { FetchFailure } from '../src/errors.ts'
import { decodeBytes } from '../src/text/decode.ts'
import { canonicalUrl } from '../src/text/url.ts'
import type { Candidate } from './articles.ts'
import type { Page } from './connector.ts'

export type OpenListing = {
  readonly links: readonly Candidate[]
  /** Address of the next page; null where there is none. */
  readonly next: string | null
}

/** Throws `FetchFailure` (`no_links`) for a selector that is none. */
export function openListing(
  page: Page,
  { link, next }: { readonly link: string; readonly next?: string | undefined },
): OpenListing {
  const $ = load(decodeBytes(page.bytes, page.contentType, 'html').text)
  const base = URL.parse($('base').attr('href') ?? '', page.url)?.href ?? page.url
  const href = next === undefined ? undefined : select($, next).first().attr('href')
  return { links: findLinks($, link, base), next: href === undefined ? null : canonicalUrl(href, base) }
}

/** Throws `FetchFailure` (`no_links`) for a selector that is none. */
function select($: CheerioAPI, selector: string) {
  try {
    return $(selector)
  } catch {
    throw new FetchFailure('no_links', `"${selector}" is no CSS selector`)
  }
}

/** Links in the order of the page, each address once. Other sites' too: a portal may link to its newspaper. */
function findLinks($: CheerioAPI, selector: string, base: string): Candidate[] {
  const byUrl = new Map<string, Candidate>()
  for (const node of select($, selector)) {
    // A selector may name the link or the headline around it.
    const anchor = $(node).is('a') ? $(node) : $(node).find('a[href]').first()
    const href = anchor.attr('href')?.trim() ?? ''
    const url = href === '' || href.startsWith('#') ? null : canonicalUrl(href, base)
    if (url === null || url === base) continue
    const title = (anchor.text().trim() || anchor.attr('title') || '').replace(/\s+/g, ' ').trim() || null
    // The picture's link often comes before the headline's.
    if (byUrl.has(url) && (title === null || byUrl.get(url)?.feed)) continue
    const feed = title === null ? null : { title, html: null, isFullText: false, published: null, language: null }
    byUrl.set(url, { url, feed, entryFingerprint: null, hasPage: true })
  }
  return [...byUrl.values()]
}
