// Dates: when an article appeared and when it was last changed, from the most trusted place of its page that says so.
import { type PublishedAt, readDate } from '../date.ts'
import { readAddressDate } from './date-address.ts'
import { findDateLines, findDatePlaces, longestDateLine } from './date-places.ts'
import type { PageElement } from './dom.ts'
import type { Structured } from './structured.ts'

export type DateSources = {
  /** Before anything was taken out: dates often stand beside authors' names. */
  readonly root: PageElement
  /** An element that an office has named for this site; it decides. */
  readonly given: PageElement | null
  readonly data: Structured
  readonly meta: ReadonlyMap<string, string>
  readonly headline: PageElement | null
  readonly url: string
  readonly now: Date
}

export type Dates = { readonly published: PublishedAt | null; readonly updated: PublishedAt | null }

/** Names of meta elements, in lower case, the most trusted first. */
const publishedMeta =
  `article:published_time og:article:published_time article:published datepublished og:pubdate pubdate
  publishdate publish-date publish_date publication_date publicationdate publish_time publishtime parsely-pub-date
  sailthru.date cxenseparse:recs:publishtime bt:pubdate rnews:datepublished dc.date.issued dcterms.issued dc.date.created
  dcterms.created dc.date dcterms.date dc:date date citation_publication_date citation_date article_date_original
  article.created created displaydate originalpublicationdate published_time published_at published timestamp`.split(
    /\s+/,
  )
const modifiedMeta =
  'article:modified_time og:article:modified_time og:updated_time datemodified dcterms.modified last-modified revised'.split(
    ' ',
  )

/**
 * Publication: 1. the element an office named; 2. structured data (JSON-LD, else microdata) `datePublished`; 3. meta
 * elements; 4. an element marked as `datePublished`; 5. a `time` element; 6. an element that is named for a date; 7. a
 * line by the headline; 8. the address; 9. a line that is nothing but a date; 10. when it was last changed.
 * Change: `dateModified` and meta elements, marked elements, a line by the headline that says "cập nhật" or "updated";
 * null where it is not after the publication. Dates in the future or before the web are passed over.
 */
export function findDates({ root, given, data, meta, headline, url, now }: DateSources): Dates {
  const addressDay = believable(readAddressDate(url, now), now)
  const zone = findZone([data.published, data.modified, ...[...publishedMeta, ...modifiedMeta].map((n) => meta.get(n))])
  const read = (raw: string | null | undefined) => (raw ? believable(readDate(raw, now, zone), now) : null)
  const readPublished = (raw: string | null | undefined) => besideAddress(read(raw), addressDay)
  const places = once(() => findDatePlaces(root, headline))
  const lines = once(() => findDateLines(root, headline))
  const updated =
    read(data.modified) ??
    first(modifiedMeta, (name) => read(meta.get(name))) ??
    first(places().modified, (element) => readElement(element, read)) ??
    first(lines().near, (text) => read(text.slice(updatedAt(text))))
  const ways: (() => PublishedAt | null)[] = [
    () => (given ? readElement(given, read) : null),
    () => readPublished(data.published),
    () => first(publishedMeta, (name) => readPublished(meta.get(name))),
    () => first(places().published, (element) => readElement(element, readPublished)),
    () => first(places().times, (element) => readElement(element, readPublished)),
    () => first(places().named, (element) => readElement(element, readPublished)),
    () => first(lines().near.toSorted(updatesLast), readPublished),
    () => addressDay,
    () => first(lines().bare, readPublished),
    () => updated,
  ]
  const published = first(ways, (way) => way())
  return { published, updated: updated && published && isAfter(updated, published) ? updated : null }
}

const skewMs = 24 * 3_600_000
const earliest = Date.UTC(1995, 0, 1)

function believable(date: PublishedAt | null, now: Date): PublishedAt | null {
  const time = date ? Date.parse(date.iso) : Number.NaN
  return time >= earliest && time <= now.getTime() + skewMs ? date : null
}

/** An address names the day; a date much further from it is of an update or of something else. */
const sameDaysMs = 2 * 24 * 3_600_000

function besideAddress(date: PublishedAt | null, addressDay: PublishedAt | null): PublishedAt | null {
  if (!date || !addressDay) return date
  if (Math.abs(Date.parse(date.iso) - Date.parse(addressDay.iso)) > sameDaysMs) return null
  // A moment in UTC does not tell which day it was where the page was written; its address does.
  return date.local.endsWith('+00:00') ? { ...date, local: addressDay.local } : date
}

/** A page that writes its zone once means it everywhere; UTC is what machines write, no page's own zone. */
function findZone(dates: readonly (string | null | undefined)[]): number | undefined {
  for (const date of dates) {
    const [, sign, hours, minutes] = /\d:\d\d(?:[.\d]*)\s?([+-])(\d\d):?(\d\d)\s*$/.exec(date ?? '') ?? []
    const offset = Number(hours) + Number(minutes) / 60
    if (offset > 0 && offset <= 14) return sign === '-' ? -offset : offset
  }
  return undefined
}

/** By days where one of the two names only the day. */
function isAfter(later: PublishedAt, earlier: PublishedAt): boolean {
  const isExact = later.precision === 'minute' && earlier.precision === 'minute'
  return isExact ? later.iso > earlier.iso : later.local.slice(0, 10) > earlier.local.slice(0, 10)
}

const updateWords =
  /cập nhật|sửa đổi lúc|updated|last modified|mis à jour|modifié|aktualisiert|actualizado|aggiornato|更新|修改/i

/** Where a line begins to say when something was changed; its end where it does not. */
function updatedAt(text: string): number {
  const at = text.search(updateWords)
  return at < 0 ? text.length : at
}

const updatesLast = (one: string, other: string) => Number(updateWords.test(one)) - Number(updateWords.test(other))

function first<T, R>(list: Iterable<T>, read: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = read(item)
    if (found !== null) return found
  }
  return null
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** An element's attributes say it for machines, where they say it. */
function readElement(element: PageElement, read: (raw: string) => PublishedAt | null): PublishedAt | null {
  const written = [...['datetime', 'content', 'title'].map((name) => element.getAttribute(name)), element.textContent]
  return first(written, (raw) => (raw !== null && raw.length <= longestDateLine * 2 ? read(raw.trim()) : null))
}
