// Fits the transformer's head: logistic regression on embeddings, all heads at once, by full gradients (Adam).

import { sigmoid } from '../conventions/stack.ts'
import { transformerHeads } from '../conventions/transformer.ts'
import type { Example } from './examples.ts'

export type EmbeddedExample = { readonly example: Pick<Example, 'labels'>; readonly vector: Float32Array }
export type FittedHead = { readonly weights: number[][]; readonly biases: number[] }

const rounds = 150
const stepSize = 0.1
/** How strongly weights are pulled towards zero, in the unit of examples: the best on a fifth kept back is taken. */
const pulls = [0.3, 1, 3, 10]

/** Fits on `rows`; `kept` are those of them on which the pull is chosen. Needs at least one row. */
export function fitHead(rows: readonly EmbeddedExample[], kept: readonly EmbeddedExample[]): FittedHead {
  const scaling = measureScaling(rows)
  const keptRows = new Set(kept)
  const others = rows.filter((row) => !keptRows.has(row))
  const losses = pulls.map((pull) => lossOn(kept, restoreScale(descend(others, scaling, pull), scaling)))
  const best = pulls[losses.indexOf(Math.min(...losses))] ?? 1
  return restoreScale(descend(rows, scaling, best), scaling)
}

type Scaling = { readonly mean: Float64Array; readonly scale: Float64Array }

/** Embeddings lie in a narrow cone: without their common direction, and each dimension as wide as the others. */
function measureScaling(rows: readonly EmbeddedExample[]): Scaling {
  const width = rows[0]?.vector.length ?? 0
  const mean = new Float64Array(width)
  const square = new Float64Array(width)
  for (const { vector } of rows)
    for (let i = 0; i < width; i++) {
      const value = vector[i] ?? 0
      mean[i] = (mean[i] ?? 0) + value / rows.length
      square[i] = (square[i] ?? 0) + value ** 2 / rows.length
    }
  const scale = square.map((sum, i) => 1 / Math.sqrt(width * Math.max(1e-9, sum - (mean[i] ?? 0) ** 2)))
  return { mean, scale }
}

/** A row of weights a head, the bias last. */
function descend(rows: readonly EmbeddedExample[], { mean, scale }: Scaling, pull: number): Float64Array[] {
  const inputs = rows.map(({ vector }) =>
    Float64Array.from([...vector, 0], (value, i) =>
      i < vector.length ? (value - (mean[i] ?? 0)) * (scale[i] ?? 0) : 1,
    ),
  )
  return transformerHeads.map((head) => {
    const targets = rows.map(({ example }) => targetOf(example, head))
    const weights = new Float64Array(inputs[0]?.length ?? 0)
    const first = weights.slice()
    const second = weights.slice()
    for (let turn = 1; turn <= rounds; turn++) {
      const gradient = gradientOf(inputs, targets, weights, pull)
      for (let i = 0; i < weights.length; i++) {
        const slope = gradient[i] ?? 0
        first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope
        second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope ** 2
        const unbiased = (first[i] ?? 0) / (1 - 0.9 ** turn)
        const size = Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** turn)) + 1e-9
        weights[i] = (weights[i] ?? 0) - ((stepSize * unbiased) / size) * (1 - turn / (rounds + 1))
      }
    }
    return weights
  })
}

function gradientOf(
  inputs: readonly Float64Array[],
  targets: readonly number[],
  weights: Float64Array,
  pull: number,
): Float64Array {
  const bias = weights.length - 1
  const gradient = weights.map((weight, i) => (i === bias ? 0 : pull * weight))
  for (const [k, input] of inputs.entries()) {
    let logit = 0
    for (let i = 0; i < input.length; i++) logit += (weights[i] ?? 0) * (input[i] ?? 0)
    const wrong = sigmoid(logit) - (targets[k] ?? 0)
    for (let i = 0; i < input.length; i++) gradient[i] = (gradient[i] ?? 0) + wrong * (input[i] ?? 0)
  }
  return gradient
}

function targetOf({ labels }: Pick<Example, 'labels'>, head: (typeof transformerHeads)[number]): number {
  return Number(head === 'any' ? labels.length > 0 : labels.includes(head))
}

/** Weights for embeddings as they are, so that nobody else has to know of the scaling. */
function restoreScale(fitted: readonly Float64Array[], { mean, scale }: Scaling): FittedHead {
  const weights = fitted.map((row) => Array.from(scale, (factor, i) => factor * (row[i] ?? 0)))
  const biases = weights.map((row, head) =>
    row.reduce((sum, weight, i) => sum - weight * (mean[i] ?? 0), fitted[head]?.at(-1) ?? 0),
  )
  return { weights, biases }
}

function lossOn(rows: readonly EmbeddedExample[], { weights, biases }: FittedHead): number {
  let loss = 0
  for (const { example, vector } of rows)
    for (const [i, head] of transformerHeads.entries()) {
      const logit = vector.reduce((sum, value, k) => sum + value * (weights[i]?.[k] ?? 0), biases[i] ?? 0)
      loss += Math.log1p(Math.exp(targetOf(example, head) === 1 ? -logit : logit))
    }
  return loss
}
