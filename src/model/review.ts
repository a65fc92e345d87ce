// Review: a person's step on a claim. Events only append; they hold ids and reviewers' words, never post text.
import { z } from 'zod'

export const verdicts = ['true', 'mostly_true', 'misleading', 'false', 'fraud', 'unproven', 'opinion'] as const
export type Verdict = (typeof verdicts)[number]

export const claimStates = [
  'new',
  'taken',
  'proposed',
  'confirmed',
  'published',
  'snoozed',
  'merged',
  'closed',
] as const
export type ClaimState = (typeof claimStates)[number]

export const reviewActions = [
  'take',
  'release',
  'hand_over',
  'propose',
  'return',
  'confirm',
  'publish',
  'reopen',
  'retract',
  'snooze',
  'wake',
  'merge',
  'split',
  'ask_unit',
  'note_answer',
  'mark_speech',
] as const
export type ReviewAction = (typeof reviewActions)[number]

export const reviewRoles = ['analyst', 'reviewer'] as const
export type ReviewRole = (typeof reviewRoles)[number]

/** Who acts: an account, and the person behind it, who may have several. */
export type Actor = {
  readonly account: string
  readonly person: string
  readonly role: ReviewRole
  /** The office that the account belongs to; a partner office may confirm. */
  readonly office: string
}

/** What a verdict rests on, as the rules see it. */
export type Citation = {
  readonly id: string
  readonly kind: 'factcheck' | 'statement' | 'warning'
  readonly publisher: string
  /** Whether the publisher is the body that the claim is about. */
  readonly isAboutPublisher: boolean
  /** The citation that this one repeats nearly word for word. */
  readonly copyOf: string | null
}

export const reviewInputSchema = z.strictObject({
  verdict: z.enum(verdicts).optional(),
  /** Written by a reviewer; a machine-extracted sentence is never published. */
  wording: z.string().trim().min(10).max(500).optional(),
  explanation: z.string().trim().max(4000).optional(),
  citations: z.array(z.string()).max(20).optional(),
  /** Whom a claim is handed to, merged into, or what is asked of which unit. */
  target: z.string().max(80).optional(),
  /** Until when it sleeps, or an answer is due. */
  until: z.iso.date().optional(),
})
export type ReviewInput = z.output<typeof reviewInputSchema>

export type ReviewEvent = {
  readonly claim: string
  readonly at: string
  readonly actor: Actor
  readonly action: ReviewAction
  readonly input: ReviewInput
}
