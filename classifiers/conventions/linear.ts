// The second judge: logistic regression on hashed features, a head a convention and a direction.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { type Direction, directions } from '../../src/model/tag.ts'
import type { Evidence, Findings, Opinion } from './evidence.ts'
import { bucketBits, type Features, readFeatures } from './features.ts'
import type { Models } from './lexicon.ts'

/** "any": whether a right is at stake at all, whichever it is. */
export const heads = [...conventionIds, ...directions, 'any'] as const
const anyHead = heads.indexOf('any')

/** One weight for each bucket and head, `weights[bucket * heads.length + head]`, in steps of the head's scale. */
export type LinearModel = {
  readonly id: string
  readonly weights: Int8Array
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  /** How rare each bucket's features are among the examples: a rare word says more than a common one. */
  readonly rarity: Uint8Array
}

/** Log-odds of each head, in the order of `heads`. */
export function scoreHeads({ size, buckets, values }: Features, model: LinearModel): Float64Array {
  const { weights, scales, biases, rarity } = model
  const sums = new Float64Array(heads.length)
  let squares = 0
  for (let i = 0; i < size; i++) {
    const bucket = buckets[i] ?? 0
    const row = bucket * heads.length
    const value = (values[i] ?? 0) * (rarity[bucket] ?? 0)
    squares += value * value
    for (let head = 0; head < heads.length; head++) sums[head] = (sums[head] ?? 0) + (weights[row + head] ?? 0) * value
  }
  const length = Math.sqrt(squares) || 1
  for (let head = 0; head < heads.length; head++)
    sums[head] = ((sums[head] ?? 0) * (scales[head] ?? 0)) / length + (biases[head] ?? 0)
  return sums
}

/** Most spans that a tag shows when only this judge speaks, and the least share of the strongest that one must have. */
const mostSpans = 4
const leastShare = 0.4

export function judgeByLinear(findings: Findings, model: LinearModel, { lexicon }: Models): Opinion {
  const sums = scoreHeads(readFeatures(findings, lexicon), model)
  const of = <T extends string>(names: readonly (T & (typeof heads)[number])[]) =>
    Object.fromEntries(names.map((name) => [name, sums[heads.indexOf(name)] ?? 0])) as Record<T, number>
  return {
    scores: { ...of<ConventionId>(conventionIds), any: sums[anyHead] ?? 0 },
    directions: of<Direction>(directions),
    evidenceFor: (convention) => {
      const features = readFeatures(findings, lexicon)
      return findSpans(findings, weighWords(features, findings, model, convention), convention)
    },
  }
}

/** What each word adds to a head: the share of every feature that stands on it. */
function weighWords(features: Features, { doc }: Findings, model: LinearModel, convention: ConventionId): Float64Array {
  const { size, buckets, values, occurrences, bucketAt, from, to } = features
  const head = heads.indexOf(convention)
  for (let i = 0; i < occurrences; i++) times[bucketAt[i] ?? 0] = (times[bucketAt[i] ?? 0] ?? 0) + 1
  for (let i = 0; i < size; i++) {
    const bucket = buckets[i] ?? 0
    const value = (values[i] ?? 0) * (model.rarity[bucket] ?? 0)
    shares[bucket] = ((model.weights[bucket * heads.length + head] ?? 0) * value) / (times[bucket] ?? 1)
    times[bucket] = 0
  }
  const words = new Float64Array(doc.words.length)
  for (let i = 0; i < occurrences; i++) {
    const first = from[i] ?? 0
    const last = to[i] ?? 0
    const share = (shares[bucketAt[i] ?? 0] ?? 0) / (last - first)
    for (let word = first; word < last; word++) words[word] = (words[word] ?? 0) + share
  }
  return words
}

/** Made once: by bucket, how often it occurs, and what one occurrence adds. */
const times = new Uint16Array(2 ** bucketBits)
const shares = new Float32Array(2 ** bucketBits)

/** The strongest words with neighbours that speak nearly as loud, as spans. */
function findSpans({ doc }: Findings, weights: Float64Array, convention: ConventionId): Evidence[] {
  const strongest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  if (strongest <= 0) return []
  const runs: { start: number; end: number; weight: number; last: number }[] = []
  for (const [word, weight] of weights.entries()) {
    if (weight < strongest * leastShare) continue
    const run = runs.at(-1)
    const end = doc.end[word] ?? 0
    if (run && word - run.last <= 1) Object.assign(run, { end, last: word, weight: run.weight + weight })
    else runs.push({ start: doc.start[word] ?? 0, end, weight, last: word })
  }
  return runs
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostSpans)
    .map(({ start, end, weight }) => ({ convention, article: null, rule: 'linear', weight, spans: [{ start, end }] }))
}

/** The artefact: a line of JSON, then the weights, then the rarities. */
export function encodeLinear({ weights, rarity, ...head }: LinearModel): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify({ ...head, heads, bucketBits })}\n`)
  const out = new Uint8Array(line.length + weights.length + rarity.length)
  out.set(line)
  out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), line.length)
  out.set(rarity, line.length + weights.length)
  return out
}

/** Reads an artefact without copying it; throws where it was made for other heads or features. */
export function decodeLinear(bytes: Uint8Array): LinearModel {
  const lineEnd = bytes.indexOf(10)
  const head = JSON.parse(new TextDecoder().decode(bytes.slice(0, lineEnd)))
  const [start, count] = [lineEnd + 1, heads.length * 2 ** bucketBits]
  if (String(head.heads) !== String(heads) || bytes.length !== start + count + 2 ** bucketBits)
    throw new Error('made for other features')
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + start, count)
  return { id: head.id, weights, scales: head.scales, biases: head.biases, rarity: bytes.subarray(start + count) }
}
