// Align: the article's text in structured data, held against the lines found on the page.
import { type Block, simplify } from './blocks.ts'

/** Shorter texts in structured data are summaries. */
const leastBodyChars = 200
/** The page must have this part of the structured text for its lines to be preferred. */
const presentShare = 0.5
/** From this part on the two are the same article. */
const sameShare = 0.85
/** Structured data that has this part of the found lines' letters names the whole article, not a first part of it. */
const wholeShare = 0.6

/**
 * The lines that the structured text has too, from its first to its last, with the headings between them; all lines
 * where the two cannot be compared; null where the page does not hold the text, so that only the structured one does.
 */
export function alignWith(body: string, lines: readonly Block[]): readonly Block[] | null {
  const wanted = simplify(body)
  if (wanted.length < leastBodyChars) return lines
  const keys = lines.map((line) => simplify(line.text))
  const isMatch = keys.map((key) => key.length >= 12 && wanted.includes(key))
  const total = keys.reduce((sum, key) => sum + key.length, 0)
  const matched = keys.reduce((sum, key, i) => sum + (isMatch[i] ? key.length : 0), 0)
  if (matched < wanted.length * presentShare && total < wanted.length * wholeShare) return null
  if (matched < wanted.length * sameShare || matched < total * wholeShare) return lines
  const [first, last] = [isMatch.indexOf(true), isMatch.lastIndexOf(true)]
  return lines.filter((line, i) => i >= first && i <= last && (isMatch[i] || /^h\d$/.test(line.element.localName)))
}
