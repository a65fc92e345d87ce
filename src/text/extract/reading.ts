// Reading: from the lines of a pruned page to the article's text.
import { htmlToText } from '../html-text.ts'
import { alignWith } from './align.ts'
import { type Block, isProse, readBlocks, simplify, size, tidy } from './blocks.ts'
import { findBody } from './body.ts'
import type { PageElement } from './dom.ts'
import { findLead } from './lead.ts'
import { readByReadability } from './readability.ts'
import { isBoilerplate, refine } from './refine.ts'
import { dropBoxes } from './sections.ts'
import { isIndex } from './walls.ts'

export type Reading = {
  readonly text: string
  readonly method: string
  /** The page lists articles instead of being one. */
  readonly isIndex: boolean
}

export type ReadingHints = {
  /** Headlines of the page, whatever they are headlines of. */
  readonly titles: readonly string[]
  /** The article's text in structured data. */
  readonly body: string | null
  /** What the page says it is about, in one or two sentences. */
  readonly descriptions: readonly string[]
}

/** Reads the article under `root`, a page's pruned body. Stages 3 and 4 of `extract`. */
export function readArticle(root: PageElement, hints: ReadingHints): Reading {
  const titles = new Set(hints.titles.map(simplify))
  const lines = readBlocks(root)
  const body = findBody(root, lines)
  const titleAt = findTitleLine(lines, body.to, titles)
  const inside = lines.slice(Math.max(body.from, titleAt + 1), body.to)
  const refined = refine(dropBoxes(inside, body.element), titles)
  const given = hints.body === null ? null : plainLines(hints.body)
  const aligned = given === null ? refined : alignWith(given, refined)
  const first = refined[0] ? lines.indexOf(refined[0]) : body.from
  const lead = findLead(lines.slice(titleAt + 1, first), hints.descriptions)
  const text = aligned ? aligned.map((line) => line.text).join('\n') : dropBoilerplate(given ?? '')
  return {
    text: withLead(lead, text),
    method: aligned === null ? 'json-ld' : aligned === refined ? 'density' : 'density+json-ld',
    isIndex: isIndex(inside),
  }
}

/**
 * Stage 5 of `extract`: Readability's text where it has more running text than what was read so far. Labels and names do
 * not count: a page with a headline and one sentence would otherwise be filled up with what stands around it.
 */
export function readAgain(html: string, reading: Reading, hints: ReadingHints): Reading {
  const lines = refine(readByReadability(html), new Set(hints.titles.map(simplify)))
  const prose = lines.filter(isProse).reduce((sum, line) => sum + size(line.text), 0)
  if (prose <= size(reading.text) * 1.5) return reading
  return { ...reading, text: lines.map((line) => line.text).join('\n'), method: 'readability' }
}

/** Structured data has its text as HTML, or as lines with an entity here and there. */
function plainLines(body: string): string {
  if (/<(?:p|br|div|h\d|li)\b/i.test(body)) return htmlToText(body)
  const lines = body.split(/[\r\n]+/).map((line) => (/[&<]/.test(line) ? htmlToText(line) : tidy(line)))
  return lines.filter((line) => line !== '').join('\n')
}

/** Structured data can hold credits and invitations, too. */
function dropBoilerplate(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isBoilerplate({ text: line, linkChars: 0 }))
    .join('\n')
}

/** The last line that says a headline and has most of the body's prose behind it; −1 where there is none. */
function findTitleLine(lines: readonly Block[], end: number, titles: ReadonlySet<string>): number {
  const weights = lines.slice(0, end).map((line) => (isProse(line) ? size(line.text) : 0))
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2
  let behind = 0
  return lines.findLastIndex((line, i) => {
    behind += weights[i] ?? 0
    return i < end && behind >= half && (line.element.localName === 'h1' || titles.has(simplify(line.text)))
  })
}

function withLead(lead: readonly Block[], text: string): string {
  const said = simplify(text)
  const missing = [...new Set(lead.map((line) => line.text))].filter((line) => !said.includes(simplify(line)))
  return [...missing, text].join('\n').trim()
}
