// Knowledge: evidence and fact-checks on their way into the store, redacted; nobody who said or wrote anything is named.
import type { Redacted } from './brands.ts'

/** A published verdict, as read from a page or a file. `published` is a day. */
export type FactCheckDraft = {
  readonly lang: string
  readonly claimReviewed: Redacted
  readonly rating: string
  /** The organisation that checked. */
  readonly publisher: string
  readonly published: string | null
  readonly explanation: Redacted
  /** Public address of the check. */
  readonly url: string | null
}

export const evidenceKinds = ['statement', 'warning'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** A dated statement by a named publisher; `warning` is one about a scam pattern. Days are YYYY-MM-DD. */
export type EvidenceDraft = {
  readonly kind: EvidenceKind
  readonly lang: string
  readonly publisher: string
  readonly published: string
  readonly text: Redacted
  readonly url: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
}
