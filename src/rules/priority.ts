// Priority of a claim: four factors from 0 to 1, multiplied; each is kept and shown, so that nobody has to believe a number.
import type { HarmCategory, SlotKind, Triage } from '../model/claim.ts'

export type ClaimCategory = NonNullable<Triage['category']> | 'entered'

export type Priority = {
  /** How much of it can be looked up. */
  readonly checkability: number
  /** How surely it is what a fact-check, evidence or a pattern is about. */
  readonly match: number
  /** How often it was met. */
  readonly spread: number
  /** How badly somebody may be hurt who believes it. */
  readonly harm: number
  readonly total: number
}

const harms: Readonly<Record<HarmCategory, number>> = {
  child_panic: 1,
  health_hoax: 1,
  disaster_hoax: 1,
  transfer_fraud: 0.9,
  impersonation: 0.9,
  recruitment_lure: 0.9,
  fake_charity: 0.8,
}
/** Of claims that no pattern of harm was seen in. */
const ordinaryHarm = 0.6

/** A sentence with something to look up starts here; each further kind of thing adds to it. */
const plainSentence = 0.4
const eachKind = 0.2
const vague: ReadonlySet<SlotKind> = new Set(['polarity', 'hedge'])

/** From the kinds of things that the claim names. */
export function rateCheckability(kinds: readonly SlotKind[]): number {
  const named = new Set(kinds.filter((kind) => !vague.has(kind)))
  return Math.min(1, plainSentence + eachKind * named.size)
}

/** Met so often it is spread as widely as it counts; every doubling before adds the same. */
const fullSpread = 255
/** A claim that was met once is no nothing. */
const leastSpread = 0.2

/** `mentions`: how often it was met, in all kinds of sources. */
export function ratePriority(
  claim: { readonly category: ClaimCategory; readonly checkability: number; readonly matchStrength: number },
  mentions: number,
): Priority {
  const spread = Math.min(1, Math.max(leastSpread, Math.log2(1 + mentions) / Math.log2(1 + fullSpread)))
  const harm = harms[claim.category as HarmCategory] ?? ordinaryHarm
  const { checkability, matchStrength: match } = claim
  return { checkability, match, spread, harm, total: checkability * match * spread * harm }
}
