// Publication: a verdict as it leaves the house. It holds reviewers' words and public sources, nothing of who said what.
import type { Verdict } from './review.ts'

export const publicationStates = ['standing', 'withdrawn', 'under_review'] as const

export type Publication = {
  /** Number of the claim. */
  readonly id: number
  readonly language: string
  readonly verdict: Verdict
  readonly wording: string
  readonly explanation: string
  /** YYYY-MM-DD. */
  readonly publishedOn: string
  /** Last time that this entry changed; ISO 8601. */
  readonly changedAt: string
  readonly status: (typeof publicationStates)[number]
  readonly withdrawnOn: string | null
  readonly withdrawnBecause: string | null
  readonly sources: readonly {
    readonly publisher: string
    readonly published: string | null
    readonly url: string | null
    readonly kind: 'factcheck' | 'statement' | 'warning'
    /** At most 300 characters. */
    readonly quote: string
  }[]
}

/** Who publishes, and under which address; null where it has none yet. */
export type Publisher = { readonly name: string; readonly site: string | null }
