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

/** Scripts whose letters are syllables or words: one says as much as three Latin ones. */
const denseLetter = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

/** Length of a text as if it were written in Latin letters. */
export function size(text: string): number {
  return text.length + (text.match(denseLetter)?.length ?? 0) * 2
}

const sentenceEnd = /[.!?…:;»”"’'。！？」។៕]$|[。！？]/

/** Running text, as against labels, headlines and lists of links. */
export function isProse({ text, linkChars, element }: Block): boolean {
  if (/^h[1-6]$/.test(element.localName)) return false
  if (linkChars > text.length * 0.4) return false
  const length = size(text)
  return length >= 80 || (length >= 30 && sentenceEnd.test(text))
}

/** Letters and digits only: headlines differ in quotation marks and dashes. */
export function simplify(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function hasClass(element: PageElement, name: string): boolean {
  return element.getAttribute('class') === name
}

function lineOf(element: PageElement): PageElement {
  let line: PageElement = element
  while (!breaking.has(line.localName) && !cells.has(line.localName) && line.parentNode) line = line.parentNode
  return line
}
