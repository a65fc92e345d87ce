// Quantities: a number or a range with its unit, in one spelling: "5000000 vnd", "2..3 year-old", ">1200 household".
import type { Slot } from '../../../src/model/claim.ts'
import { digitsSource, readDigits, readNumberWords, readScale, scaleSource, wordsSource } from './numbers.ts'

/** Units, folded; the first that fits behind a number is its unit. */
const units: readonly (readonly [unit: string, written: string])[] = [
  ['%', String.raw`%|phan tram|per\s?cent|％`],
  ['vnd', String.raw`dong(?! bao| dan| y)|vnd|d(?![a-z])|越南?盾`],
  ['usd', String.raw`usd|do la|dollars?|美元`],
  ['cny', String.raw`nhan dan te|yuan|元`],
  ['year-old', String.raw`tuoi|[- ]?years?[- ]old|years? of age|周?岁`],
  ['hour', String.raw`gio|hours?|h(?![a-z])|个?小时`],
  ['minute', String.raw`phut|minutes?|分钟`],
  ['day', String.raw`ngay|days?|天|日`],
  ['week', String.raw`tuan|weeks?|周|个?星期`],
  ['month', String.raw`thang|months?|个月`],
  ['year', String.raw`nam(?! ngoai| nay)|years?|年`],
  ['km', String.raw`km|kilomet|ki lo met|kilomet(?:er|re)s?|公里`],
  ['cm', String.raw`cm|centimet|厘米`],
  ['mm', String.raw`mm|毫米`],
  ['m', String.raw`met|met(?:er|re)s?|m(?![a-z])|米`],
  ['kg', String.raw`kg|ki lo|kilograms?|公斤`],
  ['ton', String.raw`tan|tons?|tonnes?|吨`],
  ['litre', String.raw`lit|lit(?:er|re)s?|升`],
  ['hectare', String.raw`ha(?![a-z])|hectares?|公顷`],
  ['magnitude', String.raw`do richter|magnitude|级`],
  ['degree', String.raw`do c(?![a-z])|°c|degrees?|度`],
  ['household', String.raw`ho(?![a-z])|households?|families|户`],
  ['case', String.raw`ca(?![a-z])|cases?|例`],
  ['dose', String.raw`lieu|mui|doses?|剂`],
  ['pupil', String.raw`hoc sinh|em hoc sinh|pupils?|students?`],
  ['child', String.raw`tre|be|em|children|child|kids`],
  ['person', String.raw`nguoi|nan nhan|people|persons?|residents?|人|名`],
  ['school', String.raw`truong|schools?|所学校`],
  ['commune', String.raw`xa(?![a-z])|communes?|乡`],
]
const unitPattern = new RegExp(String.raw`^[\s-]?(?:${units.map(([, written]) => `(${written})(?![a-z])`).join('|')})`)

const number = String.raw`(?<digits>${digitsSource})(?:(?<scale>${scaleSource})(?<rest>\d)?)?|(?<words>${wordsSource})`
const numberPattern = new RegExp(String.raw`(?<![\d.,/a-z])(?:${number})`, 'gu')
const rangeJoint = /^\s?(?:-|–|~|den|toi|to|and|至|到)\s?$/

const before: readonly (readonly [sign: string, written: RegExp])[] = [
  ['<', /(?:duoi|it hon|chua (?:den|toi)|khong qua|toi da|under|below|less than|at most|up to|不到|低于|至多)\s?$/],
  ['>', /(?:tren|hon|it nhat|toi thieu|tu|over|above|more than|at least|超过|至少)\s?$/],
  ['~', /(?:khoang|gan|chung|about|around|nearly|approximately|almost|约|近)\s?$/],
]
const behind: readonly (readonly [sign: string, written: RegExp])[] = [
  ['>', /^\s?(?:tro len|or more|and (?:over|older|above)|or older|以上)/],
  ['<', /^\s?(?:tro xuong|or less|and (?:under|younger)|or younger|以下)/],
]

type Number_ = { readonly value: number; readonly start: number; readonly end: number; readonly isScaled: boolean; readonly isMoney: boolean }

/** `folded` with the spans of dates and documents blanked, so that none of their digits is read twice. */
export function findQuantities(folded: string): Slot[] {
  const numbers = Array.from(folded.matchAll(numberPattern), readNumber).filter((found) => found !== null)
  const slots: Slot[] = []
  for (let at = 0; at < numbers.length; at++) {
    const first = numbers[at] as Number_
    const next = numbers[at + 1]
    const isRange = next !== undefined && rangeJoint.test(folded.slice(first.end, next.start)) && next.value > first.value
    const last = isRange ? next : first
    const [unit, length] = readUnit(folded.slice(last.end, last.end + 24), last)
    // "ba", "nam" and "tu" are numbers only where something is counted.
    const isDigits = /^\d/.test(folded.slice(first.start, first.end))
    if (!isDigits && !last.isScaled && (length === 0 || (first.value === 1 && !isRange))) continue
    if (isRange) at++
    const end = last.end + length
    // "2-3 triệu": the scale stands once.
    const low = isRange && !first.isScaled && last.isScaled ? first.value * scaleOf(folded.slice(last.start, last.end)) : first.value
    const bounds = isRange ? `${low}..${last.value}` : String(first.value)
    const sign = isRange ? '' : signOf(folded, first.start, end)
    slots.push({ kind: 'quantity', start: first.start, end, value: `${sign}${bounds} ${unit}`.trim() })
  }
  return slots
}

const scaleOf = (written: string): number => readScale(written.replace(/^[\d.,]+/, '').replace(/\d+$/, ''))

function readNumber(match: RegExpExecArray): Number_ | null {
  const { digits, scale, rest, words } = match.groups ?? {}
  const [start, end] = [match.index, match.index + match[0].length]
  if (words !== undefined) {
    const value = readNumberWords(words)
    return value === null ? null : { value, start, end, isScaled: value >= 1000, isMoney: false }
  }
  const factor = scale === undefined ? 1 : readScale(scale)
  const value = readDigits(digits ?? '') * factor + Number(rest ?? 0) * (factor / 10)
  // "50k", "2tr5" and "3 củ" are sums of money without a word for it.
  return { value: Math.round(value * 1000) / 1000, start, end, isScaled: factor > 1, isMoney: /^\s?(?:k|tr|cu)$/.test(scale ?? '') }
}

/** The unit behind a number and how far it reaches; an unknown thing that is counted is its own unit. */
function readUnit(after: string, { isMoney }: Number_): [unit: string, length: number] {
  const known = unitPattern.exec(after)
  if (known) {
    const index = known.slice(1).findIndex((group) => group !== undefined)
    return [units[index]?.[0] ?? '', known[0].length]
  }
  if (isMoney) return ['vnd', 0]
  const thing = /^ ([a-z]{2,})/.exec(after)?.[1]
  return [thing ?? '', 0]
}

function signOf(folded: string, start: number, end: number): string {
  const [left, right] = [folded.slice(Math.max(0, start - 16), start), folded.slice(end, end + 16)]
  return behind.find(([, pattern]) => pattern.test(right))?.[0] ?? before.find(([, pattern]) => pattern.test(left))?.[0] ?? ''
}
