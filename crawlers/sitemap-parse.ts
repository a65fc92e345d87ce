// Sitemap parse: urlset, sitemapindex and news sitemaps, piece by piece, so that a file of 50,000 addresses never stands in
// memory as a whole. Pure.
import { XMLParser } from 'fast-xml-parser'

export type SitemapEntry = {
  /** `sitemap` leads to another sitemap, `url` to an article. */
  readonly kind: 'sitemap' | 'url'
  /** As written. */
  readonly loc: string
  readonly lastmod: string | null
  /** What a news sitemap says; null in others. */
  readonly title: string | null
  readonly published: string | null
  readonly language: string | null
}

export type SitemapReader = {
  /** Takes the next piece of text and gives the entries that it completes. */
  readonly push: (piece: string) => SitemapEntry[]
  /** Whether what was read so far is a sitemap at all. */
  readonly isSitemap: () => boolean
}

const root = /<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/i
const opening = /<(?:[\w-]+:)?(url|sitemap)(?:\s[^<>]*)?>/i
/** The root stands near the top, and one entry is short; what is longer is no sitemap. */
const rootWindow = 20_000
const longestEntry = 100_000

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: true,
  // Nobody's own entities are expanded; the five of XML are.
  processEntities: true,
})

/** Reads a sitemap in pieces of any length; an entry that is broken is left out, never thrown. */
export function createSitemapReader(): SitemapReader {
  let rest = ''
  let head = ''
  return {
    push(piece) {
      if (head.length < rootWindow) head += piece.slice(0, rootWindow - head.length)
      rest += piece
      const entries: SitemapEntry[] = []
      for (;;) {
        const open = opening.exec(rest)
        const kind = open?.[1]?.toLowerCase() as SitemapEntry['kind'] | undefined
        if (!open || !kind) break
        const close = new RegExp(`</(?:[\\w-]+:)?${kind}\\s*>`, 'i').exec(rest.slice(open.index))
        if (!close) {
          rest = rest.slice(open.index, open.index + longestEntry)
          return entries
        }
        const end = open.index + close.index + close[0].length
        const entry = readEntry(kind, rest.slice(open.index, end))
        if (entry) entries.push(entry)
        rest = rest.slice(end)
      }
      // A tag may be cut in two.
      const tagAt = rest.lastIndexOf('<')
      rest = tagAt < 0 ? '' : rest.slice(tagAt, tagAt + longestEntry)
      return entries
    },
    isSitemap: () => root.test(head),
  }
}

type Written = Readonly<Record<string, unknown>>

function readEntry(kind: SitemapEntry['kind'], xml: string): SitemapEntry | null {
  const fields = firstOf(attempt(xml)[kind])
  const loc = textOf(fields.loc)
  if (loc === null) return null
  const news = firstOf(fields.news)
  return {
    kind,
    loc,
    lastmod: textOf(fields.lastmod),
    title: textOf(news.title),
    published: textOf(news.publication_date),
    language: textOf(firstOf(news.publication).language),
  }
}

function attempt(xml: string): Written {
  try {
    return firstOf(parser.parse(xml))
  } catch {
    return {}
  }
}

/** An element's children; of several of one name the first. */
function firstOf(value: unknown): Written {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'object' && first !== null ? (first as Written) : {}
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first.replace(/\s+/g, ' ').trim() : null
}
