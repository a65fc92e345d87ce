// Signature: who wrote it, on a line of its own near the end of a text. No name there may reach the store (safeguard 1).
import { isCredit } from './extract/phrases.ts'

/** Two to six words that all begin with a capital, and nothing else: "Nguyễn Văn A", "Thu Hà – Minh Đức". */
const nameLine = /^[\s(*_–—-]*\p{Lu}[\p{L}\p{M}.’'-]*(?:[\s,&/–—-]+\p{Lu}[\p{L}\p{M}.’'-]*){1,5}[\s)*_.]*$/u
const longestNameLine = 60
/** Lines at the end among which a signature stands; a site's own words may follow it. */
const closingLines = 4
const sentenceEnd = /[.!?…。][)”"’]*$/u

/** Takes out the credit lines of a text, and the lines near its end that hold a name and nothing else. */
export function dropSignature(text: string): string {
  const lines = text.split('\n').filter((line) => !isCredit.test(line) || line.length > longestNameLine * 2)
  // Names without a sentence before them are the text itself: a list of places, a line-up.
  const firstSentence = lines.findIndex((line) => sentenceEnd.test(line) && !isNameLine(line))
  const from = Math.max(lines.length - closingLines, firstSentence < 0 ? lines.length : firstSentence)
  return lines.filter((line, i) => i < from || !isNameLine(line)).join('\n')
}

function isNameLine(line: string): boolean {
  return line.length <= longestNameLine && nameLine.test(line)
}
