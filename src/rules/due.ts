// When a source is asked again: from its cadence, how much it publishes, what it asks for, and how often it failed.
import type { FailureCode } from '../model/failure.ts'
import { dayMs } from './day.ts'

export type RoundFacts = {
  readonly cadenceMs: number
  /** From the feed's TTL or Cache-Control; null where it says nothing. */
  readonly ttlMs: number | null
  readonly retryAfterMs: number | null
  readonly itemsLast7Days: number
  /** Rounds in a row that failed, this one included. */
  readonly failures: number
  readonly failure: FailureCode | null
}

export type NextCheck = { readonly at: Date; readonly pausedReason: FailureCode | null }

const longestQuietMs = 6 * 3_600_000
const longestBackoffMs = dayMs
/** A site that says 410 wants us to stop at once; a pause is lifted by a person. */
const pausing: ReadonlySet<FailureCode> = new Set(['gone'])

/** Pure: the next check after a round that ended at `now`. */
export function nextCheck(facts: RoundFacts, now: Date): NextCheck {
  const waitMs = Math.max(facts.failure ? backoffMs(facts) : quietMs(facts), facts.retryAfterMs ?? 0)
  const isPaused = facts.failure !== null && pausing.has(facts.failure)
  return { at: new Date(now.getTime() + waitMs), pausedReason: isPaused ? facts.failure : null }
}

/** Half the mean time between two items, but never more often than the cadence and the feed's TTL allow. */
function quietMs(facts: RoundFacts): number {
  const byVolume = Math.min((7 * dayMs) / (facts.itemsLast7Days + 1) / 2, longestQuietMs)
  return Math.max(facts.cadenceMs, byVolume, Math.min(facts.ttlMs ?? 0, dayMs))
}

function backoffMs(facts: RoundFacts): number {
  return Math.min(facts.cadenceMs * 2 ** Math.min(facts.failures, 10), Math.max(longestBackoffMs, facts.cadenceMs))
}
