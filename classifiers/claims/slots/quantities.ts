// Quantities: a number or a range with its unit, in one spelling: "5000000 vnd", "2..3 year-old", ">1200 household".
import type { Slot } from '../../../src/model/claim.ts'
import { stopWords } from '../stop-words.ts'
import { digitsSource, readDigits, readNumberWords, readScale, scaleSource, wordsSource } from './numbers.ts'

/** Units, folded; the first that fits behind a number is its unit. */
const units: readonly (readonly [unit: string, written: string])[] = [
  ['%', String.raw`%|phan tram|per\s?cent|％`],
  ['vnd', 'dong(?! bao| dan| y)|vnd|d(?![a-z])|越南?盾'],
  ['usd', 'usd|do la(?: my)?|us dollars?|dollars?|美元'],
  ['cny', 'nhan dan te|yuan|元'],
  ['year-old', 'tuoi|[- ]?years?[- ]old|years? of age|周?岁'],
  ['hour', 'gio|hours?|h(?![a-z])|个?小时|时|点'],
  ['minute', 'phut|minutes?|分钟'],
  ['day', 'ngay|days?|天|日'],
  ['week', 'tuan|weeks?|周|个?星期'],
  ['month', 'thang|months?|个月'],
  ['year', 'nam(?! ngoai| nay)|years?|年'],
  ['km', 'km|kilomet|ki lo met|kilomet(?:er|re)s?|公里'],
  ['cm', 'cm|centimet|厘米'],
  ['mm', 'mm|毫米'],
  ['m', 'met|met(?:er|re)s?|m(?![a-z])|米'],
  ['kg', 'kg|ki lo|kilograms?|公斤'],
  ['ton', 'tan|tons?|tonnes?|吨'],
  ['litre', 'lit|lit(?:er|re)s?|升'],
  ['hectare', 'ha(?![a-z])|hectares?|公顷'],
  ['magnitude', 'do richter|magnitude|级'],
  ['degree', 'do c(?![a-z])|°c|degrees?|度'],
  ['household', 'ho(?![a-z])|households?|families|户'],
  ['case', 'ca(?![a-z])|cases?|例'],
  ['dose', 'lieu|mui|doses?|剂'],
  ['pupil', 'hoc sinh|em hoc sinh|pupils?|students?'],
  ['child', 'tre|be|em|children|child|kids'],
  ['person', 'nguoi|nan nhan|people|persons?|residents?|人|名'],
  ['school', 'truong|schools?|所学校'],
  ['commune', 'xa(?![a-z])|communes?|乡'],
]
const unitPattern = new RegExp(String.raw`^[\s-]?(?:${units.map(([, written]) => `(${written})(?![a-z])`).join('|')})`)

const number = String.raw`(?<digits>${digitsSource})(?:(?<scale>${scaleSource})(?<rest>\d)?)?|(?<words>${wordsSource})`
const numberPattern = new RegExp(String.raw`(?<![\d.,/a-z])(?:${number})`, 'gu')
const rangeJoint = /^\s?(?:-|–|~|den|toi|to|and|至|到)\s?$/

const before: readonly (readonly [sign: string, written: RegExp])[] = [
  ['<', /(?:duoi|it hon|chua (?:den|toi)|khong qua|toi da|under|below|less than|at most|up to|不到|低于|至多)\s?$/],
  ['>', /(?:tren|hon|it nhat|toi thieu|over|above|more than|at least|超过|至少)\s?$/],
  ['~', /(?:khoang|gan|chung|about|around|nearly|approximately|almost|约|近)\s?$/],
]
const behind: readonly (readonly [sign: string, written: RegExp])[] = [
  ['>', /^\s?(?:tro len|or more|and (?:over|older|above)|or older|以上)/],
  ['<', /^\s?(?:tro xuong|or less|and (?:under|younger)|or younger|以下)/],
]

