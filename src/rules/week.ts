// ISO weeks and days as the reports count them: Monday to Sunday, in Viet Nam time (UTC+7, no summer time).

import { dayMs } from '../rules/day.ts'

/** A day as milliseconds of its UTC midnight. Throws RangeError unless it is a real YYYY-MM-DD. */
function readDay(day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || writeDay(ms) !== day) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`)
  return ms
}

function writeDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** 0 for Monday to 6 for Sunday. Throws RangeError for an invalid day. */
export function weekdayIndex(day: string): number {
  return (new Date(readDay(day)).getUTCDay() + 6) % 7
}

/** The ISO week of a day, "2026-W47". Its year is the one that its Thursday falls in. Throws RangeError for an invalid day. */
export function isoWeek(day: string): string {
  const thursday = readDay(day) + (3 - weekdayIndex(day)) * dayMs
  const year = new Date(thursday).getUTCFullYear()
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`
}

/** The seven days of an ISO week, Monday first. Throws RangeError for a week that does not exist, such as 2025-W53. */
export function weekDays(week: string): string[] {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  // 4 January is always in week 1.
  const fourth = `${year}-01-04`
  const monday =
    year === undefined ? Number.NaN : readDay(fourth) - weekdayIndex(fourth) * dayMs + (Number(number) - 1) * 7 * dayMs
  if (Number.isNaN(monday) || isoWeek(writeDay(monday)) !== week)
    throw new RangeError(`not an ISO week (YYYY-Www): ${week}`)
  return Array.from({ length: 7 }, (_, index) => writeDay(monday + index * dayMs))
}

/** The week before, also over the turn of the year. Throws RangeError as `weekDays`. */
export function previousWeek(week: string): string {
  return isoWeek(writeDay(readDay(weekDays(week)[0] as string) - dayMs))
}
