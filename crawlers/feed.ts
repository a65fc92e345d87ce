// Feed: RSS, RDF, Atom and JSON Feed. The feed says what there is, the pages are fetched, the feed's text stands in.
import type { CrawlEvent } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { feedTypes } from './accept.ts'
import { readArticles } from './articles.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { readEach, readIfChanged } from './each-address.ts'
import { readFeedPast } from './feed-past.ts'
import { findHub } from './websub.ts'

/** `source.url` may name several feeds; of each the newest `maxItems` entries are read, an article in two feeds once. */
export const readFeeds: Connector = (source, ctx) => {
  const { period } = ctx
  const seen = new Set<string>()
  return readEach(source.url, (address) =>
    period
      ? readFeedPast(address, source, { ...ctx, period }, seen)
      : readIfChanged(address, feedTypes, ctx, (response) => readFeed(response, address, source, ctx, seen)),
  )
}

async function* readFeed(
  response: DoorResponse,
  address: string,
  source: Source,
  ctx: ConnectorContext,
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const { validators, maxAgeMs } = response
  const { digest, maxItems } = source
  const feed = await ctx.parse('feed', response, { address, digest, maxItems, now: ctx.now() })
  const hub = findHub(address, response, feed.links)
  if (hub) yield hub
  const candidates = feed.candidates.filter(({ url }) => !seen.has(url) && seen.add(url))
  ctx.expect(seen.size)
  const isComplete = yield* readArticles(candidates, source, ctx)
  // A feed whose pages failed for now must be read in full next time, not answered with 304.
  if (isComplete) yield { kind: 'checkpoint', url: address, validators, ttlMs: longer(feed.ttlMs, maxAgeMs) }
}

function longer(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}
