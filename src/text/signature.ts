// Signature: who wrote it, on a line of its own at the end of a feed's text. No name there may reach the store (safeguard 1).
import { isCredit } from './extract/phrases.ts'

/** Two to five words that all begin with a capital, and nothing else: "Nguyễn Văn A", "Thu Hà – Minh Đức". */
const nameLine = /^[\s(*_–—-]*\p{Lu}[\p{L}\p{M}.’'-]*(?:[\s,&/–—-]+\p{Lu}[\p{L}\p{M}.’'-]*){1,5}[\s)*_.]*$/u
const longestNameLine = 60
/** Lines at the end among which a signature stands. */
const closingLines = 2

/** Takes the credit lines out of a text of several lines, and the names that close it. */
export function dropSignature(text: string): string {
  const lines = text.split('\n').filter((line) => !isCredit.test(line) || line.length > longestNameLine * 2)
  let end = lines.length
  while (end > 1 && lines.length - end < closingLines && isNameLine(lines[end - 1] ?? '')) end--
  return lines.slice(0, end).join('\n')
}

function isNameLine(line: string): boolean {
  return line.length <= longestNameLine && nameLine.test(line)
}
