// Listing: a page of links to articles, for sites without a feed. Selectors come from the source's configuration.
import { type CheerioAPI, load } from 'cheerio'
import { FetchFailure } from '../src/errors.ts'
import type { CrawlEvent, ResourceFailure } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { decodeBytes } from '../src/text/decode.ts'
import { canonicalUrl } from '../src/text/url.ts'
import { type Candidate, readArticles } from './articles.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { fetchFurther, readEach, readIfChanged } from './each-address.ts'

type Selectors = NonNullable<Source['listing']>

/** `source.url` may name several listings; of each up to `maxItems` links are followed, in the listing's order. */
export const readListings: Connector = (source, ctx) => {
  const seen = new Set<string>()
  return readEach(source.url, (address) =>
    readIfChanged(address, 'text/html, */*;q=0.5', ctx, (first) => readListing(first, address, source, ctx, seen)),
  )
}

async function* readListing(
  first: DoorResponse,
  address: string,
  source: Source,
  ctx: ConnectorContext,
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const { validators, maxAgeMs } = first
  const { candidates, failed } = await collect(first, address, source, ctx, seen)
  ctx.expect(seen.size)
  const isComplete = yield* readArticles(candidates, source, ctx)
  if (failed) yield failed
  else if (isComplete) yield { kind: 'checkpoint', url: address, validators, ttlMs: maxAgeMs }
}

type Collected = { readonly candidates: Candidate[]; readonly failed: ResourceFailure | null }

/** Links of the first page and of those that follow, until a page brings nothing new or fails. */
async function collect(
  first: DoorResponse,
  address: string,
  source: Source,
  ctx: ConnectorContext,
  seen: Set<string>,
): Promise<Collected> {
  const { link, next, pages } = source.listing as Selectors
  const candidates: Candidate[] = []
  const visited = new Set<string>()
  let page = first
  for (let count = 1; ; count++) {
    visited.add(page.url)
    const $ = load(decodeBytes(page.bytes, page.contentType, 'html').text)
    const base = URL.parse($('base').attr('href') ?? '', page.url)?.href ?? page.url
    const found = findLinks($, link, base)
    if (count === 1 && found.length === 0)
      throw new FetchFailure('no_links', `${new URL(page.url).host} has no links at "${link}": the page has changed`)
    const fresh = found.filter(({ url }) => !seen.has(url)).slice(0, source.maxItems - candidates.length)
    for (const { url } of fresh) seen.add(url)
    candidates.push(...fresh)
    const isEnough = fresh.length === 0 || candidates.length >= source.maxItems || count >= pages || next === undefined
    const url = isEnough ? null : canonicalUrl(select($, next).first().attr('href') ?? '', base)
    if (url === null || visited.has(url)) return { candidates, failed: null }
    const further = await fetchFurther({ url, accept: 'text/html, */*;q=0.5' }, address, ctx)
    if (further.failed) return { candidates, failed: further.failed }
    page = further.response
  }
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
