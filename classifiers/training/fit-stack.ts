// Fits the stack: how far each judge is to be believed, and from which probability a tag is given.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { contextInputs, dot, type Stack, sigmoid } from '../conventions/stack.ts'

/** One text as the stack sees it: its inputs for each convention, and which conventions it carries. */
export type StackRow = {
  readonly inputs: Readonly<Record<ConventionId, readonly number[]>>
  readonly labels: readonly ConventionId[]
}

export type LabelledChance = {
  readonly labels: readonly ConventionId[]
  readonly chance: Readonly<Record<ConventionId, number>>
}

/** Of a hundred ordinary articles, at most so many may be tagged. */
const defaultNegativesTagged = 0.05
const rounds = 600
const stepSize = 0.1
/** Keeps weights small where examples are few, in the unit of examples. */
const ridge = 0.5

/**
 * A regression for each convention on `fit`, calibrated on `dev`, with thresholds chosen on both: the scores of neither
 * come from a model that has seen the text.
 */
export function fitStack(
  fit: readonly StackRow[],
  dev: readonly StackRow[],
  mostNegativesTagged = defaultNegativesTagged,
): Stack {
  const weights = forEach((id) => calibrate(regress(fit, id), dev, id).map(round))
  const chances = [...fit, ...dev].map(({ inputs, labels }) => ({
    labels,
    chance: forEach((id) => sigmoid(dot(weights[id], inputs[id]))),
  }))
  const thresholds = chooseThresholds(chances, mostNegativesTagged)
  return forEach((id) => ({ weights: weights[id], threshold: thresholds[id] }))
}

function forEach<T>(make: (convention: ConventionId) => T): Record<ConventionId, T> {
  return Object.fromEntries(conventionIds.map((id) => [id, make(id)])) as Record<ConventionId, T>
}

const round = (value: number) => Math.round(value * 1e4) / 1e4

/** Logistic regression by full gradients (Adam); a judge's weight is never negative, so that more evidence is never less. */
function regress(rows: readonly StackRow[], convention: ConventionId): number[] {
  const width = rows[0]?.inputs[convention].length ?? 0
  const weights = new Array<number>(width).fill(0)
  return descend(
    weights,
    (current, gradient) => {
      for (const { inputs, labels } of rows) {
        const x = inputs[convention]
        const wrong = sigmoid(dot(current, x)) - Number(labels.includes(convention))
        for (let i = 0; i < width; i++) gradient[i] = (gradient[i] ?? 0) + wrong * (x[i] ?? 0)
      }
      for (let i = 1; i < width; i++) gradient[i] = (gradient[i] ?? 0) + ridge * (current[i] ?? 0)
    },
    contextInputs,
  )
}

/** Slope and offset that make the log-odds true on other examples (Platt), taken into the weights. */
function calibrate(weights: readonly number[], dev: readonly StackRow[], convention: ConventionId): number[] {
  const [slope = 1, offset = 0] = descend(
    [1, 0],
    ([a = 1, b = 0], gradient) => {
      for (const { inputs, labels } of dev) {
        const logit = dot(weights, inputs[convention])
        const wrong = sigmoid(a * logit + b) - Number(labels.includes(convention))
        gradient[0] = (gradient[0] ?? 0) + wrong * logit
        gradient[1] = (gradient[1] ?? 0) + wrong
      }
      gradient[0] = (gradient[0] ?? 0) + 5 * (a - 1)
      gradient[1] = (gradient[1] ?? 0) + 5 * b
    },
    2,
  )
  return weights.map((weight, i) => weight * Math.max(0.1, slope) + (i === 0 ? offset : 0))
}

function descend(
  start: readonly number[],
  addGradient: (weights: readonly number[], gradient: number[]) => void,
  firstPositive: number,
): number[] {
  const weights = [...start]
  const mean = weights.map(() => 0)
  const square = weights.map(() => 0)
  for (let turn = 1; turn <= rounds; turn++) {
    const gradient = weights.map(() => 0)
    addGradient(weights, gradient)
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i] ?? 0
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope
      square[i] = 0.999 * (square[i] ?? 0) + 0.001 * slope * slope
      const unbiased = (mean[i] ?? 0) / (1 - 0.9 ** turn)
      const size = Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** turn)) + 1e-9
      const next = (weights[i] ?? 0) - ((stepSize * unbiased) / size) * (1 - turn / (rounds + 1))
      weights[i] = i >= firstPositive ? Math.max(0, next) : next
    }
  }
  return weights
}

/**
 * Thresholds with the best F1 of each convention. Where they tag too many ordinary articles, all are raised by the same
 * step in log-odds until they do not: to raise the one that helps most would follow the accidents of a few articles.
 */
export function chooseThresholds(
  rows: readonly LabelledChance[],
  mostNegativesTagged = defaultNegativesTagged,
): Record<ConventionId, number> {
  const best = forEach((id) => bestThreshold(rows, id))
  const negatives = rows.filter(({ labels }) => labels.length === 0)
  for (let raise = 0; ; raise += 0.05) {
    const thresholds = forEach((id) => round(sigmoid(Math.log(best[id] / (1 - best[id])) + raise)))
    const tagged = negatives.filter(({ chance }) => conventionIds.some((id) => chance[id] >= thresholds[id]))
    if (tagged.length <= mostNegativesTagged * negatives.length) return thresholds
  }
}

function bestThreshold(rows: readonly LabelledChance[], id: ConventionId): number {
  const steps = Array.from({ length: 71 }, (_, i) => (i + 15) / 100)
  // What few examples leave open is drawn towards the middle.
  const scored = steps.map((step) => ({ step, score: f1At(rows, id, step) - 0.04 * Math.abs(step - 0.5) }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).step
}

function f1At(rows: readonly LabelledChance[], id: ConventionId, threshold: number): number {
  let hits = 0
  let sum = 0
  for (const { labels, chance } of rows) {
    const is = labels.includes(id)
    const given = chance[id] >= threshold
    sum += Number(is) + Number(given)
    hits += Number(is && given)
  }
  return sum === 0 ? 1 : (2 * hits) / sum
}
