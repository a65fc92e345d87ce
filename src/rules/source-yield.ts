// Yield: how much a source gives in a week.
import { addDays } from './day.ts'
import type { SourceDay } from './silence.ts'

/** Weeks that are looked at, for yield and rhythm alike. */
export const weeksWatched = 8

/**
 * New items of the last eight times seven days, the oldest first and the last ending `today`; null where no round went
 * well: that is not zero. Pure.
 */
export function countByWeek(days: readonly SourceDay[], today: string): (number | null)[] {
  return Array.from({ length: weeksWatched }, (_, index) => {
    const to = addDays(today, (index + 1 - weeksWatched) * 7)
    const from = addDays(to, -6)
    const week = days.filter(({ day, succeeded }) => succeeded > 0 && day >= from && day <= to)
    return week.length === 0 ? null : week.reduce((sum, { items }) => sum + items, 0)
  })
}

/** The median of the weeks that are known: the first round's back catalogue does not move it. Null where none is known. */
export function typicalWeek(weeks: readonly (number | null)[]): number | null {
  const known = weeks.filter((count) => count !== null).sort((a, b) => a - b)
  const middle = Math.floor(known.length / 2)
  const [low, high] = [known[known.length % 2 === 0 ? middle - 1 : middle], known[middle]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}
