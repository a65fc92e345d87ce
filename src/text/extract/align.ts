// Align: what a page's structured data gives as the article's text, held against the lines found on the page.
import { type Block, simplify } from './blocks.ts'

/** Shorter texts in structured data are summaries. */
const leastBodyChars = 300
/** Structured data that has this part of the found lines' letters names the whole article. */
const wholeShare = 0.6

/** Lines of the page that the structured text has too, from its first to its last; headings between them stay. */
export function alignWith(body: string, blocks: readonly Block[]): readonly Block[] | 'elsewhere' {
  const wanted = simplify(body)
  if (wanted.length < leastBodyChars) return blocks
  const keys = blocks.map((block) => simplify(block.text))
  const total = keys.reduce((sum, key) => sum + key.length, 0)
  const matches = keys.map((key) => key.length >= 12 && wanted.includes(key))
  const matched = keys.reduce((sum, key, i) => sum + (matches[i] ? key.length : 0), 0)
  if (matched < wanted.length * 0.5 && total < wanted.length * wholeShare) return 'elsewhere'
  if (matched < wanted.length * 0.85 || matched < total * wholeShare) return blocks
  const first = matches.indexOf(true)
  const last = matches.lastIndexOf(true)
  return blocks.filter((block, i) => i >= first && i <= last && (matches[i] || /^h\d$/.test(block.element.localName)))
}
