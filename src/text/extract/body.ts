// Body: the element that holds the article, by the density of its words or by Readability.
import { Readability } from '@mozilla/readability'
import { type Block, isProse, readBlocks, size } from './blocks.ts'
import type { PageDocument, PageElement, PageNode } from './dom.ts'
import { isElsewhere, isHouse } from './phrases.ts'
import { nameWords } from './prune.ts'

/** Pages with more elements than this are lists or attacks. */
const maxElements = 60_000

/** The article as Readability finds it. The document is used up. */
export function findByReadability(document: PageDocument): Block[] {
  try {
    const reader = new Readability<PageElement>(document as never, {
      charThreshold: 250,
      maxElemsToParse: maxElements,
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node as unknown as PageElement,
    })
    const content = reader.parse()?.content
    return content ? readBlocks(content) : []
  } catch {
    return []
  }
}

/** An element that has this part of its parent's prose is where the article goes on. */
const nearlyAll = Number(process.env.SH ?? 0.9)
/** As much is enough for one that is named as an article's body. */
const mostOf = Number(process.env.SM ?? 0.7)
const bodyName =
  / (?:article|entry|post|story|news|detail|main|page|body|blog|text)[ -]?(?:body|content|text|copy|main|detail|entry|inner)|(?:articlebody|fck detail|cms body|noi dung|noidung|contentdetail|detail content|content detail|body text|field name body|richtext|rich text|prose) /

function isNamedBody(element: PageElement): boolean {
  if (element.localName === 'article' || element.localName === 'main') return true
  if (/articleBody/i.test(element.getAttribute('itemprop') ?? '')) return true
  return bodyName.test(nameWords(element))
}

/** Where an article stands among the lines of its page. */
export type Span = { readonly element: PageElement; readonly from: number; readonly to: number }

/** The article as the smallest element that still has nearly all of the page's prose. */
export function findByDensity(root: PageElement, blocks: readonly Block[]): Span {
  const prose = new Map<PageNode, number>()
  for (const block of blocks) {
    if (!isProse(block)) continue
    const weight = size(block.text) - block.linkChars
    for (let node: PageNode | null = block.element; node; node = node.parentNode)
      prose.set(node, (prose.get(node) ?? 0) + weight)
  }
  let at = root
  for (;;) {
    const whole = prose.get(at) ?? 0
    const next = [...at.children].find((child) => {
      const part = prose.get(child) ?? 0
      return part > whole * nearlyAll || (part > whole * mostOf && isNamedBody(child))
    })
    if (!next) break
    at = next
  }
  if (/^(?:p|li|blockquote|h\d)$/.test(at.localName) && at.parentNode) at = at.parentNode
  const inside = blocks.map((block) => at === root || at.contains(block.element))
  return { element: at, from: Math.max(0, inside.indexOf(true)), to: inside.lastIndexOf(true) + 1 }
}

type Range = { from: number; to: number }

/** Larger parts of an article are never taken out as a whole. */
const sectionShare = 0.35

/** Lines of an element without its boxes: lists of links, and sections whose first line invites elsewhere. */
export function dropSections(blocks: readonly Block[], root: PageElement): Block[] {
  const ranges = new Map<PageElement, Range>()
  blocks.forEach((block, i) => {
    for (let node: PageElement | null = block.element; node && node !== root; node = node.parentNode) {
      const range = ranges.get(node)
      if (range) range.to = i + 1
      else ranges.set(node, { from: i, to: i + 1 })
    }
  })
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const dropped = new Set<number>()
  for (const [element, { from, to }] of ranges) {
    if (/^(?:p|li|h\d|blockquote|td|tr|tbody)$/.test(element.localName) || !isBox(blocks.slice(from, to), total))
      continue
    for (let i = from; i < to; i++) dropped.add(i)
  }
  return blocks.filter((_, i) => !dropped.has(i))
}

function isBox(section: readonly Block[], total: number): boolean {
  const chars = section.reduce((sum, block) => sum + block.text.length, 0)
  if (chars > total * sectionShare) return false
  const links = section.reduce((sum, block) => sum + block.linkChars, 0)
  const first = section[0]?.text ?? ''
  if (section.length > 1 && first.length < 60 && (isElsewhere.test(first) || isHouse.test(first))) return true
  return links > chars * 0.4 && !section.some(isProse)
}