type Number_ = {
  readonly value: number
  readonly start: number
  readonly end: number
  readonly isScaled: boolean
  readonly isMoney: boolean
  readonly isDollar: boolean
}

/** `folded` with the spans of dates and documents blanked, so that none of their digits is read twice. */
export function findQuantities(folded: string): Slot[] {
  const numbers = Array.from(folded.matchAll(numberPattern), readNumber).filter((found) => found !== null)
  const slots: Slot[] = []
  for (let at = 0; at < numbers.length; at++) {
    const first = numbers[at] as Number_
    const next = numbers[at + 1]
    const isRange =
      next !== undefined && rangeJoint.test(folded.slice(first.end, next.start)) && next.value > first.value
    const last = isRange ? next : first
    const [unit, length] = readUnit(folded.slice(last.end, last.end + 24), last)
    // "ba", "nam" and "tu" are numbers only where something is counted.
    const isDigits = /^\d/.test(folded.slice(first.start, first.end))
    if (
      !isDigits &&
      !last.isScaled &&
      (length === 0 || isOtherWord(folded.slice(first.start), unit) || (first.value === 1 && !isRange))
    )
      continue
    if (isRange) at++
    const end = last.end + length
    // "2-3 triệu": the scale stands once.
    const low =
      isRange && !first.isScaled && last.isScaled
        ? first.value * scaleOf(folded.slice(last.start, last.end))
        : first.value
    const bounds = isRange ? `${low}..${last.value}` : String(first.value)
    const sign = isRange ? '' : signOf(folded, first.start, end)
    slots.push({ kind: 'quantity', start: first.start, end, value: `${sign}${bounds} ${unit}`.trim() })
  }
  return slots
}

/** "sau ngày" is "after the day", "năm tháng" "years and months". */
const isOtherWord = (written: string, unit: string): boolean =>
  /^(?:sau|nam)\s/.test(written) && /^(?:day|week|month|year|hour)$/.test(unit)

const scaleOf = (written: string): number => readScale(written.replace(/^[\d.,]+/, '').replace(/\d+$/, ''))

function readNumber(match: RegExpExecArray): Number_ | null {
  const { digits, scale, rest, words } = match.groups ?? {}
  const [start, end] = [match.index, match.index + match[0].length]
  if (words !== undefined) {
    const value = readNumberWords(words)
    return value === null ? null : { value, start, end, isScaled: value >= 1000, isMoney: false, isDollar: false }
  }
  const factor = scale === undefined ? 1 : readScale(scale)
  const value = readDigits(digits ?? '') * factor + Number(rest ?? 0) * (factor / 10)
  // "50k", "2tr5" and "3 củ" are sums of money without a word for it.
  return {
    value: Math.round(value * 1000) / 1000,
    start,
    end,
    isScaled: factor > 1,
    isMoney: /^\s?(?:k|tr|cu)$/.test(scale ?? ''),
    isDollar: match.input[start - 1] === '$',
  }
}

/** The unit behind a number and how far it reaches; an unknown thing that is counted is its own unit. */
function readUnit(after: string, { isMoney, isDollar }: Number_): [unit: string, length: number] {
  const known = unitPattern.exec(after)
  if (known) {
    const index = known.slice(1).findIndex((group) => group !== undefined)
    return [units[index]?.[0] ?? '', known[0].length]
  }
  if (isMoney) return ['vnd', 0]
  if (isDollar) return ['usd', 0]
  const thing = /^ ([a-z]{2,})/.exec(after)?.[1]
  return [thing === undefined || stopWords.has(thing) ? '' : thing, 0]
}

function signOf(folded: string, start: number, end: number): string {
  const [left, right] = [folded.slice(Math.max(0, start - 16), start), folded.slice(end, end + 16)]
  return (
    behind.find(([, pattern]) => pattern.test(right))?.[0] ??
    before.find(([, pattern]) => pattern.test(left))?.[0] ??
    ''
  )
}
