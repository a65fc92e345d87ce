// Dates and periods, relative ones counted from the day of publication: "2026-12-01", "2026-11-01/2026-11-30", "2026-12-01/..".
import type { Slot } from '../../../src/model/claim.ts'
import { monthNames, monthOf } from '../../../src/text/date-months.ts'

const dayMs = 86_400_000
/** Days are those of Viet Nam. */
const homeOffsetMs = 7 * 3_600_000

/** First and last day of a period, as days since 1970. */
type Period = readonly [first: number, last: number]
type Groups = Readonly<Record<string, string | undefined>>
type Reader = {
  readonly pattern: RegExp
  readonly read: (groups: Groups, today: number, written: string) => Period | null
}

const toDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / dayMs
const partsOf = (day: number): [year: number, month: number] => {
  const date = new Date(day * dayMs)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1]
}
const whole = (year: number, month: number): Period => [toDay(year, month, 1), toDay(year, month + 1, 1) - 1]
const write = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
const writePeriod = ([first, last]: Period): string =>
  first === last ? write(first) : `${write(first)}/${write(last)}`

/** The day in Viet Nam of an ISO 8601 day or instant, as days since 1970; NaN where it is none. */
export function dayOf(published: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(published)
  return Math.floor((Date.parse(published) + (isDay ? 0 : homeOffsetMs)) / dayMs)
}

function readDay(d: number, m: number, y: string | undefined, today: number): Period | null {
  if (d < 1 || d > 31 || m < 1 || m > 12) return null
  const year = y === undefined ? nearestYear(m, d, today) : Number(y) + (y.length === 2 ? 2000 : 0)
  const day = toDay(year, m, d)
  return year >= 1900 && year <= 2100 && partsOf(day)[1] === m ? [day, day] : null
}

function readMonth(m: number, y: string | undefined, today: number): Period | null {
  if (m < 1 || m > 12) return null
  return whole(y === undefined ? nearestYear(m, 15, today) : Number(y), m)
}

/** A day without a year is the one nearest to the day of publication. */
function nearestYear(month: number, day: number, today: number): number {
  const [year] = partsOf(today)
  const distance = (candidate: number) => Math.abs(toDay(candidate, month, day) - today)
  return [year - 1, year, year + 1].reduce((best, other) => (distance(other) < distance(best) ? other : best))
}

/** Monday of the week of `day`. */
const weekOf = (day: number): number => day - ((day + 3) % 7)
const shiftMonth = (today: number, by: number): Period => {
  const [year, month] = partsOf(today)
  return partsShifted(year, month + by)
}
const partsShifted = (year: number, month: number): Period => whole(...partsOf(toDay(year, month, 1)))
const wholeYear = (year: number): Period => [toDay(year, 1, 1), toDay(year, 12, 31)]

const shifts: Readonly<Record<string, number>> = {
  ...{ nay: 0, toi: 1, sau: 1, truoc: -1, qua: -1, ngoai: -1, this: 0, next: 1, last: -1 },
  ...{ 本: 0, 这: 0, 下: 1, 上: -1, 今: 0, 明: 1, 去: -1 },
}
const shiftOf = (groups: Groups): number => shifts[groups.by ?? groups.by2 ?? groups.by3 ?? ''] ?? 0
const weekdays: readonly string[] = [
  'hai|2|monday',
  'ba|3|tuesday',
  'tu|4|wednesday',
  'nam|5|thursday',
  'sau|6|friday',
  'bay|7|saturday',
  'chu nhat|sunday',
]
const readWeekday = (name: string): number => weekdays.findIndex((names) => names.split('|').includes(name))
const quarters: readonly string[] = ['i|1', 'ii|2', 'iii|3', 'iv|4']

const dayShift =
  (by: number): Reader['read'] =>
  (_, today) => [today + by, today + by]
const reader = (source: string, read: Reader['read']): Reader => ({ pattern: new RegExp(source, 'gu'), read })
const dayCue = '(?:ngay|tu|den|toi|sang|chieu|trua|dem|truoc|sau|het|hom|mung|vao|on|tu ngay|han)'

