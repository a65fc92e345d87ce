// How a source is doing, from what its rounds left behind.
import type { SourceHealth } from '../model/crawl.ts'
import type { Silence } from './silence.ts'

export type HealthFacts = {
  readonly lastSuccessAt: string | null
  readonly failures: number
  readonly pausedReason: string | null
  readonly silence: Silence
}

/** Pure. `silent`: it answers, but has been quiet for longer than it ever is. */
export function sourceState(facts: HealthFacts): SourceHealth['state'] {
  if (facts.pausedReason !== null) return 'paused'
  if (facts.failures > 0) return 'failing'
  if (facts.lastSuccessAt === null) return 'never'
  return facts.silence.kind === 'unusual' ? 'silent' : 'healthy'
}
