// From the judges' scores to one calibrated probability: a small logistic regression a convention.
import type { ConventionId } from '../../src/model/convention.ts'
import { type JudgeName, judgeNames } from '../../src/model/taxonomy.ts'
import { type FoldedDoc, lettersPerWord } from './document.ts'
import type { Scores } from './evidence.ts'

export type ScoresByJudge = Readonly<Partial<Record<JudgeName, Scores>>>

export type StackHead = { readonly weights: readonly number[]; readonly threshold: number }
export type Stack = Readonly<Record<ConventionId, StackHead>>
/** A stack for each set of judges that can be asked, by their names joined with "+". */
export type Stacks = { readonly id: string; readonly sets: Readonly<Record<string, Stack>> }

/**
 * Corners at which a judge's score may count less from there on. A lexicon's first half step says more than its third
 * whole one; beyond the last corner nothing counts.
 */
const corners: Readonly<Record<JudgeName, readonly number[]>> = {
  lexicon: [-1, 0, 0.5, 1.1, 2.5],
  linear: [-8, -2, 0, 2, 8],
  transformer: [-8, -2, 0, 2, 8],
}

/** Examples are hardly longer; a longer text is judged as if it were as long. */
const mostWords = 40

/** How many of the inputs are about the text; the weights of the others are never negative. */
export const contextInputs = 6

/** What the stack reads of a text for one convention: what the text is like, then the judges' scores in pieces. */
export function stackInputs(convention: ConventionId, scores: ScoresByJudge, doc: FoldedDoc): number[] {
  const words = doc.words.length / lettersPerWord[doc.language]
  const isBare = doc.language === 'vi' && doc.marks !== 'kept'
  const isLatin = lettersPerWord[doc.language] < 1.5
  const inputs = [
    1,
    Number(isBare),
    Number(doc.language === 'en' || doc.language === 'fr'),
    Number(doc.language === 'hmn'),
    Number(!isLatin),
    Math.log(Math.min(mostWords, Math.max(3, words)) / 20),
  ]
  for (const name of judgeNames) {
    const own = scores[name]
    if (own === undefined) continue
    addPieces(own[convention], corners[name], inputs)
    if (own.any !== undefined) addPieces(own.any, corners[name], inputs)
  }
  return inputs
}

/** How far a score has come between each two corners. */
function addPieces(score: number, points: readonly number[], inputs: number[]): void {
  for (let i = 0; i + 1 < points.length; i++) {
    const low = points[i] ?? 0
    inputs.push(Math.min(points[i + 1] ?? 0, Math.max(low, score)) - low)
  }
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
