// Feed candidates: from a feed's answer to the articles that it names.
import { FetchFailure } from '../src/errors.ts'
import type { Source } from '../src/model/source.ts'
import { readDate } from '../src/text/date.ts'
import { decodeBytes } from '../src/text/decode.ts'
import type { Candidate } from './articles.ts'
import type { DoorResponse } from './connector.ts'
import { splitDigest } from './digest.ts'
import type { ParsedEntry } from './feed-entry.ts'
import { type ParsedFeed, parseFeed } from './feed-parse.ts'
import { shortHash } from './fingerprint.ts'

/** What a feed is asked for as. */
export const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

/** Throws `FetchFailure` (`not_a_feed`). */
export function openFeed({ bytes, contentType, url }: DoorResponse): ParsedFeed {
  const feed = parseFeed(decodeBytes(bytes, contentType, 'xml').text, url)
  if (feed) return feed
  throw new FetchFailure('not_a_feed', `${new URL(url).host} sent something that is no feed`)
}

/** By date; an entry without one stays beside its neighbour in the feed. */
export function newest({ entries }: ParsedFeed, most: number, now: Date): ParsedEntry[] {
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

/** The stories of a digest, or the entry as it is. */
export function toCandidates(entry: ParsedEntry, address: string, { digest }: Source): Candidate[] {
  const stories = digest ? splitDigest(entry, digest.split, address) : []
  if (stories.length > 0) return stories
  return [toCandidate(entry, address)].filter((candidate) => candidate !== null)
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
