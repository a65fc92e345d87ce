// Sitemap choose: of all that a sitemap lists, the newest articles that fit, in memory that does not grow with the file.
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import { addDays, dayMs, startOfDay } from '../src/rules/day.ts'
import { readDate } from '../src/text/date.ts'
import { canonicalUrl } from '../src/text/url.ts'
import type { Candidate } from './articles.ts'
import { shortHash } from './fingerprint.ts'
import type { SitemapEntry } from './sitemap-parse.ts'

/** A further file; `changedMs` is null where the index does not say when it changed. */
export type Child = { readonly url: string; readonly changedMs: number | null; readonly depth: number }

/** What one file says of its times: one lastmod for all is the time at which the file was made, and tells nothing. */
type FileFacts = { lastmod: string | null; isVaried: boolean }
type Found = { readonly url: string; readonly entry: SitemapEntry; readonly atMs: number; readonly file: FileFacts }

/** Articles of a period that one round may bring. */
const mostOfPeriod = 5000

export type Chooser = ReturnType<typeof createChooser>

/** Chooses for one address of a source; `now` counts for `sitemap.days`. */
export function createChooser(source: Source, period: Period | null, now: Date) {
  const pattern = new RegExp(source.sitemap.match)
  const fromMs = period ? startOfDay(period.from).getTime() : now.getTime() - source.sitemap.days * dayMs
  const untilMs = period ? startOfDay(addDays(period.to, 1)).getTime() : Number.POSITIVE_INFINITY
  const most = period ? mostOfPeriod : source.maxItems
  let found: Found[] = []

  /** Newest first; what has no date behind them, as it stands in the file. */
  const cut = (): void => {
    found = found.sort((a, b) => (a.atMs === b.atMs ? 0 : b.atMs - a.atMs)).slice(0, most)
  }
  const isWanted = (ms: number | null): boolean => (ms === null ? period === null : ms >= fromMs && ms < untilMs)

  function takeArticle(url: string, entry: SitemapEntry, file: FileFacts): void {
    if (!pattern.test(url)) return
    const changedMs = readTime(entry.lastmod, now)
    const publishedMs = readTime(entry.published, now)
    // An edit counts as new; a period is one of publication.
    const ms = period ? (publishedMs ?? changedMs) : (changedMs ?? publishedMs)
    if (!isWanted(ms)) return
    found.push({ url, entry, atMs: ms ?? Number.NEGATIVE_INFINITY, file })
    if (found.length >= most * 2) cut()
  }

  return {
    /** For one file: keeps an article in mind; gives the further file where the entry is one. */
    take(base: string) {
      const file: FileFacts = { lastmod: null, isVaried: false }
      return (entry: SitemapEntry): Omit<Child, 'depth'> | null => {
        const url = canonicalUrl(entry.loc, base)
        if (url === null) return null
        if (entry.kind === 'sitemap') return { url, changedMs: readTime(entry.lastmod, now) }
        if (file.lastmod !== null && entry.lastmod !== file.lastmod) file.isVaried = true
        file.lastmod ??= entry.lastmod
        takeArticle(url, entry, file)
        return null
      }
    },
    /** Files that may hold something wanted, the newest first. */
    order(children: readonly Child[]): Child[] {
      const changed = ({ changedMs }: Child): number => changedMs ?? Number.NEGATIVE_INFINITY
      return children
        .filter(({ changedMs }) => changedMs === null || changedMs >= fromMs)
        .sort((a, b) => (changed(a) === changed(b) ? 0 : changed(b) - changed(a)))
    },
    candidates(): Candidate[] {
      cut()
      return found.map(toCandidate)
    },
  }
}

function toCandidate({ url, entry, file }: Found): Candidate {
  const { title, published, language } = entry
  const told = [title, published, file.isVaried ? entry.lastmod : null]
  return {
    url,
    feed: title === null && published === null ? null : { title, html: null, isFullText: false, published, language },
    entryFingerprint: told.every((part) => part === null) ? null : shortHash(told),
    hasPage: true,
  }
}

const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/

/** The last moment that is meant; null where there is no date. A day alone may mean its evening. */
function readTime(written: string | null, now: Date): number | null {
  if (written === null) return null
  // Most are written like this, and a file has 50,000 of them.
  const ms = exact.test(written) ? Date.parse(written) : Number.NaN
  if (!Number.isNaN(ms)) return ms
  const date = readDate(written, now)
  return date && Date.parse(date.iso) + (date.precision === 'day' ? dayMs - 1 : 0)
}
