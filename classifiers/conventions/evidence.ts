// Evidence: what a judge says for or against a tag. The seam between the judges and what is made of them.
import type { ConventionId } from '../../src/model/convention.ts'
import type { FoldedDoc } from './document.ts'
import type { Models } from './lexicon.ts'

export type Evidence = {
  readonly convention: ConventionId
  readonly article: string | null
  /** What spoke: the id of a rule, or the name of a model. */
  readonly rule: string
  /** In steps in which 1 halves the doubt: the sum s of a convention gives the score 1 − 2^−s. May be negative. */
  readonly weight: number
  /** The words it stands on, as offsets into `FoldedDoc.original`; none where the whole text speaks. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** A judge reads a text and says what speaks for or against each convention; pure. */
export type Judge = (doc: FoldedDoc, models: Models) => Evidence[]
