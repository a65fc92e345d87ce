// Tag: a convention and article label on an item, with the reasons for it; beside it the tags of other instruments.
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

/** What an item does with a right: tells of a concern or of progress, of policy or law, or teaches it. */
export const directions = ['concern', 'progress', 'policy', 'education'] as const
export type Direction = (typeof directions)[number]

export type Tag = {
  readonly convention: ConventionId
  /** Articles, the strongest first; empty where only the convention is known. */
  readonly articles: readonly string[]
  /** Null where it is not known; private posts have none. */
  readonly direction: Direction | null
  /** Probability-like, 0 to 1. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** A label of the second kind: an ILO convention, a trade agreement's labour chapter, a law on migrant workers. */
export type InstrumentTag = {
  /** Its id in config/instruments.yaml. */
  readonly instrument: string
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** What one judge or their combination says of a text. */
export type Judgement = {
  readonly tags: readonly Tag[]
  readonly instruments: readonly InstrumentTag[]
  /** False where the language or length is outside what the judge knows: "not classified", never a guess. */
  readonly classified: boolean
  /** For example `lexicon 2026-11-21 a1b2c3`. */
  readonly version: string
}
