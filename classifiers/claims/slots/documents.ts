// Legal documents by number, year and kind, as in "12/2026/nđ-cp", "05/tt" or "12/nđ"; parts that are not said are left out.
import type { Slot } from '../../../src/model/claim.ts'

/** How a kind is written, folded, and its sign in a document's number. */
const kinds: readonly (readonly [sign: string, written: string])[] = [
  ['nđ', 'nghi dinh|decree|法令|议定'],
  ['ttlt', 'thong tu lien tich'],
  ['tt', 'thong tu|circular|通知'],
  ['qđ', 'quyet dinh|decision|决定'],
  ['nq', 'nghi quyet|resolution|决议'],
  ['ct', 'chi thi|directive|指示'],
  ['cđ', 'cong dien'],
  ['cv', 'cong van|official letter'],
  ['tb', 'thong bao so'],
  ['kh', 'ke hoach so'],
]
/** đ is d in folded text; no kind is written with a plain d. */
const withMarks = (sign: string): string => sign.replace(/(?<![a-z])(n|q|c)d(?![a-z])/g, '$1đ')

const full = String.raw`(?<![\d/])(?<number>\d{1,5})\s?/\s?(?:(?<year>(?:19|20)\d\d)\s?/\s?)?(?<sign>[a-z]{2,5}(?:-[a-z0-9]{2,12})*)(?![a-z])`
const named = String.raw`(?<![a-z])(?:${kinds.map(([, written]) => `(${written})`).join('|')})\s*(?:so|no\.?|number)?\s*(?<number2>\d{1,5})(?:\s?/\s?(?<year2>(?:19|20)\d\d))?(?![\d/])`
const chinese = String.raw`第(?<number3>\d{1,5})(?:/(?<year3>(?:19|20)\d\d))?(?:/(?<sign3>[a-z]{2,5}(?:-[a-z0-9]{2,12})*))?号(?<name3>法令|议定|通知|决定|决议|指示)?`
const pattern = new RegExp(`${full}|${named}|${chinese}`, 'gu')
/** "5/2026/gio" is none: the sign of a document says its kind first. */
const isSign = (sign: string): boolean =>
  /^(?:n[dqs]|q[dh]|tt|ttlt|ct|cd|cv|tb|kh|ubnd|bc|tt?r|l|luat|qh\d*|vb\w*|hd)(?:-|\d|$)/.test(sign)

export function findDocuments(folded: string): Slot[] {
  return Array.from(folded.matchAll(pattern)).flatMap((match) => {
    const groups = match.groups ?? {}
    const number = Number(groups.number ?? groups.number2 ?? groups.number3)
    const year = groups.year ?? groups.year2 ?? groups.year3
    const written = groups.sign ?? groups.sign3
    if (written !== undefined && !isSign(written)) return []
    const named = kinds[match.slice(4, 4 + kinds.length).findIndex((group) => group !== undefined)]?.[0]
    const sign = written === undefined ? (named ?? signOf(groups.name3)) : withMarks(written)
    if (sign === undefined) return []
    const value = [number, year, sign].filter((part) => part !== undefined).join('/')
    return [{ kind: 'document' as const, start: match.index, end: match.index + match[0].length, value }]
  })
}

const signOf = (name: string | undefined): string | undefined =>
  kinds.find(([, written]) => name !== undefined && written.split('|').includes(name))?.[0]

/** Whether two values can name one document: what both say is the same, and both say the number. */
export function isSameDocument(one: string, other: string): boolean {
  const [first, second] = [one, other].map((value) => {
    const parts = value.split('/')
    const year = parts.find((part, i) => i > 0 && /^\d{4}$/.test(part))
    return { number: parts[0], year, sign: parts.at(-1) ?? '' }
  })
  if (!first || !second || first.number !== second.number) return false
  const isKind = first.sign.split('-')[0] === second.sign.split('-')[0]
  return isKind && (first.year === undefined || second.year === undefined || first.year === second.year)
}
