// Blocks: a document as the lines that a reader sees, each with what is needed to judge it.
import { isElement, isText, type PageElement, type PageNode, walk } from './dom.ts'

export type Block = {
  readonly text: string
  /** Nearest element that makes a line of its own. */
  readonly element: PageElement
  /** Characters inside links, without the spaces around them. */
  readonly linkChars: number
}

const breaking = new Set(
  `address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
const cells = new Set(['td', 'th'])
const skipped = new Set(['script', 'style', 'noscript', 'select', 'button', 'textarea', 'title'])
const unseen = /[\u00ad\u200b\u2060\ufeff]/g

/** Text as a reader sees it: one space between words, no invisible characters, NFC. */
export function tidy(text: string): string {
  return text.replace(unseen, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** A longer cell, or one of several lines, lays out a page; the others of a row are read on one line. */
const longestDataCell = 80

/** Lines of an element in reading order; empty ones are left out. */
export function readBlocks(root: PageElement): Block[] {
  const blocks: Block[] = []
  const cellStarts: number[] = []
  let line = { parts: [] as string[], chars: 0, linkChars: 0 }
  let linkDepth = 0
  const flush = (element: PageElement) => {
    const text = tidy(line.parts.join(''))
    if (text !== '') blocks.push({ text, element, linkChars: line.linkChars })
    line = { parts: [], chars: 0, linkChars: 0 }
  }
  const append = (text: string) => {
    const chars = text.trim().length
    line.parts.push(text)
    line.chars += chars
    if (linkDepth > 0) line.linkChars += chars
  }
  const enter = (node: PageNode): boolean => {
    if (isText(node)) append(node.textContent)
    if (!isElement(node) || isSkipped(node)) return false
    if (breaking.has(node.localName)) flush(lineOf(node.parentNode ?? node))
    if (cells.has(node.localName)) cellStarts.push(blocks.length)
    if (node.localName === 'a') linkDepth++
    return true
  }
  const leave = (element: PageElement) => {
    if (isSkipped(element)) return
    const isCell = cells.has(element.localName)
    if (element.localName === 'a') linkDepth--
    if (hasClass(element, 'ellipsis')) append('…')
    const isLayoutCell = isCell && (cellStarts.pop() !== blocks.length || line.chars > longestDataCell)
    if (breaking.has(element.localName) || isLayoutCell) flush(element)
    else if (isCell) append(' ')
  }
  walk(root, enter, leave)
  flush(root)
  return blocks
}

const isSkipped = (element: PageElement) => skipped.has(element.localName) || hasClass(element, 'invisible')

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
