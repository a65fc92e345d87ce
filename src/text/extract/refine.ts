// Refine: which lines of the found element are the article, and which only stand between them.
import { readDate } from '../date.ts'
import { type Block, isProse, simplify, size } from './blocks.ts'
import {
  isAboutAuthor,
  isCommentsHeading,
  isConsent,
  isCredit,
  isLabel,
  isMoment,
  isNote,
  isPhotoCredit,
  isPostSignature,
  isTimedName,
} from './phrases.ts'

const isHeading = ({ element }: Block) => /^h[1-6]$/.test(element.localName)
const isItem = ({ element }: Block) => element.localName === 'li' || element.localName === 'dd'
/** What can be said of a line without its place in a document. */
type Said = Pick<Block, 'text' | 'linkChars'>

const isLinkOnly = ({ text, linkChars }: Said) => linkChars >= text.replace(/\s/g, '').length * 0.75

/** Longest line that a phrase alone condemns. */
const longestPhraseLine = 150
const longestConsentLine = 800

/** Whether a line is the site talking: an invitation, a credit, a moment in time, a link to something else. */
export function isBoilerplate(line: Said): boolean {
  const { text } = line
  if (text.length > longestConsentLine) return false
  if (isConsent.test(text) || isPhotoCredit.test(text)) return true
  if (text.length > longestPhraseLine) return false
  return (
    [isMoment, isTimedName, isNote, isCredit, isPostSignature].some((pattern) => pattern.test(text)) ||
    isLabel(text) ||
    isLinkOnly(line)
  )
}

/** The article's lines among those of its element. `titles` are headlines, simplified: they are not repeated in the text. */
export function refine(lines: readonly Block[], titles: ReadonlySet<string>): Block[] {
  const seen = new Set<string>()
  const kept = beforeComments(lines).filter((line) => {
    const { text } = line
    if (!/[\p{L}\p{N}]/u.test(text) || titles.has(simplify(text)) || isBoilerplate(line)) return false
    if ((seen.has(text) && text.length > 30) || repeats(text, seen)) return false
    seen.add(text)
    return true
  })
  return trimEnds(kept)
}

/** A text of more lines than this is not searched for itself. */
const mostLines = 2000

/** A whole article said again in one line, for search engines or printers. */
function repeats(text: string, seen: ReadonlySet<string>): boolean {
  if (text.length < 1000 || seen.size > mostLines) return false
  let said = 0
  for (const line of seen) if (line.length > 30 && text.includes(line)) said += line.length
  return said > text.length / 2
}

/** Enough prose to be an article before its comments begin. */
const leastProse = 250

function beforeComments(lines: readonly Block[]): readonly Block[] {
  let prose = 0
  const end = lines.findIndex((line) => {
    if (isProse(line)) prose += size(line.text)
    return prose > leastProse && isCommentsHeading.test(line.text)
  })
  return end < 0 ? lines : lines.slice(0, end)
}

/** Where prose is less than this part, the short lines are the message: fixtures, results, an agenda. */
const proseShare = 0.7
/** Lines at the end that may say who wrote it, how to reach them, or what to subscribe to. */
const closingLines = 4

function trimEnds(lines: readonly Block[]): Block[] {
  const first = lines.findIndex(isProse)
  const opening = lines.filter((line, i) => i >= first || !isDateLine(line.text))
  const total = opening.reduce((sum, line) => sum + size(line.text), 0)
  const prose = opening.filter(isProse).reduce((sum, line) => sum + size(line.text), 0)
  const isProseText = prose >= total * proseShare
  const body = isProseText ? opening.slice(opening.findIndex(isProse)) : opening
  const kept = body.filter(
    (line, i) => i < body.length - closingLines || !isAboutAuthor.test(line.text) || line.text.length > 500,
  )
  const last = isProseText ? kept.findLastIndex((line) => isProse(line) || isItem(line)) : kept.length - 1
  return kept.slice(0, last + 1).filter((line, i, all) => !isHeading(line) || i < all.length - 1)
}

function isDateLine(text: string): boolean {
  return text.length < 60 && /\d/.test(text) && readDate(text, new Date(0)) !== null
}
