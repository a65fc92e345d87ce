// Claim: a checkable statement, what it is held against, and what was found; no field says who said it.
import { z } from 'zod'
import type { languages } from './language.ts'

export const textKinds = ['headline', 'article', 'post'] as const
export type TextKind = (typeof textKinds)[number]

/** A text to be triaged. `published` is ISO 8601; relative dates count from it. */
export type Statement = {
  readonly text: string
  readonly kind: TextKind
  readonly language: (typeof languages)[number] | 'und'
  readonly published: string
}

const day = z.string().min(4).describe('ISO 8601, a day or an instant')

/** A dated statement by a named publisher that supports or contradicts a claim. */
export const evidenceSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.string().default('vi'),
  publisher: z.string(),
  published: day,
  text: z.string().min(1),
})
export type Evidence = z.output<typeof evidenceSchema>

/** A published verdict on a claim, exchanged as schema.org ClaimReview. */
export const factCheckSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.string().default('vi'),
  claimReviewed: z.string().min(1),
  rating: z.string().default(''),
  publisher: z.string().default(''),
  published: day.optional(),
  explanation: z.string().default(''),
})
export type FactCheck = z.output<typeof factCheckSchema>

/** Kinds of things that a statement says and that two statements can agree or differ in. */
export const slotKinds = [
  'quantity',
  'date',
  'place',
  'institution',
  'eligibility',
  'document',
  'polarity',
  'hedge',
] as const
export type SlotKind = (typeof slotKinds)[number]

/** One verifiable part of a claim: offsets into the text, and its value in one spelling. */
export type Slot = {
  readonly kind: SlotKind
  readonly start: number
  readonly end: number
  /** "5000000 vnd", "2026-11-01/2026-11-30", "region:15", "12/2026/nđ-cp", "not", "reportedly". */
  readonly value: string
}

/** A sentence, or a part of one, judged alone. */
export type Proposition = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Why nothing may be flagged here (safeguard 5); null for a plain statement. */
  readonly protectedAs: ProtectedKind | null
  readonly isCheckable: boolean
  readonly slots: readonly Slot[]
}

export const protectedKinds = [
  'opinion',
  'criticism',
  'satire',
  'petition',
  'belief',
  'testimony',
  'allegation',
  'survivor',
  'disbelief',
  'private_person',
  'question',
  'unclear',
] as const
export type ProtectedKind = (typeof protectedKinds)[number]

/** The closed list of safeguard 8. */
export const harmCategories = [
  'impersonation',
  'transfer_fraud',
  'recruitment_lure',
  'fake_charity',
  'child_panic',
  'health_hoax',
  'disaster_hoax',
] as const
export type HarmCategory = (typeof harmCategories)[number]

export const relations = ['same_as_factcheck', 'contradicts_evidence', 'agrees', 'reports_hoax', 'related'] as const

/** How a statement stands to one fact-check or piece of evidence. `slots`: what was compared, with both values. */
export type Match = {
  readonly id: string
  readonly relation: (typeof relations)[number]
  readonly score: number
  readonly slots: readonly {
    readonly kind: SlotKind
    readonly ours: string
    readonly theirs: string
    readonly agrees: boolean
  }[]
}

export type Triage = {
  readonly flag: boolean
  readonly protected: boolean
  /** In words, for the reviewer. */
  readonly reason: string
  readonly category: HarmCategory | 'factcheck' | 'evidence' | null
  /** The sentence that was flagged, as it stands in the text. */
  readonly claim: string | null
  readonly matches: readonly Match[]
}
