// Crawl: one round at one source, and how healthy the source is.
import type { FailureCode } from './failure.ts'
import type { Outcome } from './outcome.ts'

export type OutcomeCount = Outcome & { readonly count: number }

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
  readonly pausedReason: string | null
  readonly itemsLast7Days: number
}
