// Extract: an article out of a web page.

import { type PublishedAt, readDate } from './date.ts'
import { alignWith } from './extract/align.ts'
import { readBlocks, simplify, tidy } from './extract/blocks.ts'
import { dropSections, findByDensity } from './extract/body.ts'
import { type PageElement, parseMarkup } from './extract/dom.ts'
import { findLead } from './extract/lead.ts'
import { prepareMarkup } from './extract/markup.ts'
import { prune } from './extract/prune.ts'
import { refine } from './extract/refine.ts'
import { readJsonLd, readMeta } from './extract/structured.ts'
import { htmlToText } from './html-text.ts'

export type Extraction = {
  readonly title: string | null
  /** Paragraphs, subheads and list entries, a line each. */
  readonly text: string
  readonly publishedAt: PublishedAt | null
  /** What the page says of its language, as ISO 639; a hint only. */
  readonly language: string | null
  /** Absolute, and only where it is an address of the same site. */
  readonly canonicalUrl: string | null
  /** How the text was found, with its version: `readability 1`. */
  readonly method: string
  /** False for index pages, login walls, challenges and empty pages. */
  readonly isArticle: boolean
  readonly isLoginWall: boolean
  readonly isPaywalled: boolean
}

export function extract(page: { readonly html: string; readonly url: string; readonly now: Date }): Extraction {
  const markup = prepareMarkup(page.html)
  const document = parseMarkup(markup.html)
  const data = readJsonLd(markup.jsonLd)
  const meta = readMeta(document)
  const h1 = [...document.querySelectorAll('h1')]
  const title = data.headline ?? meta.get('og:title') ?? h1[0]?.textContent ?? null
  const main = h1.filter((h) => tidy(h.textContent) === tidy(title ?? ''))
  prune(document.body, (main.length ? main : h1.slice(0, 1)) as PageElement[])
  const titles = new Set([title, ...h1.map((h) => h.textContent)].map((t) => simplify(t ?? '')))
  const lines = readBlocks(document.body)
  const span = findByDensity(document.body, lines)
  let blocks = refine(dropSections(lines.slice(span.from, span.to), span.element), titles)
  let text = ''
  const aligned = data.body && !process.env.NOAL ? alignWith(htmlToText(data.body), blocks) : blocks
  if (aligned === 'elsewhere') text = htmlToText(data.body ?? '')
  else blocks = [...aligned]
  const at = lines.findLastIndex((b, i) => i <= span.from + 3 && titles.has(simplify(b.text)))
  const firstIndex = lines.indexOf(blocks[0]!)
  const lead = process.env.NOLEAD
    ? null
    : findLead(
        lines.slice(Math.max(0, at), firstIndex < 0 ? span.from : firstIndex),
        [data.description, meta.get('og:description'), meta.get('description')].filter((d) => d != null),
      )
  text ||= blocks.map((b) => b.text).join('\n')
  if (lead && !simplify(text).includes(simplify(lead.text))) text = `${lead.text}\n${text}`
  return {
    title: title && tidy(title),
    text,
    publishedAt: readDate(data.published ?? meta.get('article:published_time') ?? '', page.now),
    language: null,
    canonicalUrl: null,
    method: 'readability 1',
    isArticle: blocks.length > 0,
    isLoginWall: false,
    isPaywalled: false,
  }
}
