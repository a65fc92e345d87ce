// Fits the linear model: stochastic gradient descent with a step of its own for each weight (AdaGrad).
import { bucketBits, type Features } from '../conventions/features.ts'
import { heads, type LinearModel } from '../conventions/linear.ts'
import { sigmoid } from '../conventions/stack.ts'
import { createRandom, shuffle } from './random.ts'

/** A text as features; `targets` says of each head 1, 0, or −1 where it does not apply. */
export type Sample = {
  readonly buckets: Int32Array
  readonly values: Float32Array
  readonly targets: Int8Array
  /** How much it counts; an augmented copy counts less. */
  readonly weight: number
}

export type LinearOptions = {
  readonly epochs: number
  readonly rate: number
  /** Pull towards zero, for each step and weight. */
  readonly l2: number
  /** Weights below this share of a head's largest step are left out: they say nothing and cost space. */
  readonly prune: number
  readonly seed: number
}

export const defaultOptions: LinearOptions = { epochs: 6, rate: 0.5, l2: 3e-4, prune: 0.5, seed: 20261121 }

type Weights = { readonly weights: Float32Array; readonly biases: Float64Array }

/** A copy of features that outlives the next reading. */
export function keepSample(features: Features, targets: Int8Array, weight: number): Sample {
  const { size, buckets, values } = features
  return { buckets: buckets.slice(0, size), values: values.slice(0, size), targets, weight }
}

/** Steps of one unit of rarity, the natural logarithm of how many times fewer texts have a feature than there are. */
const raritySteps = 24

/** How rare the features of some texts are: by bucket, so that a rare word counts for more. */
export function measureRarity(samples: readonly Sample[]): Uint8Array {
  const texts = new Uint32Array(2 ** bucketBits)
  for (const { buckets } of samples) for (const bucket of buckets) texts[bucket] = (texts[bucket] ?? 0) + 1
  return Uint8Array.from(texts, (count) =>
    Math.min(255, Math.round(raritySteps * Math.log((samples.length + 1) / (count + 1)))),
  )
}

/** A sample whose values count as rarely as their features are met, of length 1 again. */
export function weighByRarity(sample: Sample, rarity: Uint8Array): Sample {
  const values = sample.values.map((value, i) => value * (rarity[sample.buckets[i] ?? 0] ?? 0))
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { ...sample, values: values.map((value) => value / length) }
}

/** Fits all heads at once, on samples weighed by `rarity`. `onEpoch` is told after each round over the samples. */
export function fitLinear(
  samples: readonly Sample[],
  id: string,
  rarity: Uint8Array,
  options: LinearOptions = defaultOptions,
  onEpoch: () => void = () => {},
): LinearModel {
  const fitted: Weights = {
    weights: new Float32Array(heads.length * 2 ** bucketBits),
    biases: new Float64Array(heads.length),
  }
  const squares = new Float32Array(fitted.weights.length).fill(1e-3)
  const biasSquares = new Float64Array(heads.length).fill(1)
  const order = Int32Array.from(samples, (_, i) => i)
  const random = createRandom(options.seed)
  const gradients = new Float64Array(heads.length)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const sample = samples[i]
      if (sample && findGradients(sample, fitted, gradients))
        step(sample, fitted, squares, biasSquares, gradients, options)
    }
    onEpoch()
  }
  return quantise(fitted, id, rarity, options.prune)
}

/** How wrong each head is on a sample; false where none is wrong enough to learn from. */
function findGradients(
  { buckets, values, targets, weight }: Sample,
  fitted: Weights,
  gradients: Float64Array,
): boolean {
  const { weights, biases } = fitted
  gradients.set(biases)
  for (let i = 0; i < buckets.length; i++) {
    const row = (buckets[i] ?? 0) * heads.length
    const value = values[i] ?? 0
    for (let head = 0; head < heads.length; head++)
      gradients[head] = (gradients[head] ?? 0) + (weights[row + head] ?? 0) * value
  }
  let isWrong = false
  for (let head = 0; head < heads.length; head++) {
    const target = targets[head] ?? -1
    const wrong = target < 0 ? 0 : (sigmoid(gradients[head] ?? 0) - target) * weight
    gradients[head] = Math.abs(wrong) < 0.005 ? 0 : wrong
    isWrong ||= gradients[head] !== 0
  }
  return isWrong
}

function step(
  { buckets, values }: Sample,
  { weights, biases }: Weights,
  squares: Float32Array,
  biasSquares: Float64Array,
  gradients: Float64Array,
  { rate, l2 }: LinearOptions,
): void {
  for (let head = 0; head < heads.length; head++) {
    const gradient = gradients[head] ?? 0
    if (gradient === 0) continue
    biasSquares[head] = (biasSquares[head] ?? 0) + gradient * gradient
    biases[head] = (biases[head] ?? 0) - (rate * gradient) / Math.sqrt(biasSquares[head] ?? 1)
  }
  for (let i = 0; i < buckets.length; i++) {
    const row = (buckets[i] ?? 0) * heads.length
    const value = values[i] ?? 0
    for (let head = 0; head < heads.length; head++) {
      const gradient = gradients[head] ?? 0
      if (gradient === 0) continue
      const at = row + head
      const slope = gradient * value + l2 * (weights[at] ?? 0)
      const square = (squares[at] ?? 0) + slope * slope
      squares[at] = square
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(square)
    }
  }
}

/** Eight bits a weight: the largest of a head is 127 steps. */
function quantise({ weights, biases }: Weights, id: string, rarity: Uint8Array, prune: number): LinearModel {
  const most = new Float64Array(heads.length)
  for (let i = 0; i < weights.length; i++)
    most[i % heads.length] = Math.max(most[i % heads.length] ?? 0, Math.abs(weights[i] ?? 0))
  const scales = Array.from(most, (value) => (value === 0 ? 1 : value / 127))
  const steps = new Int8Array(weights.length)
  for (let i = 0; i < weights.length; i++) {
    const exact = (weights[i] ?? 0) / (scales[i % heads.length] ?? 1)
    steps[i] = Math.abs(exact) < prune ? 0 : Math.round(exact)
  }
  return { id, weights: steps, scales, biases: [...biases], rarity }
}
