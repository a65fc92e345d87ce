// Short memory: how long each kind of row is kept (safeguard 9).
import { addDays, dayMs, vietnamDay } from './day.ts'

/** Days; set in config/service.yaml. Private posts are not stored at all in this version, only counted. */
export type RetentionDays = { readonly items: number; readonly ledger: number }

export type RetentionLimits = {
  /** Items of days before this one go. */
  readonly itemsBefore: string
  /** Requests, rounds and captures before this instant go. */
  readonly ledgerBefore: Date
}

/** Pure: what is too old at `now`. */
export function retentionLimits(days: RetentionDays, now: Date): RetentionLimits {
  return {
    itemsBefore: addDays(vietnamDay(now), -days.items),
    ledgerBefore: new Date(now.getTime() - days.ledger * dayMs),
  }
}
