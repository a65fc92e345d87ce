// Feed candidates: from a feed's answer to the articles that it names. Pure.
import { FetchFailure } from '../src/errors.ts'
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import { vietnamDay } from '../src/rules/day.ts'
import { readDate } from '../src/text/date.ts'
import { decodeBytes } from '../src/text/decode.ts'
import type { Candidate } from './articles.ts'
import type { Page } from './connector.ts'
import { splitDigest } from './digest.ts'
import type { ParsedEntry } from './feed-entry.ts'
import { type ParsedFeed, parseFeed } from './feed-parse.ts'
import { shortHash } from './fingerprint.ts'

/** What of a feed's entries is wanted. */
export type FeedChoice = {
  /** As configured: an entry without a page gets an address of its own there. */
  readonly address: string
  readonly digest: Source['digest']
  readonly now: Date
}

export type NewestOfFeed = Pick<ParsedFeed, 'ttlMs' | 'links'> & { readonly candidates: readonly Candidate[] }

/** The newest entries. Throws `FetchFailure` (`not_a_feed`). */
export function chooseNewest(page: Page, choice: FeedChoice & { readonly maxItems: number }): NewestOfFeed {
  const feed = openFeed(page)
  const candidates = newest(feed, choice.maxItems, choice.now).flatMap((entry) => toCandidates(entry, choice))
  return { candidates, ttlMs: feed.ttlMs, links: feed.links }
}

export type PastOfFeed = {
  readonly candidates: readonly Candidate[]
  /** The page with the entries before these. */
  readonly next: string | null
  /** Whether an entry, or every one that has a date, is from before the period. */
  readonly hasOlder: boolean
  readonly isOlder: boolean
}

/** The entries of a period. Throws `FetchFailure` (`not_a_feed`). */
export function choosePast(page: Page, choice: FeedChoice & { readonly period: Period }): PastOfFeed {
  const { from, to } = choice.period
  const { entries, links } = openFeed(page)
  const dated = entries.flatMap((entry) => {
    const date = entry.entry.published === null ? null : readDate(entry.entry.published, choice.now)
    return date ? [{ entry, day: vietnamDay(date.iso) }] : []
  })
  return {
    candidates: dated.filter(({ day }) => day >= from && day <= to).flatMap(({ entry }) => toCandidates(entry, choice)),
    next: links.older,
    hasOlder: dated.some(({ day }) => day < from),
    isOlder: dated.length > 0 && dated.every(({ day }) => day < from),
  }
}

/** Throws `FetchFailure` (`not_a_feed`). */
export function openFeed({ bytes, contentType, url }: Page): ParsedFeed {
  const feed = parseFeed(decodeBytes(bytes, contentType, 'xml').text, url)
  if (feed) return feed
  throw new FetchFailure('not_a_feed', `${new URL(url).host} sent something that is no feed`)
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

/** The stories of a digest, or the entry as it is. */
function toCandidates(entry: ParsedEntry, { address, digest }: FeedChoice): Candidate[] {
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
