// Extends a stack by one more judge, on the examples that neither its model nor the others have seen.
import type { ConventionId } from '../../src/model/convention.ts'
import { dot, type Stack, sigmoid } from '../conventions/stack.ts'
import { foldCount } from './examples.ts'
import { chooseThresholds, forEach, type LabelledChance, regress, round, type StackRow } from './fit-stack.ts'

export type FoldedRow = StackRow & { readonly fold: number }

/** How many examples it takes to talk a weight out of what the larger training part has taught. */
const pull = 3

/**
 * Weights that start from those of `known`, whose judges come first among the inputs, and thresholds chosen on chances
 * that each come from weights fitted without the row. Gives these chances too, as a measure.
 */
export function extendStack(
  rows: readonly FoldedRow[],
  known: Stack | undefined,
): { stack: Stack; chances: readonly LabelledChance[] } {
  const weigh = (from: readonly FoldedRow[]) => forEach((id) => regress(from, id, known?.[id].weights, pull).map(round))
  const chances = Array.from({ length: foldCount }, (_, fold) => {
    const weights = weigh(rows.filter((row) => row.fold !== fold))
    return rows.filter((row) => row.fold === fold).map((row) => chanceOf(row, weights))
  }).flat()
  const thresholds = chooseThresholds(chances)
  const weights = weigh(rows)
  return { stack: forEach((id) => ({ weights: weights[id], threshold: thresholds[id] })), chances }
}

function chanceOf({ inputs, labels }: StackRow, weights: Readonly<Record<ConventionId, number[]>>): LabelledChance {
  return { labels, chance: forEach((id) => sigmoid(dot(weights[id], inputs[id]))) }
}
