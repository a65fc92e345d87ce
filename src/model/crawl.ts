// Crawl: one round at one source, and how healthy the source is.
import type { FailureCode } from './failure.ts'
import type { Outcome } from './outcome.ts'

export type OutcomeCount = Outcome & { readonly count: number }

/** Days of publication that are looked for afterwards, YYYY-MM-DD in Viet Nam time, both included. */
export type Period = { readonly from: string; readonly to: string }

/** How a round ended. `unchanged` is a 304 of the feed itself. */
export type CrawlStatus = 'ok' | 'unchanged' | 'failed'

export type CrawlResult = {
  readonly sourceId: string
  readonly startedAt: string
  readonly endedAt: string
  readonly status: CrawlStatus
  readonly failure: FailureCode | null
  /** For people: what happened, in words; null when all went well. */
  readonly message: string | null
  readonly outcomes: readonly OutcomeCount[]
}

/** Why a source waits for a person: the site said 410, it kept failing, an account has no second word, or somebody paused it. */
export const pauseReasons = ['gone', 'kept_failing', 'awaits_confirmation', 'by_hand'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** What the console and `sources check` show of a source. Times are ISO 8601 in UTC. */
export type SourceHealth = {
  readonly sourceId: string
  readonly name: string
  readonly ownership: string
  readonly state: 'never' | 'healthy' | 'failing' | 'paused' | 'silent'
  readonly lastAttemptAt: string | null
  readonly lastSuccessAt: string | null
  readonly nextCheckAt: string | null
  readonly failures: number
  readonly failure: FailureCode | null
  readonly pausedReason: PauseReason | null
  readonly itemsLast7Days: number
  /** New items of the last eight times seven days, the oldest first; null where nothing could be read. */
  readonly itemsByWeek: readonly (number | null)[]
  /** The median of those weeks. */
  readonly typicalWeek: number | null
}
