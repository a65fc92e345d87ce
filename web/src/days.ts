// Days as YYYY-MM-DD, as the API gives and takes them; people read and write dd/MM/yyyy.

const dayMs = 86_400_000

/** The day `count` days later (or earlier). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
}

/** Monday of the day's week. */
export function startOfWeek(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -sinceMonday)
}

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** 2026-11-21 as 21/11/2026. */
export function writeDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** 21/11/2026, also 1/2/2026 or 21-11-2026, as YYYY-MM-DD; null where it is no day. */
export function readDay(text: string): string | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text)
  if (!parts) return null
  const [, day = '', month = '', year = ''] = parts
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(read) ? read : null
}
