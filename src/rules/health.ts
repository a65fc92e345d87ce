// How a source is doing, from what its rounds left behind.
import type { SourceHealth } from '../model/crawl.ts'

export type HealthFacts = {
  readonly lastSuccessAt: string | null
  readonly failures: number
  readonly pausedReason: string | null
  readonly itemsLast7Days: number
  /** Private timelines give numbers, no items; they are not silent for that. */
  readonly givesItems: boolean
}

/** Pure. `silent`: it answers, but nothing new has come from it for a week. */
export function sourceState(facts: HealthFacts): SourceHealth['state'] {
  if (facts.pausedReason !== null) return 'paused'
  if (facts.failures > 0) return 'failing'
  if (facts.lastSuccessAt === null) return 'never'
  return facts.givesItems && facts.itemsLast7Days === 0 ? 'silent' : 'healthy'
}
