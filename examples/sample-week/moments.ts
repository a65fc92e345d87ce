// Moments: when an item appeared, in the ways in which feeds and pages write it. All times are Viet Nam's.
const dayMs = 86_400_000
const offsetMs = 7 * 3_600_000

/** The moment of a day (0 is the Monday `weekStart`, YYYY-MM-DD) at a time (HH:MM). */
export function momentOf(weekStart: string, at: { readonly day: number; readonly time: string }): Date {
  return new Date(Date.parse(`${weekStart}T${at.time}:00+07:00`) + at.day * dayMs)
}

/** Monday of the ISO week before the one in which `now` falls: the last week that is complete. */
export function lastMonday(now: Date): string {
  const local = new Date(now.getTime() + offsetMs)
  const daysSinceMonday = (local.getUTCDay() + 6) % 7
  return new Date(local.getTime() - (daysSinceMonday + 7) * dayMs).toISOString().slice(0, 10)
}

/** "2026-11-16T06:30:00+07:00" */
export function isoLocal(at: Date): string {
  return `${new Date(at.getTime() + offsetMs).toISOString().slice(0, 19)}+07:00`
}

/** "Mon, 16 Nov 2026 06:30:00 +0700" */
export function rfc822Local(at: Date): string {
  return new Date(at.getTime() + offsetMs).toUTCString().replace('GMT', '+0700')
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** Parts of a date as Vietnamese pages show it; day and month with two digits. */
export function shownParts(at: Date): { weekday: string; day: string; month: string; year: string; time: string } {
  const iso = isoLocal(at)
  const weekday = weekdays[new Date(at.getTime() + offsetMs).getUTCDay()] ?? ''
  return {
    weekday,
    day: iso.slice(8, 10),
    month: iso.slice(5, 7),
    year: iso.slice(0, 4),
    time: iso.slice(11, 16),
  }
}
