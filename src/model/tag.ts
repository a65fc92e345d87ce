// Tag: a convention and article label on an item, with the reasons for it.
import type { ConventionId } from './convention.ts'

/** Words that led to a tag and where they stand: offsets into title + "\n" + text, in UTF-16 units. */
export type Reason = {
  readonly start: number
  readonly end: number
  /** The words as they stand in the text. */
  readonly words: string
  /** Id of the rule that fired, for example `crc-28-school-fee`. */
  readonly rule: string
  /** Article of the convention, as the treaty numbers it: "28", "2.1". */
  readonly article: string | null
  readonly weight: number
}

export type Tag = {
  readonly convention: ConventionId
  /** Articles, the strongest first; empty where only the convention is known. */
  readonly articles: readonly string[]
  /** Probability-like, 0 to 1. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** What one judge or their combination says of a text. */
export type Judgement = {
  readonly tags: readonly Tag[]
  /** False where the language or length is outside what the judge knows: "not classified", never a guess. */
  readonly classified: boolean
  /** For example `lexicon 2026-11-21 a1b2c3`. */
  readonly version: string
}
