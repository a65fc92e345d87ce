// Sitemap choose: of all that a sitemap lists, the newest articles that fit, in memory that does not grow with the file.
import type { Period } from '../src/model/crawl.ts'
import type { Source } from '../src/model/source.ts'
import { addDays, dayMs, startOfDay } from '../src/rules/day.ts'
import { readDate } from '../src/text/date.ts'
import { canonicalUrl } from '../src/text/url.ts'
import type { Candidate } from './articles.ts'
import { shortHash } from './fingerprint.ts'
import type { SitemapEntry } from './sitemap-parse.ts'

/** `changedMs` is null where the index does not say when the file changed. */
export type FurtherFile = { readonly url: string; readonly changedMs: number | null }

/** `atMs`: the time by which it was chosen; null where the file says none. */
export type ChosenArticle = { readonly candidate: Candidate; readonly atMs: number | null }

export type Choice = Source['sitemap'] & {
  readonly maxItems: number
  readonly period: Period | null
  readonly now: Date
}

type Found = { readonly url: string; readonly entry: SitemapEntry; readonly atMs: number | null }

/** Articles of a period that one round may bring. */
const mostOfPeriod = 5000

/** The newest first; what has no date behind them, as it stands in the file. */
export function keepNewest<T extends { readonly atMs: number | null }>(found: readonly T[], choice: Choice): T[] {
  const most = choice.period ? mostOfPeriod : choice.maxItems
  return found.toSorted((a, b) => newestFirst(a.atMs, b.atMs)).slice(0, most)
}

function newestFirst(a: number | null, b: number | null): number {
  return a === b ? 0 : (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY)
}

/** Chooses within one file; `now` counts for `days`. */
export function createChooser(choice: Choice, base: string) {
  const { period, now } = choice
  const pattern = new RegExp(choice.match)
  const fromMs = period ? startOfDay(period.from).getTime() : now.getTime() - choice.days * dayMs
  const untilMs = period ? startOfDay(addDays(period.to, 1)).getTime() : Number.POSITIVE_INFINITY
  const most = period ? mostOfPeriod : choice.maxItems
  const further: FurtherFile[] = []
  let found: Found[] = []
  // One lastmod for all is the time at which the file was made, and tells nothing.
  let lastmod: string | null = null
  let isVaried = false
  const isWanted = (ms: number | null): boolean => (ms === null ? period === null : ms >= fromMs && ms < untilMs)

  function takeArticle(url: string, entry: SitemapEntry): void {
    if (lastmod !== null && entry.lastmod !== lastmod) isVaried = true
    lastmod ??= entry.lastmod
    if (!pattern.test(url)) return
    const changedMs = readTime(entry.lastmod, now)
    const publishedMs = readTime(entry.published, now)
    // An edit counts as new; a period is one of publication.
    const atMs = period ? (publishedMs ?? changedMs) : (changedMs ?? publishedMs)
    if (!isWanted(atMs)) return
    found.push({ url, entry, atMs })
    if (found.length >= most * 2) found = keepNewest(found, choice)
  }

  return {
    take(entry: SitemapEntry): void {
      const url = canonicalUrl(entry.loc, base)
      if (url === null) return
      if (entry.kind === 'sitemap') further.push({ url, changedMs: readTime(entry.lastmod, now) })
      else takeArticle(url, entry)
    },
    choose: () => ({
      further: further
        .filter(({ changedMs }) => changedMs === null || changedMs >= fromMs)
        .sort((a, b) => newestFirst(a.changedMs, b.changedMs)),
      isIndex: further.length > 0,
      articles: keepNewest(found, choice).map((one) => ({
        candidate: toCandidate(one, isVaried),
        atMs: one.atMs,
      })),
    }),
  }
}

function toCandidate({ url, entry }: Found, isVaried: boolean): Candidate {
  const { title, published, language } = entry
  const told = [title, published, isVaried ? entry.lastmod : null]
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
