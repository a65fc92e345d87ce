// Days as people in Viet Nam count them: UTC+7 all year, no summer time.

const offsetMs = 7 * 3_600_000
export const dayMs = 86_400_000

/** The Viet Nam day of an instant, YYYY-MM-DD. */
export function vietnamDay(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + offsetMs).toISOString().slice(0, 10)
}

/** The day `count` days later (or earlier), YYYY-MM-DD. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
}

/** First instant of a Viet Nam day. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs)
}
