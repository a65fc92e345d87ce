// Sections: boxes inside an article's element that are no part of the article.
import { type Block, isProse } from './blocks.ts'
import type { PageElement } from './dom.ts'
import { isLabel, isNote, longestLabelChars } from './phrases.ts'

type Range = { readonly from: number; to: number }

/** Larger parts of an article are never taken out as a whole. */
const mostOfArticle = 0.35
/** A section without prose that is links for this part is a list of links. */
const linkShare = 0.4

/** Lines of an element without lists of links, and without boxes whose first line leads elsewhere. */
export function dropBoxes(lines: readonly Block[], root: PageElement): Block[] {
  const total = countChars(lines)
  const dropped = new Set<number>()
  for (const [element, { from, to }] of rangesIn(lines, root)) {
    if (isLineOrCell(element) || !isBox(lines.slice(from, to), total)) continue
    for (let i = from; i < to; i++) dropped.add(i)
  }
  return lines.filter((_, i) => !dropped.has(i))
}

/** Which lines each element under `root` holds. */
function rangesIn(lines: readonly Block[], root: PageElement): Map<PageElement, Range> {
  const ranges = new Map<PageElement, Range>()
  lines.forEach((line, i) => {
    for (let node: PageElement | null = line.element; node && node !== root; node = node.parentNode) {
      const range = ranges.get(node)
      if (range) range.to = i + 1
      else ranges.set(node, { from: i, to: i + 1 })
    }
  })
  return ranges
}

const isLineOrCell = (element: PageElement) => /^(?:p|li|h\d|blockquote|td|tr|tbody)$/.test(element.localName)
const countChars = (lines: readonly Block[]) => lines.reduce((sum, line) => sum + line.text.length, 0)

function isBox(section: readonly Block[], total: number): boolean {
  const chars = countChars(section)
  if (chars > total * mostOfArticle) return false
  const label = section[0]?.text ?? ''
  // A box is introduced by a label, not by a sentence.
  if (section.length > 1 && (isLabel(label) || (label.length <= longestLabelChars && isNote.test(label)))) return true
  const links = section.reduce((sum, line) => sum + line.linkChars, 0)
  return links > chars * linkShare && !section.some(isProse)
}
