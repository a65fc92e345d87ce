// Short memory: how long each kind of row is kept (safeguard 9).
import { addDays, dayMs, vietnamDay } from './day.ts'

/** Days; set in config/service.yaml. Of private posts only those behind a claim are kept, redacted. */
export type RetentionDays = { readonly items: number; readonly ledger: number; readonly privatePosts: number }

/** Private posts' redacted text is never kept longer, whatever is configured. */
export const mostPrivateDays = 90

export type RetentionLimits = {
  /** Items of days before this one go. */
  readonly itemsBefore: string
  /** Requests, rounds and captures before this instant go. */
  readonly ledgerBefore: Date
  /** Private posts of days before this one go, and those that expire by `today`. */
  readonly privateBefore: string
  readonly today: string
}

/** Pure: what is too old at `now`. */
export function retentionLimits(days: RetentionDays, now: Date): RetentionLimits {
  const today = vietnamDay(now)
  return {
    today,
    itemsBefore: addDays(today, -days.items),
    privateBefore: addDays(today, -Math.min(days.privatePosts, mostPrivateDays)),
    ledgerBefore: new Date(now.getTime() - days.ledger * dayMs),
  }
}
