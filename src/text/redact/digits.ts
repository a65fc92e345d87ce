// Digits: written numbers as chains of groups, so that "0903.417.652", "o9o3 417 652" and "0 9 0 3…" are read alike.
import type { View } from './view.ts'

export type Group = {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** What stands between this group and the one before it in the chain; empty for the first. */
  readonly gap: string
}

/** Groups that could be one number: only separators of numbers between them. */
export type Chain = readonly Group[]

/** A number; the letters o, i and l are digits where they stand among digits only. Bounds keep the search linear. */
const group = /(?<![\p{L}\p{N}])[oil]{0,4}[0-9][0-9oil]{0,24}(?![\p{L}\p{N}])|[0-9]+/gu
const separators = /^[ .\-()·•_~*]{1,4}$/

export function findChains(view: View): Chain[] {
  const chains: Group[][] = []
  let last: Group | undefined
  for (const match of view.folded.matchAll(group)) {
    const digits = readDigits(match[0])
    if (digits === null) continue
    const found = { start: match.index, end: match.index + match[0].length, digits }
    const gap = last ? view.folded.slice(last.end, Math.min(found.start, last.end + 5)) : ''
    last = { ...found, gap }
    if (separators.test(gap)) chains.at(-1)?.push(last)
    else chains.push([{ ...last, gap: '' }])
  }
  return chains
}

function readDigits(written: string): string | null {
  const count = written.replace(/[^0-9]/g, '').length
  if (count === written.length) return written
  return count * 2 >= written.length ? written.replaceAll('o', '0').replace(/[il]/g, '1') : null
}

/** Day, month and year as groups of one chain: "03-05-2023", "3.5.2023", "2023-05-03". */
export function isDate(groups: Chain): boolean {
  const [a, b, c] = groups.map((group) => group.digits)
  if (!a || !b || !c || groups[1]?.gap.trim() === '' || groups[2]?.gap.trim() === '') return false
  const [day, month, year] = c.length === 4 ? [a, b, c] : [c, b, a]
  return isYear(year) && day.length <= 2 && month.length <= 2 && Number(day) <= 31 && Number(month) <= 12
}

/** "2021-2022". */
export const isYears = (groups: Chain) => groups.length > 1 && groups.every((group) => isYear(group.digits))

const isYear = (digits: string) => digits.length === 4 && digits >= '1900' && digits <= '2100'

/** Thousands in groups of three behind one to three digits, all with the same separator. */
export function isThousands(groups: Chain): boolean {
  const [first, second, ...rest] = groups
  if (!first || !second || first.digits.length > 3 || first.digits.startsWith('0')) return false
  return [second, ...rest].every((group) => group.digits.length === 3 && group.gap === second.gap)
}

export const joinDigits = (groups: Chain) => groups.map((group) => group.digits).join('')

/** Luhn's check sum, as on bank cards. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits.at(-1 - i)) * (i % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
