// Feed past: the articles of a period, from a feed and the older pages that it names (RFC 5005).
import type { CrawlEvent } from '../src/model/capture.ts'
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import { vietnamDay } from '../src/rules/day.ts'
import { readDate } from '../src/text/date.ts'
import { readArticles } from './articles.ts'
import type { ConnectorContext } from './connector.ts'
import { fetchFurther } from './each-address.ts'
import { feedTypes, openFeed, toCandidates } from './feed-candidates.ts'

const mostPages = 500

/** Pages are turned until one holds nothing but what is older; a feed that ends before says so (`no_archive`). */
export async function* readFeedPast(
  address: string,
  source: Source,
  ctx: ConnectorContext & { readonly period: Period },
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const { from, to } = ctx.period
  const asked = new Set<string>()
  let isReached = false
  let page: string | null = address
  while (page !== null && !asked.has(page) && asked.size < mostPages) {
    const request = { url: page, accept: feedTypes }
    const answer =
      asked.size === 0
        ? { response: await ctx.fetch(request), failed: null }
        : await fetchFurther(request, address, ctx)
    if (answer.failed) return yield answer.failed
    asked.add(page)
    const { entries, links } = openFeed(answer.response)
    const dated = entries.flatMap((entry) => {
      const date = entry.entry.published === null ? null : readDate(entry.entry.published, ctx.now())
      return date ? [{ entry, day: vietnamDay(date.iso) }] : []
    })
    const candidates = dated
      .filter(({ day }) => day >= from && day <= to)
      .flatMap(({ entry }) => toCandidates(entry, address, source))
      .filter(({ url }) => !seen.has(url) && seen.add(url))
    ctx.expect(seen.size)
    yield* readArticles(candidates, source, ctx)
    isReached ||= dated.some(({ day }) => day < from)
    // One old entry may be pinned to the top; a page of them is the past.
    if (dated.length > 0 && dated.every(({ day }) => day < from)) return
    page = links.older
  }
  if (isReached) return
  const message = `${new URL(address).host} shows no articles from before ${from}`
  yield { kind: 'resource_failed', url: address, failure: 'no_archive', message }
}
