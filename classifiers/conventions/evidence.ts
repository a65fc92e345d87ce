// Evidence: what a judge says for or against a tag. The seam between the judges and what is made of them.
import type { ConventionId } from '../../src/model/convention.ts'
import type { Direction } from '../../src/model/tag.ts'
import type { FoldedDoc } from './document.ts'
import type { CompiledLexicon, Models } from './lexicon.ts'
import { type Found, findConcepts } from './phrases.ts'
import { type Firing, fireRules } from './rules.ts'

export type Evidence = {
  readonly convention: ConventionId
  readonly article: string | null
  /** What spoke: the id of a rule, or the name of a model. */
  readonly rule: string
  /** In steps in which 1 halves the doubt. May be negative. */
  readonly weight: number
  /** The words it stands on, as offsets into `FoldedDoc.original`; none where the whole text speaks. */
  readonly spans: readonly Span[]
}

export type Span = { readonly start: number; readonly end: number }

/** A number a convention on the judge's own scale; `any`, where the judge has an opinion, for rights as such. */
export type Scores = Readonly<Record<ConventionId, number>> & { readonly any?: number }

/** What one judge says of a text, and the words it stands on. */
export type Opinion = {
  readonly scores: Scores
  /** Log-odds of what the text does with a right, where the judge has learnt that. */
  readonly directions?: Readonly<Record<Direction, number>>
  /** Conventions that the text names outright; the others need not be asked. */
  readonly named?: ReadonlySet<ConventionId>
  /** Asked for only where a tag is given: to find the words costs more than to find the score. */
  readonly evidenceFor: (convention: ConventionId) => readonly Evidence[]
}

/** A text with the concepts and rules found in it: read once, for all judges. */
export type Findings = {
  readonly doc: FoldedDoc
  readonly found: Found
  readonly firings: readonly Firing[]
  /** Its embedding, where a transformer has read it. */
  readonly vector?: Float32Array | undefined
}

/** A judge reads a text and says what speaks for or against each convention; pure. */
export type Judge = (findings: Findings, models: Models) => Opinion

export function findEvidence(doc: FoldedDoc, lexicon: CompiledLexicon): Findings {
  const found = findConcepts(doc, lexicon)
  return { doc, found, firings: found.size === 0 ? [] : fireRules(doc, found, lexicon) }
}
