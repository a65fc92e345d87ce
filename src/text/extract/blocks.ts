// Blocks: a document as the lines that a reader sees, each with what is needed to judge it.
import { isElement, isText, type PageElement, type PageNode, walk } from './dom.ts'

export type Block = {
  readonly text: string
  /** Nearest element that makes a line of its own. */
  readonly element: PageElement
  /** Characters inside links, and inside bold or italic. */
  readonly linkChars: number
  readonly strongChars: number
}

const breaking = new Set(
  `address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
const cells = new Set(['td', 'th'])
const strong = new Set(['b', 'strong', 'em', 'i'])
const skipped = new Set(['script', 'style', 'noscript', 'select', 'button', 'textarea', 'title'])
const unseen = /[\u00ad\u200b\u2060\ufeff]/g

/** Text as a reader sees it: one space between words, no invisible characters, NFC. */
export function tidy(text: string): string {
  return text.replace(unseen, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** Lines of an element in reading order; empty ones are left out. */
export function readBlocks(root: PageElement): Block[] {
  const blocks: Block[] = []
  const parts: string[] = []
  let [linkDepth, strongDepth, linkChars, strongChars] = [0, 0, 0, 0]
  const flush = (element: PageElement) => {
    const text = tidy(parts.join(''))
    if (text !== '') blocks.push({ text, element, linkChars, strongChars })
    parts.length = 0
    linkChars = 0
    strongChars = 0
  }
  const append = (text: string) => {
    parts.push(text)
    const seen = text.trim().length
    if (linkDepth > 0) linkChars += seen
    if (strongDepth > 0) strongChars += seen
  }
  const enter = (node: PageNode): boolean => {
    if (isText(node)) append(node.textContent)
    if (!isElement(node)) return false
    const name = node.localName
    if (skipped.has(name) || hasClass(node, 'invisible')) return false
    if (breaking.has(name)) flush(lineOf(node.parentNode ?? node))
    if (name === 'a') linkDepth++
    if (strong.has(name)) strongDepth++
    return true
  }
  const leave = (element: PageElement) => {
    const name = element.localName
    if (skipped.has(name) || hasClass(element, 'invisible')) return
    if (name === 'a') linkDepth--
    if (strong.has(name)) strongDepth--
    if (hasClass(element, 'ellipsis')) parts.push('…')
    if (breaking.has(name)) flush(element)
    else if (cells.has(name)) parts.push(' ')
  }
  walk(root, enter, leave)
  flush(root)
  return blocks
}

function hasClass(element: PageElement, name: string): boolean {
  return element.getAttribute('class') === name
}

function lineOf(element: PageElement): PageElement {
  let line: PageElement = element
  while (!breaking.has(line.localName) && !cells.has(line.localName) && line.parentNode) line = line.parentNode
  return line
}
