// Feed past: the articles of a period, from a feed and the older pages that it names (RFC 5005).
import type { CrawlEvent } from '../src/model/capture.ts'
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import { feedTypes } from './accept.ts'
import { readArticles } from './articles.ts'
import type { ConnectorContext, DoorRequest } from './connector.ts'
import { fetchFurther } from './each-address.ts'
import type { PastOfFeed } from './feed-candidates.ts'

const mostPages = 500

/** Pages are turned until one holds nothing but what is older; a feed that ends before says so (`no_archive`). */
export async function* readFeedPast(
  address: string,
  source: Source,
  ctx: ConnectorContext & { readonly period: Period },
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const { period } = ctx
  const { digest } = source
  const asked = new Set<string>()
  let isReached = false
  let page: string | null = address
  while (page !== null && !asked.has(page) && asked.size < mostPages) {
    const request: DoorRequest = { url: page, accept: feedTypes }
    const answer =
      asked.size === 0
        ? { response: await ctx.fetch(request), failed: null }
        : await fetchFurther(request, address, ctx)
    if (answer.failed) return yield answer.failed
    asked.add(page)
    const past: PastOfFeed = await ctx.parse('feedPast', answer.response, { address, digest, period, now: ctx.now() })
    const candidates = past.candidates.filter(({ url }) => !seen.has(url) && seen.add(url))
    ctx.expect(seen.size)
    yield* readArticles(candidates, source, ctx)
    isReached ||= past.hasOlder
    // One old entry may be pinned to the top; a page of them is the past.
    if (past.isOlder) return
    page = past.next
  }
  if (isReached) return
  const message = `${new URL(address).host} shows no articles from before ${period.from}`
  yield { kind: 'resource_failed', url: address, failure: 'no_archive', message }
}
