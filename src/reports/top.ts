// The few items that stand for a convention in a report, with their text cut to what a report may carry.

import type { ConventionId } from '../model/convention.ts'
import type { ReportItem, ReportRows } from '../model/report.ts'
import { excerpt } from '../text/excerpt.ts'
import { fold } from '../text/normalize.ts'

/** Safeguard 9: a report carries at most 300 characters of an item's text. */
const mostCharacters = 300
const mostItems = 5
/** Shorter headlines ("Tin vắn") and excerpts (a dateline) are alike without being the same article. */
const leastTelling = { title: 20, excerpt: 40 }

type ItemRow = ReportRows['items'][number]

/** The convention's strongest items, newest first where equal: at most five, one a story. */
export function pickTop(items: readonly ItemRow[], convention: ConventionId): ReportItem[] {
  const score = (item: ItemRow) => item.scores?.[convention] ?? 0
  const seenAt = (item: ItemRow) => item.publishedAt ?? item.day
  const ordered = items
    .filter((item) => item.conventions.includes(convention))
    .sort((a, b) => score(b) - score(a) || seenAt(b).localeCompare(seenAt(a)) || a.id.localeCompare(b.id))

  const known = new Set<string>()
  const top: ReportItem[] = []
  for (const item of ordered) {
    const keys = contentKeys(item)
    if (top.length < mostItems && !keys.some((key) => known.has(key))) top.push(toReportItem(item))
    for (const key of keys) known.add(key)
  }
  return top
}

/** What two tellings of one event share: their story, or, for copies that are not linked yet, headline or opening. */
function contentKeys(item: ItemRow): string[] {
  const title = fold(readableText(item.title))
  const excerpt = fold(readableText(item.excerpt))
  const keys = [`both ${title}\n${excerpt}`]
  if (item.storyId !== null) keys.push(`story ${item.storyId}`)
  if (title.length >= leastTelling.title) keys.push(`title ${title}`)
  if (excerpt.length >= leastTelling.excerpt) keys.push(`excerpt ${excerpt}`)
  return keys
}

function toReportItem(item: ItemRow): ReportItem {
  const { id, url, sourceName, publishedAt, language, conventions } = item
  return {
    id,
    title: clipText(item.title),
    url,
    excerpt: clipText(item.excerpt),
    sourceName,
    publishedAt,
    language,
    conventions,
  }
}

/** Foreign text on one line, at most `most` UTF-16 units with its ellipsis. */
export function clipText(text: string, most: number = mostCharacters): string {
  return excerpt(readableText(text), most)
}

/** NFC on one line, without what XML forbids (controls, lone surrogates, non-characters) or what turns text around (bidi overrides). */
function readableText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
