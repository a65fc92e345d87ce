// What stands before and after the parts of a plan: title, number, date, period, what it rests on, who receives it.
import type { Plan } from '../model/plan.ts'
import { fold } from '../text/normalize.ts'
import { splitParties } from './parties.ts'
import type { PlanText } from './plan-lines.ts'

type Basis = Plan['legalBasis'][number]

/** "Số: 153/QĐ-BTP", or the decision to which a plan is annexed; null where the number was left blank. */
export function readNumber(head: readonly PlanText[]): string | null {
  for (const { text } of head) {
    const own = /^Số:?\s*(\d+\s*\/[A-ZĐ][\wĐ-]*)/u.exec(text) ?? /Kèm theo [^)]*?số (\d+\/[A-ZĐ][\wĐ-]*)/u.exec(text)
    if (own?.[1]) return own[1].replace(/\s/g, '')
  }
  return null
}

/** As exact as the document is: "ngày 5 tháng 4 năm 2024", "tháng 4 năm 2024", "năm 2024". */
export function readIssueDate(head: readonly PlanText[]): string | null {
  for (const { text } of head) {
    const annex = /Kèm theo [^)]*?ngày\s+(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(text)
    if (annex) return dateOf(annex[3], annex[2], annex[1])
    const full = /,\s*ngày\s*(\d{1,2})?\s*tháng\s*(\d{1,2})?\s*năm\s*(\d{4})/u.exec(text)
    if (full) return dateOf(full[3], full[2], full[1])
  }
  return null
}

function dateOf(year = '', month?: string, day?: string): string {
  if (month === undefined) return year
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
}

/** The lines after "KẾ HOẠCH"; the first lines of all where a scan begins later. */
export function readTitle(head: readonly PlanText[]): string {
  const at = head.findIndex(({ text }) => /^k[eế] ho[aạ]ch$/i.test(text))
  const rest = head.slice(at + 1)
  const end = rest.findIndex(({ text }) => /^\(|^(?:thuc hien (?:quyet|ke|cong)|can cu)/.test(fold(text)))
  return rest
    .slice(0, end < 0 ? 1 : end)
    .map(({ text }) => text)
    .join(' ')
}

/** One year that the title ends with, or the years of the project. */
export function readPeriod(title: string): Plan['period'] {
  const year = [...title.matchAll(/n[aă]m\s+(20\d\d)/giu)].at(-1)?.[1]
  const span = /(20\d\d)\s*[-–]\s*(20\d\d)/.exec(title)
  const [from, to] = year === undefined ? [span?.[1], span?.[2]] : [year, year]
  return from === undefined || to === undefined ? null : { from: `${from}-01-01`, to: `${to}-12-31` }
}

const named = /(?<!\d)(\d{1,4})\s?\/\s?([A-ZĐ0][\wĐ]*(?:-\s?[A-ZĐ][\wĐ]*)*)/gu
/** "của UBND tỉnh ngày 5/4/2024", "ngày 14/9/2022 của Thủ tướng Chính phủ". */
const dated =
  /^(?:\s+của\s+([^;.()\d]{3,60}?))?\s*,?\s*ng[aà]y\s+(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(?:của|cua)\s+([^;.()\d]{3,80}))?/u

/** Every document that is named with its number; the first naming that has a day says when. */
export function readBasis(text: string): Basis[] {
  const found = new Map<string, Basis>()
  for (const { 0: whole, 1: count = '', 2: sign = '', index } of text.matchAll(named)) {
    if (!/[A-ZĐ]{2}/.test(sign)) continue
    const [, before, day, month, year, after] = dated.exec(text.slice(index + whole.length)) ?? []
    const known = found.get(count)
    found.set(count, {
      number: known?.number ?? `${count}/${mendSign(sign)}`,
      date: known?.date ?? (year === undefined ? null : dateOf(year, month, day)),
      issuer: known?.issuer ?? cutIssuer(after ?? before ?? ''),
    })
  }
  return [...found.values()]
}

/** Signs of documents lose their Đ in a scan. */
function mendSign(sign: string): string {
  return sign
    .replace(/\s/g, '')
    .replace(/^[Q0]DP?-/, 'QĐ-')
    .replace(/TT[DP]N$/, 'TTĐN')
}

function cutIssuer(words: string): string | null {
  const end = /\s(?:về|ban hành|phê duyệt|triển khai|thực hiện|hướng dẫn|ngày|vé|phé|ban|trién)(?:\s|$)/u.exec(
    ` ${words} `,
  )?.index
  const issuer = words.slice(0, end === undefined ? undefined : Math.max(0, end - 1)).replace(/[,\s]+$/, '')
  const [first = ''] = splitParties(issuer, () => false)
  return first === '' ? null : first
}

/** Lines under "Nơi nhận", without dash and semicolon; what a scan set beside them is cut off. */
export function readRecipients(tail: readonly PlanText[]): string[] {
  const at = tail.findIndex(({ text }) => /^(?:nơi nhận|noi nhan)/i.test(text))
  if (at < 0) return []
  return tail
    .slice(at + 1)
    .filter(({ marker }) => marker.kind === 'dash')
    .map(({ text }) => (/^([^;]*)/.exec(text)?.[1] ?? '').replace(/\.$/, '').trim())
    .filter((line) => line !== '')
}