/** Earlier readers win where two would read the same letters. */
const readers: readonly Reader[] = [
  reader(String.raw`(?<!\d)(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)`, ({ d, m, y }, today) =>
    readDay(Number(d), Number(m), y, today),
  ),
  reader(
    String.raw`(?<![\d/])(?<d1>\d{1,2})\s?[-–]\s?(?<d>\d{1,2})/(?<m>\d{1,2})(?:/(?<y>\d{4}))?(?![\d/])`,
    ({ d1, d, m, y }, today) => join(readDay(Number(d1), Number(m), y, today), readDay(Number(d), Number(m), y, today)),
  ),
  reader(
    String.raw`(?<![\d/.,])(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>\d{4})(?!\d)`,
    ({ d, m, y }, today) => readDay(Number(d), Number(m), y, today),
  ),
  reader(
    String.raw`(?<!\d)(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})(?:\s*,?\s*(?:nam\s+|/\s*)(?<y>\d{4}))?(?!\d)`,
    ({ d, m, y }, today) => readDay(Number(d), Number(m), y, today),
  ),
  reader(String.raw`(?<![a-z])(?<=${dayCue}\s)(?<d>\d{1,2})[/-](?<m>\d{1,2})(?![\d/%])`, ({ d, m }, today) =>
    readDay(Number(d), Number(m), undefined, today),
  ),
  reader(
    String.raw`(?<![\d/.,a-z-])(?<d>[12]?\d|3[01])/(?<m>1[0-2]|[1-9])(?![\d/%]|\s*(?:tre|nguoi|so|dan|lieu))(?<!1/[2-9])`,
    ({ d, m }, today) => readDay(Number(d), Number(m), undefined, today),
  ),
  reader(String.raw`(?:(?<y>\d{4})年)?(?<m>\d{1,2})月(?:份|(?<d>\d{1,2})[日号])?`, ({ d, m, y }, today) =>
    d === undefined ? readMonth(Number(m), y, today) : readDay(Number(d), Number(m), y, today),
  ),
  reader(
    String.raw`(?<![a-z\d])(?<name>${monthNames})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>\d{4}))?(?!\d)`,
    ({ name, d, y }, today) => readDay(Number(d), monthOf(name ?? ''), y, today),
  ),
  reader(
    String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<name>${monthNames})(?![a-z])\.?(?:,?\s+(?<y>\d{4}))?`,
    ({ name, d, y }, today) => readDay(Number(d), monthOf(name ?? ''), y, today),
  ),
  reader(
    String.raw`(?<![a-z])(?:in|by|until|since|from|of)\s+(?<name>${monthNames})(?![a-z])\.?(?:,?\s+(?<y>\d{4}))?`,
    ({ name, y }, today) => readMonth(monthOf(name ?? ''), y, today),
  ),
  reader(String.raw`(?<![a-z])quy\s+(?<q>iv|i{1,3}|[1-4])(?:\s*[/-]\s*|\s+nam\s+)(?<y>\d{4})`, ({ q = '', y }) => {
    const quarter = quarters.findIndex((names) => names.split('|').includes(q))
    return [toDay(Number(y), quarter * 3 + 1, 1), toDay(Number(y), quarter * 3 + 4, 1) - 1]
  }),
  reader(String.raw`(?<![a-z])thang\s+(?<m>\d{1,2})(?:\s*[/-]\s*|\s+nam\s+)(?<y>\d{4})`, ({ m, y }, today) =>
    readMonth(Number(m), y, today),
  ),
  reader(String.raw`(?<![a-z])(?<!\d\s)thang\s+(?<m>\d{1,2})(?!\d|\s*(?:tuoi|ngay|nam|lan))`, ({ m }, today) =>
    readMonth(Number(m), undefined, today),
  ),
  reader(
    String.raw`(?<![a-z])(?<!\d\s)thang (?<by>nay|toi|sau|truoc|qua)(?![a-z])|(?<![a-z])(?<by2>this|next|last) month|(?<by3>[本这下上])个?月`,
    (groups, today) => shiftMonth(today, shiftOf(groups)),
  ),
  reader(
    '(?<![a-z])thu (?<w>hai|ba|tu|nam|sau|bay|[2-7])(?: tuan (?<by>nay|toi|sau|truoc))(?![a-z])',
    ({ w = '', by }, today) => {
      const day = weekOf(today) + readWeekday(w) + 7 * (shifts[by ?? 'nay'] ?? 0)
      return [day, day]
    },
  ),
  reader(
    String.raw`(?<![a-z])(?:on|next|this)\s+(?<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
    ({ w = '' }, today) => {
      const day = today + ((readWeekday(w) - ((today + 3) % 7) + 6) % 7) + 1
      return [day, day]
    },
  ),
  reader(
    '(?<![a-z])tuan (?<by>nay|toi|sau|truoc|qua)(?![a-z])|(?<![a-z])(?<by2>this|next|last) week(?!end)|(?<by3>[本这下上])个?(?:周|星期)',
    (groups, today) => {
      const monday = weekOf(today) + 7 * shiftOf(groups)
      return [monday, monday + 6]
    },
  ),
  reader('(?<![a-z])(?:cuoi tuan(?: nay)?|this weekend|weekend)(?![a-z])|(?:本|这个?)?周末', (_, today) => [
    weekOf(today) + 5,
    weekOf(today) + 6,
  ]),
  reader(
    String.raw`(?<![a-z])(?:trong )?(?<n>\d{1,2}) ngay (?:toi|nua)(?![a-z])|(?<![a-z])next (?<n2>\d{1,2}) days`,
    ({ n, n2 }, today) => [today, today + Number(n ?? n2)],
  ),
  reader('(?<![a-z])(?:ngay kia|day after tomorrow)(?![a-z])|后天', dayShift(2)),
  reader(
    '(?<![a-z])(?:ngay mai|sang mai|chieu mai|toi mai|mai (?=nghi|cat|cup|tam)|tomorrow)(?![a-z])|明天|明日|明早',
    dayShift(1),
  ),
  reader('(?<![a-z])(?:hom qua|toi qua|dem qua|yesterday)(?![a-z])|昨天|昨日|昨晚', dayShift(-1)),
  reader(
    '(?<![a-z])(?:hom nay|sang nay|chieu nay|toi nay|dem nay|trua nay|today|tonight|this morning)(?![a-z])|今天|今日|今晚|今早',
    dayShift(0),
  ),
  reader(
    '(?<![a-z])nam (?<by>nay|toi|sau|truoc|ngoai)(?![a-z])|(?<![a-z])(?<by2>this|next|last) year|(?<by3>[今明去])年',
    (groups, today) => wholeYear(partsOf(today)[0] + shiftOf(groups)),
  ),
  reader(String.raw`(?<![a-z])(?:nam|in|since|by)\s+(?<y>(?:19|20)\d\d)(?!\d)|(?<y2>(?:19|20)\d\d)年`, ({ y, y2 }) =>
    wholeYear(Number(y ?? y2)),
  ),
]

