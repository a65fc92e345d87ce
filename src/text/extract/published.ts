// Published: when an article appeared, from the most trusted place of its page that says so.
import { type PublishedAt, readDate } from '../date.ts'
import { readBlocks } from './blocks.ts'
import type { PageDocument, PageElement } from './dom.ts'
import { nameWords } from './names.ts'
import type { Structured } from './structured.ts'

export type DateSources = {
  /** Before anything was taken out: dates often stand beside authors' names. */
  readonly document: PageDocument
  readonly data: Structured
  readonly meta: ReadonlyMap<string, string>
  readonly headline: PageElement | null
  readonly url: string
  readonly now: Date
}

/** Names of meta elements, in lower case, the most trusted first. */
const publishedMeta =
  `article:published_time og:article:published_time article:published datepublished og:pubdate pubdate
  publishdate publish-date publish_date publication_date publicationdate publish_time publishtime parsely-pub-date
  sailthru.date cxenseparse:recs:publishtime bt:pubdate rnews:datepublished dc.date.issued dcterms.issued dc.date.created
  dcterms.created dc.date dcterms.date dc:date date citation_publication_date citation_date article_date_original
  article.created created displaydate originalpublicationdate published_time published_at published timestamp`.split(
    /\s+/,
  )
const modifiedMeta = 'article:modified_time og:updated_time datemodified dcterms.modified last-modified revised'.split(
  ' ',
)

/**
 * 1. JSON-LD `datePublished`; 2. meta elements; 3. microdata; 4. a `time` element; 5. an element that is named for a
 * date; 6. a line by the headline; 7. the address; 8. a line that is nothing but a date; 9. when it was last modified.
 * Dates in the future or before the web are passed over, and those of comments, teasers and side columns.
 */
export function findPublished({ document, data, meta, headline, url, now }: DateSources): PublishedAt | null {
  const addressDay = readUrlDate(url, now)
  const read = (raw: string | null | undefined) => {
    const date = raw ? believable(readDate(raw, now), now) : null
    if (!date || !addressDay) return date
    if (Math.abs(Date.parse(date.iso) - Date.parse(addressDay.iso)) > sameDaysMs) return null
    // A moment in UTC does not tell which day it was where the page was written; its address does.
    return date.local.endsWith('+00:00') ? { ...date, local: addressDay.local } : date
  }
  const ways: (() => PublishedAt | null)[] = [
    () => read(data.published),
    () => first(publishedMeta, (name) => read(meta.get(name))),
    () => first(marked(document, published), (element) => read(written(element))),
    () => first(timeElements(document), (element) => read(written(element))),
    () => first(marked(document, '[class], [id]', dateName), (element) => read(short(written(element)))),
    () => first(linesBy(headline, document), (text) => read(text)),
    () => addressDay,
    () => first(datedLines(document), (text) => read(text)),
    () => read(data.modified) ?? first(modifiedMeta, (name) => read(meta.get(name))),
  ]
  return first(ways, (way) => way())
}

/** Lines that say when are short. */
const longestDateLine = 120
/** An address names the day; a date much further from it is of an update or of something else. */
const sameDaysMs = 2 * 24 * 3_600_000
const skewMs = 24 * 3_600_000
const earliest = Date.UTC(1995, 0, 1)

function believable(date: PublishedAt | null, now: Date): PublishedAt | null {
  const time = date ? Date.parse(date.iso) : Number.NaN
  return time >= earliest && time <= now.getTime() + skewMs ? date : null
}

function first<T, R>(list: Iterable<T>, read: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = read(item)
    if (found !== null) return found
  }
  return null
}

const written = (element: PageElement) =>
  element.getAttribute('datetime') ??
  element.getAttribute('content') ??
  element.getAttribute('title') ??
  element.textContent.trim()

const published =
  '[itemprop="datePublished"], [property$="datePublished"], [property="dc:date"], [property$="dateCreated"]'
const dateName =
  / (?:date|dates|datetime|dateline|pubdate|published|posted|publish|timestamp|created|time|\w+datum|\w+date|ngay|ngaydang|thoi gian|thoigian|datum|fecha|data) /
const besides =
  / (?:comments?|commentlist|disqus|replies|related|recommend(?:ed|ations?)?|sidebar|footer|widgets?|teasers?|popular|trending|most read|tin khac|lien quan|binh luan|calendar|archives?|copyright) /

/** Elements that name themselves a date, in order of the page; not those of comments, teasers and side columns. */
function marked(document: PageDocument, selector: string, name?: RegExp): PageElement[] {
  const found: PageElement[] = []
  for (const element of document.querySelectorAll(selector)) {
    if (name && (!name.test(nameWords(element)) || element.textContent.length > longestDateLine * 2)) continue
    if (!isBesides(element)) found.push(element)
  }
  return found
}

function isBesides(element: PageElement): boolean {
  for (let node: PageElement | null = element; node && node.localName !== 'body'; node = node.parentNode) {
    if (/^(?:aside|footer|nav)$/.test(node.localName) || besides.test(nameWords(node))) return true
  }
  return false
}

/** Those marked as publication first, then in order of the page. */
function timeElements(document: PageDocument): PageElement[] {
  const all = marked(document, 'time').filter(
    (time) => !/ (?:updated|modified) /.test(nameWords(time)) || / published /.test(nameWords(time)),
  )
  const isMarked = (time: PageElement) =>
    time.getAttribute('pubdate') !== null || / (?:published|entry date) /.test(nameWords(time))
  return [...all.filter(isMarked), ...all.filter((time) => !isMarked(time))]
}

const linesBehind = 15
const linesBefore = 4

/** Short lines behind and before the headline, the nearest first. */
function linesBy(headline: PageElement | null, document: PageDocument): string[] {
  if (!headline) return []
  const lines = readBlocks(document.body)
  const at = lines.findIndex((line) => headline.contains(line.element))
  const near = [
    ...lines.slice(at + 1, at + 1 + linesBehind),
    ...lines.slice(Math.max(0, at - linesBefore), at + 1).reverse(),
  ]
  return near.map((line) => line.text).filter((text) => text.length <= longestDateLine)
}

/** Lines that are a date and hardly anything else, anywhere on the page but beside articles. */
function datedLines(document: PageDocument): string[] {
  const lines = readBlocks(document.body).filter((line) => line.text.length <= longestBareDate && /\d/.test(line.text))
  return lines.filter((line) => line.linkChars === 0 && !isBesides(line.element)).map((line) => line.text)
}
const longestBareDate = 45

const short = (text: string) => (text.length <= longestDateLine * 2 ? text : '')

const urlDates = [
  /\/(?<y>(?:19|20)\d{2})[/-](?<m>0?[1-9]|1[0-2])[/-](?<d>0?[1-9]|[12]\d|3[01])(?![\d])/,
  /(?<!\d)(?<y>(?:19|20)\d{2})[-_.](?<m>0[1-9]|1[0-2])[-_.](?<d>0[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d{3})/,
  /(?<!\d)(?<d>0[1-9]|[12]\d|3[01])[-_.](?<m>0[1-9]|1[0-2])[-_.](?<y>(?:19|20)\d{2})(?!\d)/,
]

/** An archive's own address begins with the day of the copy, which says nothing of the article. */
const archive = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//

function readUrlDate(url: string, now: Date): PublishedAt | null {
  const path = url.replace(archive, '')
  return first(urlDates, (pattern) => {
    const { y, m, d } = pattern.exec(path)?.groups ?? {}
    return y ? believable(readDate(`${y}-${m}-${d}`, now), now) : null
  })
}
