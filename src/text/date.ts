// Date: when something was published, from whatever a feed or a page writes.
import { monthNames, monthOf } from './date-months.ts'
import { fold } from './normalize.ts'

export type PublishedAt = {
  /** ISO 8601 in UTC. With precision "day" it is the first moment of that day in Viet Nam. */
  readonly iso: string
  readonly precision: 'minute' | 'day'
  /** As it was written: "2026-08-17T07:30:00+07:00" with the zone of the source, "2026-08-17" where no time stands. */
  readonly local: string
}

type Day = { readonly year: number; readonly month: number; readonly day: number }
type Groups = Readonly<Record<string, string | undefined>>

const hourMs = 3_600_000
/** Viet Nam: what a date without a zone is read in. */
const homeOffsetHours = 7
/** A date string is short; what follows is somebody's prose. */
const maxRawChars = 300

const month = `(?<name>${monthNames})\\.?`
const time = String.raw`\d{1,2}:\d{2}(?::\d{2})?`
/** Written dates, folded; the first that matches decides. */
const patterns: readonly RegExp[] = [
  String.raw`(?<!\d)(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:t?(?=\d{6}(?!\d))|(?![\d-]))`,
  String.raw`(?<!\d)(?<y>\d{4})\s?(?<sep>[-/.])\s?(?<m>\d{1,2})\s?\k<sep>\s?(?<d>\d{1,2})(?:t(?=\d)|(?!\d))`,
  String.raw`(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})`,
  String.raw`(?<!\d)(?<d>\d{1,2})\s*,?\s*(?:thang|thg)\.?\s*(?<vi>\d{1,2}|[a-z]+(?: mot| hai)?)\s*,?\s*(?:nam\s*|/\s*)?(?<y>\d{4})`,
  String.raw`(?:thang|thg)\.?\s*(?<vi>\d{1,2}|[a-z]+(?: mot| hai)?)\s+(?<d>\d{1,2})\s*,\s*(?<y>\d{4})`,
  String.raw`(?<!\d)(?<d>\d{1,2})\s?(?<sep>[-/.])\s?(?<m>\d{1,2})\s?\k<sep>\s?(?<y>\d{4}|\d{2})(?!\d|:)`,
  String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s,/-]*(?:(?:of|de|ngay)\s+|(?:ខែ|เดือน|ເດືອນ)\s*)?${month}[\s,/-]*(?:(?:de|del|พ\.ศ\.|ค\.ศ\.|ปี|ປີ|ឆ្នាំ)\s*)?(?<y>\d{4}|\d{2})(?![\d:])`,
  String.raw`(?<!\p{L})${month}\s*(?<d>\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(?<y>\d{4})`,
  String.raw`(?<!\p{L})${month}\s+(?<d>\d{1,2})\s+(?=${time}\s.{0,12}?(?<y>\d{4})(?!\d))`,
].map((source) => new RegExp(source, 'u'))

/**
 * Reads one date, in the forms of feeds (RFC 822, ISO 8601, epoch) and of visible text in Vietnamese, English, French,
 * Chinese, Thai, Lao, Khmer and the larger European languages. Day comes before month where both are possible; years of
 * the Buddhist era are converted; a time without a zone is `offsetHours` east of UTC, Viet Nam's unless the caller knows
 * better. `now` dates "2 giờ trước" and "hôm qua". Null where there is no date or an impossible one.
 */
export function readDate(raw: string, now: Date, offsetHours = homeOffsetHours): PublishedAt | null {
  const text = fold(toAsciiDigits(raw.slice(0, maxRawChars)))
    .replace(/\s+/g, ' ')
    .trim()
  return readEpoch(text) ?? readWritten(text, offsetHours) ?? readRelative(text, now)
}

/** Thai, Lao, Khmer, Arabic and other digits: every such block of ten begins at a multiple of its zero. */
function toAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    let value = 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1))) value++
    return String(value)
  })
}

function readEpoch(text: string): PublishedAt | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null
  return atMoment(new Date(Number(text) * (text.length === 10 ? 1000 : 1)))
}

function readWritten(text: string, offsetHours: number): PublishedAt | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (!found) continue
    const day = readDay(found.groups ?? {})
    if (!day) return null
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    return withTime(day, rest, offsetHours)
  }
  return null
}

const viMonths: readonly string[] = [
  'mot',
  'hai',
  'ba',
  'tu',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai',
]
const viMonthAliases: Readonly<Record<string, number>> = { gieng: 1, bon: 4, chap: 12 }

function readViMonth(word: string): number {
  return /\d/.test(word) ? Number(word) : (viMonthAliases[word] ?? viMonths.indexOf(word) + 1)
}

function readDay(groups: Groups): Day | null {
  const { name, vi, m, d = '', y = '' } = groups
  const first = Number(d)
  const second = name ? monthOf(name) : vi ? readViMonth(vi) : Number(m)
  const year = readYear(y, /[\u0e00-\u0e7f]/.test(name ?? ''))
  const isYearFirst = groups.y !== undefined && groups.sep !== undefined && y.length === 4 && d.length <= 2
  const swap = !name && !vi && isYearFirst && second > 12 && first <= 12
  return checkedDay(year, swap ? first : second, swap ? second : first)
}

/** Two digits are of this century, in Thai of the Buddhist one; 2400 and later is the Buddhist era. */
function readYear(digits: string, isThai: boolean): number {
  const year = digits.length === 2 ? Number(digits) + (isThai ? 2500 : 2000) : Number(digits)
  return year >= 2400 && year <= 2700 ? year - 543 : year
}

function checkedDay(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1900 && year <= 2100 ? { year, month, day } : null
}

const clock =
  /(?<![\d.+-])(?<h>[01]?\d|2[0-3])\s?(?:gio|[:hg](?!mt))\s?(?:(?<min>[0-5]\d)(?::(?<s>[0-5]\d)(?:[.,]\d+)?)?)?(?!\d)\s?(?:phut)?(?:(?<half>[ap]\.?m\b|ch\b|sa\b|chieu|toi|sang))?|(?<![\d.])(?<h2>[01]?\d|2[0-3])\.(?<min2>[0-5]\d)\s?uhr|(?<!\d)(?<h3>[01]\d|2[0-3])(?<min3>[0-5]\d)(?<s3>[0-5]\d)(?!\d)/

function withTime({ year, month, day }: Day, rest: string, offsetHours = homeOffsetHours): PublishedAt {
  const found = clock.exec(rest)
  const groups: Groups = found?.groups ?? {}
  const hour = groups.h ?? groups.h2 ?? groups.h3
  const minute = groups.min ?? groups.min2 ?? groups.min3 ?? '0'
  const offset = found ? readOffset(rest.slice(found.index + found[0].length)) : null
  const isMidnight = Number(hour) === 0 && Number(minute) === 0
  if (hour === undefined || (isMidnight && offset === null))
    return fromParts({ year, month, day }, 0, homeOffsetHours, 'day')
  const shift = halfShift(groups.half ?? '', Number(hour))
  const seconds = (Number(hour) + shift) * 3600 + Number(minute) * 60 + Number(groups.s ?? groups.s3 ?? 0)
  return fromParts({ year, month, day }, seconds, offset ?? offsetHours, 'minute')
}

function fromParts(at: Day, seconds: number, hours: number, precision: 'minute' | 'day'): PublishedAt {
  const local = Date.UTC(at.year, at.month - 1, at.day) + seconds * 1000
  const iso = new Date(local - hours * hourMs).toISOString()
  return { iso, precision, local: writeLocal(local, precision === 'day' ? null : hours) }
}

/** `local` in milliseconds as if it were UTC; without an offset only the day is written. */
function writeLocal(local: number, offsetHours: number | null): string {
  const text = new Date(local).toISOString()
  if (offsetHours === null) return text.slice(0, 10)
  const minutes = Math.abs(Math.round(offsetHours * 60))
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${text.slice(0, 19)}${offsetHours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Hours to add for "pm", "CH", "chiều" and "tối", and to take away from 12 in "12:05 am". */
function halfShift(half: string, hour: number): number {
  if (/^(?:p|ch|toi)/.test(half)) return hour < 12 ? 12 : 0
  return /^(?:a|sa)/.test(half) && hour === 12 ? -12 : 0
}

const zoneHours: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 1, cet: 1, west: 1, cest: 2, eet: 2, eest: 3, msk: 3 },
  ...{ ict: 7, sgt: 8, hkt: 8, jst: 9, kst: 9, aest: 10, aedt: 11 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
}
const zone =
  /(?:(?<name>[a-z]{1,4})|^)\s?(?:(?<sign>[+−-])(?<h>0?\d|1[0-4]):?(?<min>[03]0|45)?(?!\d))|(?<![a-z])(?<only>[a-z]{1,4})(?![a-z])/

/** Hours east of UTC; null where no zone is written. */
function readOffset(afterTime: string): number | null {
  const text = afterTime.replace(/^[\s(|,]+/, '').slice(0, 24)
  const groups: Groups = zone.exec(text)?.groups ?? {}
  if (groups.only !== undefined) return zoneHours[groups.only] ?? null
  if (groups.sign === undefined) return null
  const hours = Number(groups.h) + Number(groups.min ?? 0) / 60
  return (zoneHours[groups.name ?? 'z'] ?? 0) + (groups.sign === '+' ? hours : -hours)
}

const unitMs: Readonly<Record<string, number>> = {
  ...{ phut: hourMs / 60, gio: hourMs, ngay: 24 * hourMs, tuan: 168 * hourMs },
  ...{ minute: hourMs / 60, min: hourMs / 60, hour: hourMs, day: 24 * hourMs, week: 168 * hourMs },
}
const ago = /(?<!\d)(?<n>\d{1,3})\s?(?<unit>phut|gio|ngay|tuan|minute|min|hour|day|week)s?\s(?:truoc|ago)/
const dayWords: Readonly<Record<string, number>> = { 'hom nay': 0, today: 0, 'hom qua': 1, yesterday: 1 }

function readRelative(text: string, now: Date): PublishedAt | null {
  const { n, unit = '' } = (ago.exec(text)?.groups ?? {}) as Groups
  if (n !== undefined) {
    const then = new Date(now.getTime() - Number(n) * (unitMs[unit] ?? 0))
    return (unitMs[unit] ?? 0) <= hourMs ? atMoment(then) : withTime(homeDay(then), '')
  }
  const word = Object.keys(dayWords).find((name) => text.startsWith(name))
  if (word === undefined) return null
  const then = new Date(now.getTime() - (dayWords[word] ?? 0) * 24 * hourMs)
  return withTime(homeDay(then), text.slice(word.length))
}

function homeDay(moment: Date): Day {
  const local = new Date(moment.getTime() + homeOffsetHours * hourMs)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

function atMoment(moment: Date): PublishedAt {
  const local = writeLocal(moment.getTime() + homeOffsetHours * hourMs, homeOffsetHours)
  return { iso: moment.toISOString(), precision: 'minute', local }
}
