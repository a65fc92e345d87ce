// Feed: RSS, RDF, Atom and JSON Feed. The feed says what there is, the pages are fetched, the feed's text stands in.
import { createHash } from 'node:crypto'
import { FetchFailure } from '../src/errors.ts'
import type { CrawlEvent } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { readDate } from '../src/text/date.ts'
import { decodeBytes } from '../src/text/decode.ts'
import { type Candidate, readArticles } from './articles.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { readEach, readIfChanged } from './each-address.ts'
import type { ParsedEntry } from './feed-entry.ts'
import { type ParsedFeed, parseFeed } from './feed-parse.ts'

const feedTypes = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

/** `source.url` may name several feeds; of each the newest `maxItems` entries are read, an article in two feeds once. */
export const readFeeds: Connector = (source, ctx) => {
  const seen = new Set<string>()
  return readEach(source.url, (address) =>
    readIfChanged(address, feedTypes, ctx, (response) => readFeed(response, address, source, ctx, seen)),
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
  const feed = parseFeed(decodeBytes(response.bytes, response.contentType, 'xml').text, response.url)
  if (!feed) throw new FetchFailure('not_a_feed', `${new URL(response.url).host} sent something that is no feed`)
  const candidates = newest(feed, source.maxItems, ctx.now())
    .flatMap((entry) => toCandidate(entry, address) ?? [])
    .filter(({ url }) => !seen.has(url) && seen.add(url))
  ctx.expect(seen.size)
  const isComplete = yield* readArticles(candidates, source, ctx)
  // A feed whose pages failed for now must be read in full next time, not answered with 304.
  if (isComplete) yield { kind: 'checkpoint', url: address, validators, ttlMs: longer(feed.ttlMs, maxAgeMs) }
}

/** By date; an entry without one stays beside its neighbour in the feed. */
function newest({ entries }: ParsedFeed, most: number, now: Date): ParsedEntry[] {
  let lastMs = 0
  return entries
    .map((entry) => {
      const date = entry.entry.published === null ? null : readDate(entry.entry.published, now)
      lastMs = date ? Date.parse(date.iso) : lastMs
      return { entry, atMs: lastMs }
    })
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/**
 * Null for an entry that links to nothing and has no whole text: nothing says that it is the same one next time. With
 * its text it gets an address of its own in the feed.
 */
function toCandidate({ url, id, entry }: ParsedEntry, feedAddress: string): Candidate | null {
  const entryFingerprint = shortHash([entry.title, entry.html, entry.published])
  if (url !== null) return { url, feed: entry, entryFingerprint, hasPage: true }
  if (!entry.isFullText) return null
  const own = `${feedAddress}#${shortHash([id ?? entry.title ?? entry.html])}`
  return { url: own, feed: entry, entryFingerprint, hasPage: false }
}

function shortHash(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
}

function longer(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}
