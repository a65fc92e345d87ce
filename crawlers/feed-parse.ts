// Feed parse: text of a feed in any format, well-formed or not, into entries. Pure, and never throws.
import { type ParsedEntry, type RawEntry, toEntry } from './feed-entry.ts'
import { type RawFeed, readWithFeedsmith } from './feed-formats.ts'
import { countEntryTags, readLeniently, repairXml } from './feed-repair.ts'

export type ParsedFeed = {
  /** In the feed's order; an article that the feed names twice comes once. */
  readonly entries: readonly ParsedEntry[]
  /** How long the feed wants not to be asked again; null where it does not say. */
  readonly ttlMs: number | null
  readonly links: FeedLinks
}

export type FeedLinks = {
  /** Who pushes news of the feed (WebSub), and the address under which the hub knows it. */
  readonly hub: string | null
  readonly self: string | null
  /** The page of the feed with the entries before these (RFC 5005). */
  readonly older: string | null
}

/** More is a dump, not a feed. */
const mostEntries = 2000
const mostChars = 16_000_000

/**
 * Reads RSS 0.9x–2.0, RDF, Atom and JSON Feed; relative links count from `xml:base`, else from `baseUrl`. Null for what
 * is no feed; a feed without entries is one. XML is repaired first; where feedsmith finds fewer entries than there are
 * tags for, it is read leniently too, and the richer result counts.
 */
export function parseFeed(text: string, baseUrl: string): ParsedFeed | null {
  const body = text.slice(0, mostChars)
  // A page about feeds, or the error page in a feed's place.
  if (/^\s*<(?:!doctype\s+html|html[\s>])/i.test(body)) return null
  const isJson = /^\s*\{/.test(body)
  const repaired = isJson ? body : repairXml(body)
  let best = attempt(() => readWithFeedsmith(repaired, mostEntries))
  if (!isJson && (best?.entries.length ?? -1) < Math.min(countEntryTags(repaired), mostEntries)) {
    const lenient = attempt(() => readLeniently(repaired, mostEntries))
    if (lenient && (!best || richness(lenient) > richness(best))) best = lenient
  }
  if (!best) return null
  return { entries: collapse(best.entries, baseUrl), ttlMs: best.ttlMs, links: findLinks(best, baseUrl) }
}

function attempt(read: () => RawFeed | null): RawFeed | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Entries first, then how much is in them. */
function richness(feed: RawFeed): number {
  const filled = (entry: RawEntry): number => Number(entry.title !== null) + Number(entry.links.some(Boolean))
  return feed.entries.reduce((sum, entry) => sum + 1 + filled(entry), 0)
}

function collapse(raw: readonly RawEntry[], baseUrl: string): ParsedEntry[] {
  const byKey = new Map<string, ParsedEntry>()
  for (const entry of raw.map((one) => toEntry(one, baseUrl))) {
    if (!entry) continue
    const key = entry.url ?? entry.id ?? JSON.stringify(entry.entry)
    if (!byKey.has(key)) byKey.set(key, entry)
  }
  return [...byKey.values()]
}

function findLinks({ links }: RawFeed, baseUrl: string): FeedLinks {
  const find = (rel: string): string | null => {
    const href = links.find((link) => link.rel === rel)?.href?.trim()
    return href ? (URL.parse(href, baseUrl)?.href ?? null) : null
  }
  return { hub: find('hub'), self: find('self'), older: find('prev-archive') ?? find('next') }
}
