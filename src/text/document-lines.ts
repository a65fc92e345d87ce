// Document lines: from the printed lines of a paged document to its paragraphs.
import { fold } from './normalize.ts'

/** Places in points from the page's lower left corner. */
export type Line = {
  readonly text: string
  readonly x: number
  readonly right: number
  /** Base line. */
  readonly y: number
  readonly size: number
}

/** Lines at the top and at the bottom of a page that may be its header or footer. */
const edgeLines = 3
/** Odd and even pages may differ, and the first one has often none. */
const leastShareOfPages = 0.4
const pageNumber = /^(?:trang|page|p\.?)?\s*[-–—|]*\s*\d{1,4}\s*(?:(?:\/|of|trên)\s*\d{1,4})?\s*[-–—|]*$/i

/** The pages without page numbers and without what stands at the same place of many of them. */
export function dropFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>()
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, i) => isAtEdge(i, lines)).map(keyOf))
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, pages.length * leastShareOfPages)
  const isFurniture = (line: Line): boolean => pageNumber.test(line.text) || (seen.get(keyOf(line)) ?? 0) >= least
  return pages.map((lines) => {
    const top = countFurniture(lines, isFurniture)
    // In the file's order a footer may come before the text: then the top has it.
    const bottom = countFurniture(lines.slice(top).reverse(), isFurniture)
    return lines.slice(top, lines.length - bottom)
  })
}

const isAtEdge = (i: number, lines: readonly Line[]): boolean => i < edgeLines || i >= lines.length - edgeLines

function countFurniture(lines: readonly Line[], isFurniture: (line: Line) => boolean): number {
  const end = lines.slice(0, edgeLines).findIndex((line) => !isFurniture(line))
  return end < 0 ? Math.min(edgeLines, lines.length) : end
}

/** Equal for the header of two pages: same height, same words, whatever the numbers. */
const keyOf = ({ text, y }: Line): string => `${Math.round(y / 4)} ${fold(text).replace(/\d+/g, '#')}`

/** Lines of all pages joined into paragraphs, hyphens at line ends taken back. */
export function joinLines(pages: readonly (readonly Line[])[]): string[] {
  const paragraphs: string[] = []
  let previous: Line | null = null
  for (const lines of pages) {
    const layout = measure(lines)
    for (const line of lines) {
      const last = paragraphs.at(-1)
      if (previous && last !== undefined && isContinued(previous, line, layout))
        paragraphs[paragraphs.length - 1] = glue(last, line.text)
      else paragraphs.push(line.text)
      previous = line
    }
  }
  return paragraphs
}

type Layout = { readonly left: number; readonly right: number; readonly step: number }

/** The text column of a page, and the usual distance of two base lines. */
function measure(lines: readonly Line[]): Layout {
  const steps = lines
    .slice(1)
    .map((line, i) => (lines[i] as Line).y - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return {
    left: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ right }) => right)),
    step: steps[Math.floor(steps.length / 2)] ?? 0,
  }
}

/** A line that ends so far before the column does is the last one of its paragraph: the next word would have fitted. */
const longestWordShare = 0.14
const marker = /^(?:[-–•●▪◦+*]\s|\(?\d{1,2}[.)]\s|\(?\p{L}[.)]\s|[IVXLC]+\.\s|(?:Điều|Chương|Mục|Article)\s+[\dIVX]+)/u

function isContinued(previous: Line, line: Line, { left, right, step }: Layout): boolean {
  if (previous.right < right - (right - left) * longestWordShare) return false
  if (Math.abs(previous.size - line.size) > line.size * 0.1) return false
  if (line.x > previous.x + line.size * 0.8) return false
  const gap = previous.y - line.y
  // A negative one is a new page or column.
  if (gap > step * 1.35) return false
  return !(marker.test(line.text) && /[.;:!?…”"]$/.test(previous.text))
}

/** "develop-" and "ment" are one word; "kinh tế-" and "xã hội" are not: Vietnamese never divides a syllable. */
function glue(before: string, after: string): string {
  const isDivided = /(?:^|[^\p{L}])[a-z]{2,}-$/u.test(before) && /^[a-z]{2,}(?!\p{L})/u.test(after)
  if (isDivided) return before.slice(0, -1) + after
  return before.endsWith('-') ? before + after : `${before} ${after}`
}