const join = (first: Period | null, last: Period | null): Period | null => (first && last ? [first[0], last[1]] : null)

type Found = { readonly start: number; readonly end: number; readonly period: Period }
const opens =
  /(?:(?<![a-z])(?:tu|ke tu|bat dau|from|starting|since|as of|effective|hieu luc)(?: ngay| dau| on| from)?\s|自|从)$/
const closes = /(?:(?<![a-z])(?:truoc|den het|den|cho den|het|han|han chot|until|by|before)(?: ngay)?\s)$/
const joint = /^\s?(?:-|–|den|den het|toi|cho den|den ngay|toi ngay|to|until|till|through|至|到)\s?(?:ngay\s)?$/

/** `published`: ISO 8601. Reads none where that is no date. Slots in reading order. */
export function findDates(folded: string, published: string): Slot[] {
  const today = dayOf(published)
  if (Number.isNaN(today)) return []
  const found: Found[] = []
  for (const { pattern, read } of readers)
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && end > other.start)) continue
      const period = read(match.groups ?? {}, today, match[0])
      if (period) found.push({ start, end, period })
    }
  return joinPeriods(
    folded,
    found.toSorted((a, b) => a.start - b.start),
  )
}

function joinPeriods(folded: string, found: readonly Found[]): Slot[] {
  const slots: Slot[] = []
  for (let at = 0; at < found.length; at++) {
    const { start, end, period } = found[at] as Found
    const next = found[at + 1]
    const left = folded.slice(Math.max(0, start - 24), start)
    const bare = folded.slice(start, end)
    if (next && joint.test(folded.slice(end, next.start)) && next.period[1] >= period[0]) {
      slots.push({ kind: 'date', start, end: next.end, value: writePeriod([period[0], next.period[1]]) })
      at++
    } else if (opens.test(left) || /起/.test(folded.slice(end, end + 1)) || /^(?:since|from) /.test(bare))
      slots.push({ kind: 'date', start, end, value: `${write(period[0])}/..` })
    else if (closes.test(left) || /^(?:by|until) /.test(bare))
      slots.push({ kind: 'date', start, end, value: `../${write(period[1])}` })
    else slots.push({ kind: 'date', start, end, value: writePeriod(period) })
  }
  return slots
}

/** A date slot's first and last day; open ends are ±Infinity. */
export function readPeriod(value: string): Period {
  const [first = '', last = first] = value.split('/')
  return [first === '..' ? -Infinity : dayOf(first), last === '..' ? Infinity : dayOf(last)]
}
