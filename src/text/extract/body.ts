// Body: the part of a page that holds the article, by the density of its prose.
import { type Block, isProse, size } from './blocks.ts'
import { isElement, type PageElement, type PageNode } from './dom.ts'
import { nameWords } from './names.ts'

/** An element that has this part of its parent's prose is where the article goes on. */
const nearlyAll = 0.9
/** As much is enough for one that is named as an article's body. */
const mostOf = 0.7
/** As much for an unmistakably named body with which the page's prose begins; what follows are comments. */
const openingShare = 0.25
const leastOpening = 250

/** Where an article stands among the lines of its page. */
export type Span = { readonly element: PageElement; readonly from: number; readonly to: number }

type Prose = ReadonlyMap<PageNode, number>

/** The smallest element that still has nearly all of the page's prose, as a range of its lines. */
export function findBody(root: PageElement, lines: readonly Block[]): Span {
  const prose = weighProse(lines)
  let element = root
  for (let next: PageElement | null = root; next; next = findNarrower(element, prose)) element = next
  if (isLine(element) && element.parentNode) element = element.parentNode
  const isInside = (line: Block) => element.contains(line.element)
  return { element, from: Math.max(0, lines.findIndex(isInside)), to: lines.findLastIndex(isInside) + 1 }
}

/** Characters of prose in every element that has any, in order of their first line. */
function weighProse(lines: readonly Block[]): Prose {
  const prose = new Map<PageNode, number>()
  for (const line of lines) {
    if (!isProse(line)) continue
    const weight = size(line.text) - line.linkChars
    for (let node: PageNode | null = line.element; node; node = node.parentNode)
      prose.set(node, (prose.get(node) ?? 0) + weight)
  }
  return prose
}

/** The part of an element in which the article goes on, or null where the element itself is it. */
function findNarrower(at: PageElement, prose: Prose): PageElement | null {
  const whole = prose.get(at) ?? 0
  const weigh = (node: PageNode) => prose.get(node) ?? 0
  const nearly = [...at.children].find((child) => weigh(child) > whole * nearlyAll)
  if (nearly) return nearly
  const inside = [...prose.keys()].filter((node) => node !== at && at.contains(node)).filter(isElement)
  const named = inside.filter(isNamedBody)
  const most = named.find((node) => weigh(node) > whole * mostOf)
  if (most) return most
  const opening = named.find((node) => weigh(node) > Math.max(leastOpening, whole * openingShare))
  return opening && isOpening(opening, inside, named) ? opening : null
}

/** Whether the prose begins in this body and no second one of its kind continues it. */
function isOpening(body: PageElement, inside: readonly PageElement[], named: readonly PageElement[]): boolean {
  if (/^(?:article|main)$/.test(body.localName) || !inside[0] || !body.contains(inside[0])) return false
  return !named.some((other) => !body.contains(other) && isAlike(body, other))
}

const bodyName =
  / (?:(?:article|entry|post|story|news|detail|main|page|body|blog|text|cms) (?:body|content|text|copy|main|detail|entry|inner)|articlebody|fck detail|noi dung|noidung|contentdetail|content detail|field name body|richtext|rich text|prose) /

function isNamedBody(element: PageElement): boolean {
  if (/^(?:article|main)$/.test(element.localName)) return true
  return /articleBody/i.test(element.getAttribute('itemprop') ?? '') || bodyName.test(nameWords(element))
}

const isLine = (element: PageElement) => /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|table)$/.test(element.localName)

/** Sections of one article have one shape; two articles side by side have, too. */
function isAlike(one: PageElement, other: PageElement): boolean {
  return one.localName !== 'article' && one.localName === other.localName && shape(one) === shape(other)
}

const shape = (element: PageElement) => (element.getAttribute('class') ?? '').replace(/\d+/g, '')
