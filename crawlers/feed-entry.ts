// Feed entry: what the feed formats call by many names, in one form. Authors have no place in it.
import { load } from 'cheerio'
import type { FeedEntry } from '../src/model/capture.ts'
import { canonicalUrl } from '../src/text/url.ts'

/** As a reader of one format gives it. */
export type RawEntry = {
  readonly id: string | null
  /** As written, the best first; the first that is a web address counts. */
  readonly links: readonly (string | null | undefined)[]
  /** For relative links: `xml:base` of the feed and of the entry, outermost first. */
  readonly bases: readonly (string | null | undefined)[]
  readonly title: string | null
  /** HTML of the short and of the whole text. */
  readonly summary: string | null
  readonly content: string | null
  readonly published: string | null
  readonly language: string | null
}

export type ParsedEntry = {
  /** Canonical; null where the entry links to nothing. */
  readonly url: string | null
  /** The feed's own id of the entry. */
  readonly id: string | null
  readonly entry: FeedEntry
}

/** Pure; null for an entry that has neither link nor title nor text. */
export function toEntry(raw: RawEntry, feedUrl: string): ParsedEntry | null {
  const base = raw.bases.reduce<string>((outer, inner) => URL.parse(inner ?? '', outer)?.href ?? outer, feedUrl)
  const url = raw.links.map((link) => (link?.trim() ? canonicalUrl(link, base) : null)).find((link) => link !== null)
  const title = toPlainText(raw.title)
  const summary = presentOf(raw.summary)
  const content = presentOf(raw.content)
  const isFullText = content !== null && content.length > (summary?.length ?? 0)
  const html = isFullText ? content : (summary ?? content)
  if (!url && !title && !html) return null
  const language = /^[a-z]{2,3}(?=$|[-_])/.exec(raw.language?.trim().toLowerCase() ?? '')?.[0] ?? null
  const entry = { title, html, isFullText, published: presentOf(raw.published), language }
  return { url: url ?? null, id: presentOf(raw.id), entry }
}

function presentOf(text: string | null): string | null {
  return text?.trim() ? text.trim() : null
}

/** In titles, tags that people do write there are tags; any other "<" is a character. */
const otherLess =
  /<(?!\/?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|script|small|span|strong|style|sub|sup|u|wbr)\b[^<>]*>)/gi

const mostTitleChars = 2000

/** A title as people read it, whether the feed wrote text or HTML. */
function toPlainText(written: string | null): string | null {
  const raw = written?.slice(0, mostTitleChars) ?? null
  if (raw === null || !/[<&]/.test(raw)) return presentOf(raw?.replace(/\s+/g, ' ') ?? null)
  const $ = load(raw.replace(otherLess, '&lt;'), null, false)
  $('script, style').remove()
  return presentOf($.root().text().replace(/\s+/g, ' '))
}
