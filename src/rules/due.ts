// When a source is asked again: from its cadence, how much it publishes, what it asks for, and how often it failed.
import type { PauseReason } from '../model/crawl.ts'
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
  /** Since the first of them. */
  readonly failingForMs: number
  readonly failure: FailureCode | null
}

export type NextCheck = { readonly at: Date; readonly pausedReason: Exclude<PauseReason, 'by_hand'> | null }

const longestQuietMs = 6 * 3_600_000
const longestBackoffMs = dayMs
/** So many failed rounds over so long a time are no passing trouble: a person has to look. */
const mostFailures = 20
const longestFailingMs = 7 * dayMs

/** Pure: the next check after a round that ended at `now`. */
export function nextCheck(facts: RoundFacts, now: Date): NextCheck {
  const waitMs = Math.max(facts.failure ? backoffMs(facts) : quietMs(facts), facts.retryAfterMs ?? 0)
  return { at: new Date(now.getTime() + waitMs), pausedReason: pauseReason(facts) }
}

/** A site that says 410 wants us to stop at once, an account needs two people's word. A pause is lifted by a person. */
function pauseReason({ failure, failures, failingForMs }: RoundFacts): NextCheck['pausedReason'] {
  if (failure === null) return null
  if (failure === 'gone' || failure === 'awaits_confirmation') return failure
  return failures >= mostFailures && failingForMs >= longestFailingMs ? 'kept_failing' : null
}

/** Half the mean time between two items, but never more often than the cadence and the feed's TTL allow. */
function quietMs(facts: RoundFacts): number {
  const byVolume = Math.min((7 * dayMs) / (facts.itemsLast7Days + 1) / 2, longestQuietMs)
  return Math.max(facts.cadenceMs, byVolume, Math.min(facts.ttlMs ?? 0, dayMs))
}

function backoffMs(facts: RoundFacts): number {
  return Math.min(facts.cadenceMs * 2 ** Math.min(facts.failures, 10), Math.max(longestBackoffMs, facts.cadenceMs))
}
