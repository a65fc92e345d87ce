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

/** Of a hundred ordinary texts, at most so many may be tagged. */
const mostNegativesTagged = 0.05
const rounds = 600
const stepSize = 0.1
/** Keeps weights small where examples are few, in the unit of examples. */
const ridge = 0.5

/**
 * A regression for each convention on `fit`, calibrated on `dev`, with thresholds chosen on both: the scores of neither
 * come from a model that has seen the text. `ordinary` are texts without labels from elsewhere.
 */
export function fitStack(
  fit: readonly StackRow[],
  dev: readonly StackRow[],
  ordinary: readonly StackRow[] = [],
): Stack {
  const weights = forEach((id) => calibrate(regress(fit, id), dev, id).map(round))
  const chanceOf = ({ inputs, labels }: StackRow) => ({
    labels,
    chance: forEach((id) => sigmoid(dot(weights[id], inputs[id]))),
  })
  const thresholds = chooseThresholds([...fit, ...dev].map(chanceOf), ordinary.map(chanceOf))
  return forEach((id) => ({ weights: weights[id], threshold: thresholds[id] }))
}

export function forEach<T>(make: (convention: ConventionId) => T): Record<ConventionId, T> {
  return Object.fromEntries(conventionIds.map((id) => [id, make(id)])) as Record<ConventionId, T>
}

export const round = (value: number) => Math.round(value * 1e4) / 1e4

/**
 * Logistic regression by full gradients (Adam); a judge's weight is never negative, so that more evidence is never less.
 * Weights are pulled towards `prior`, or zero.
 */
export function regress(
  rows: readonly StackRow[],
  convention: ConventionId,
  prior: readonly number[] = [],
  pull = ridge,
): number[] {
  const width = rows[0]?.inputs[convention].length ?? 0
  const weights = Array.from({ length: width }, (_, i) => prior[i] ?? 0)
  return descend(
    weights,
    (current, gradient) => {
      for (const { inputs, labels } of rows) {
        const x = inputs[convention]
        const wrong = sigmoid(dot(current, x)) - Number(labels.includes(convention))
        for (let i = 0; i < width; i++) gradient[i] = (gradient[i] ?? 0) + wrong * (x[i] ?? 0)
      }
      for (let i = 1; i < width; i++) gradient[i] = (gradient[i] ?? 0) + pull * ((current[i] ?? 0) - (prior[i] ?? 0))
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
 * Thresholds with the best F1 of each convention. Where they tag too many ordinary texts, a wrongly tagged one is made to
 * cost more, step by step, until they do not: each convention then gives up what it separates worst. The examples' own
 * are written to mislead; `ordinary` ones from elsewhere, where there are any, count as much as they.
 */
export function chooseThresholds(
  rows: readonly LabelledChance[],
  ordinary: readonly LabelledChance[] = [],
): Record<ConventionId, number> {
  const groups = [rows.filter(({ labels }) => labels.length === 0), ordinary].filter((group) => group.length > 0)
  for (let price = 0; ; price += 0.25) {
    const thresholds = forEach((id) => bestThreshold(rows, groups, id, price))
    const isTagged = ({ chance }: LabelledChance) => conventionIds.some((id) => chance[id] >= thresholds[id])
    const share = meanShare(groups, isTagged)
    if (share <= mostNegativesTagged || price === highestPrice) return thresholds
  }
}

const highestPrice = 20

/** Share of the texts for which something holds, the mean over the groups. */
function meanShare(groups: readonly (readonly LabelledChance[])[], holds: (one: LabelledChance) => boolean): number {
  const shares = groups.map((group) => group.filter(holds).length / group.length)
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
}

function bestThreshold(
  rows: readonly LabelledChance[],
  groups: readonly (readonly LabelledChance[])[],
  id: ConventionId,
  price: number,
): number {
  const negatives = groups[0]?.length ?? 0
  let best = { threshold: 0.5, score: -1 }
  for (let step = 15; step <= 95; step++) {
    const threshold = step / 100
    const cost = price * negatives * meanShare(groups, ({ chance }) => chance[id] >= threshold)
    // What few examples leave open is drawn towards the middle.
    const score = f1At(rows, id, threshold, cost) - 0.04 * Math.abs(threshold - 0.5)
    if (score > best.score) best = { threshold, score }
  }
  return best.threshold
}

/** F1 of a convention; `cost` counts like so many wrong tags more. */
function f1At(rows: readonly LabelledChance[], id: ConventionId, threshold: number, cost: number): number {
  let hits = 0
  let sum = cost
  for (const { labels, chance } of rows) {
    const is = labels.includes(id)
    const given = chance[id] >= threshold
    sum += Number(is) + Number(given)
    hits += Number(is && given)
  }
  return sum === 0 ? 1 : (2 * hits) / sum
}
