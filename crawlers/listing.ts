// Listing: a page of links to articles, for sites without a feed. Selectors come from the source's configuration.
import { FetchFailure } from '../src/errors.ts'
import type { CrawlEvent, ResourceFailure } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { listingTypes } from './accept.ts'
import { type Candidate, readArticles } from './articles.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { fetchFurther, readEach, readIfChanged } from './each-address.ts'
import { readListingPast } from './listing-past.ts'

type Selectors = NonNullable<Source['listing']>

/** `source.url` may name several listings; of each up to `maxItems` links are followed, in the listing's order. */
export const readListings: Connector = (source, ctx) => {
  const { period } = ctx
  const seen = new Set<string>()
  return readEach(source.url, (address) =>
    period
      ? readListingPast(address, source, { ...ctx, period }, seen)
      : readIfChanged(address, listingTypes, ctx, (first) => readListing(first, address, source, ctx, seen)),
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
    const { links: found, next: nextPage } = await ctx.parse('listing', page, { link, next })
    if (count === 1 && found.length === 0)
      throw new FetchFailure('no_links', `${new URL(page.url).host} has no links at "${link}": the page has changed`)
    const fresh = found.filter(({ url }) => !seen.has(url)).slice(0, source.maxItems - candidates.length)
    for (const { url } of fresh) seen.add(url)
    candidates.push(...fresh)
    const isEnough = fresh.length === 0 || candidates.length >= source.maxItems || count >= pages
    const url = isEnough ? null : nextPage
    if (url === null || visited.has(url)) return { candidates, failed: null }
    const further = await fetchFurther({ url, accept: listingTypes }, address, ctx)
    if (further.failed) return { candidates, failed: further.failed }
    page = further.response
  }
}
