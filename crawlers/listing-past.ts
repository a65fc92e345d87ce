// Listing past: the articles of a period, page after page of a listing, until the articles are older.
import { FetchFailure } from '../src/errors.ts'
import type { ArticleCapture, CrawlEvent } from '../src/model/capture.ts'
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import { vietnamDay } from '../src/rules/day.ts'
import { readDate } from '../src/text/date.ts'
import { readAddressDate } from '../src/text/extract/date-address.ts'
import { listingTypes } from './accept.ts'
import { type Candidate, readArticles } from './articles.ts'
import type { ConnectorContext, DoorRequest } from './connector.ts'
import { fetchFurther } from './each-address.ts'
import type { OpenListing } from './listing-links.ts'

const mostPages = 500

type PastContext = ConnectorContext & { readonly period: Period }

/**
 * A listing names no days: an article's address does, or its page. What lies outside of the period is left out; what
 * has no day is kept. Throws `FetchFailure` (`no_archive`) for a listing without `next`.
 */
export async function* readListingPast(
  address: string,
  source: Source,
  ctx: PastContext,
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const selectors = source.listing
  if (selectors?.next === undefined)
    throw new FetchFailure('no_archive', `${source.id} has no listing.next, which would lead to older articles`)
  const asked = new Set<string>()
  let page: string | null = address
  while (page !== null && !asked.has(page) && asked.size < mostPages) {
    const request: DoorRequest = { url: page, accept: listingTypes }
    const answer =
      asked.size === 0
        ? { response: await ctx.fetch(request), failed: null }
        : await fetchFurther(request, address, ctx)
    if (answer.failed) return yield answer.failed
    asked.add(page)
    const { links, next }: OpenListing = await ctx.parse('listing', answer.response, selectors)
    const fresh = links.filter(({ url }) => !seen.has(url) && seen.add(url))
    if (fresh.length === 0) return
    ctx.expect(seen.size)
    const days: string[] = []
    for await (const event of readPage(fresh, source, ctx)) {
      if (event.day !== null) days.push(event.day)
      if (event.event && isWithin(event.day, ctx.period)) yield event.event
    }
    // All of them: one old article may be pinned to the top.
    if (days.length > 0 && days.every((day) => day < ctx.period.from)) return
    page = next
  }
}

const isWithin = (day: string | null, { from, to }: Period): boolean => day === null || (day >= from && day <= to)

type Dated = { readonly day: string | null; readonly event: CrawlEvent | null }

/** Each article of a page with its day; one whose address says that it is outside is not asked for. */
async function* readPage(links: readonly Candidate[], source: Source, ctx: PastContext): AsyncGenerator<Dated> {
  const addressDay = (url: string): string | null => dayOf(readAddressDate(url, ctx.now())?.iso)
  const wanted = []
  for (const link of links) {
    const day = addressDay(link.url)
    if (isWithin(day, ctx.period)) wanted.push(link)
    else yield { day, event: null }
  }
  for await (const event of readArticles(wanted, source, ctx)) {
    const written = event.kind === 'article' ? writtenDate(event) : null
    const day = addressDay(event.url) ?? dayOf(written === null ? null : readDate(written, ctx.now())?.iso)
    yield { day, event }
  }
}

const dayOf = (iso: string | null | undefined): string | null => (iso ? vietnamDay(iso) : null)

/** Where pages say when they were published, as programs read it: enough to know when to stop. */
const places: readonly RegExp[] = [
  /"datePublished"\s*:\s*"([^"]{8,40})"/i,
  /(?:article:published_time|datepublished|pubdate)["'][^<>]{0,80}?content=["']([^"']{8,40})["']/i,
  /content=["']([^"']{8,40})["'][^<>]{0,80}?(?:article:published_time|datepublished|pubdate)/i,
  /<time[^<>]{0,200}?datetime=["']([^"']{8,40})["']/i,
]
const headBytes = 300_000

function writtenDate({ page }: ArticleCapture): string | null {
  if (page === null) return null
  const head = Buffer.from(page.bytes.subarray(0, headBytes)).toString('latin1')
  return places.map((place) => place.exec(head)?.[1] ?? null).find((date) => date !== null) ?? null
}
