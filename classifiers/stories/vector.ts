// Vector: what tells one event from another: words and pairs of words, the rare ones first.
import { tokens } from '../../src/text/normalize.ts'

/** What a text holds: its rarest features, ascending, and how often each stands there. */
export type Sketch = { readonly features: Int32Array; readonly times: Uint8Array }

/** Features, ascending, and the weight of each; a unit vector. */
export type Vector = { readonly features: Int32Array; readonly weights: Float32Array }

/** In how many texts each feature stands. */
export type Frequencies = { texts: number; readonly spread: Uint16Array }

type Written = { readonly title: string; readonly text: string }

/** Features are numbers of so many bits; the words of a million articles share a number seldom enough. */
const featureBits = 24
const mostSpread = 0xffff
const logs = Float32Array.from({ length: mostSpread + 1 }, (_, count) => (count === 0 ? 0 : Math.log(count)))
const titleWeight = 2
/** A story is told in the first paragraphs; the rest of a long article is background that many stories share. */
const mostTokens = 400
/** The rarest features carry the likeness; the long tail only costs memory. */
const mostFeatures = 600

/** Words and pairs of words that stand in many texts of a language, each with the share of texts that have it. */
export type CommonWords = Readonly<Record<string, number>>

/** As many texts are taken to have been read before, so that the first ones are not found alike for their "and". */
const textsBefore = 400

export function createFrequencies(common: CommonWords): Frequencies {
  const spread = new Uint16Array(2 ** featureBits)
  for (const [words, share] of Object.entries(common)) spread[hash(words)] = Math.round(share * textsBefore)
  return { texts: textsBefore, spread }
}

/** Counts a text's features, each once, and keeps what may tell it from others. */
export function sketch(frequencies: Frequencies, written: Written): Sketch {
  const { spread } = frequencies
  frequencies.texts++
  const all = readFeatures(written)
  for (const feature of all.keys()) spread[feature] = Math.min((spread[feature] ?? 0) + 1, mostSpread)
  const rarest = [...all]
    .sort(([f], [g]) => (spread[f] as number) - (spread[g] as number) || f - g)
    .slice(0, mostFeatures)
  rarest.sort(([f], [g]) => f - g)
  return { features: Int32Array.from(rarest, ([f]) => f), times: Uint8Array.from(rarest, ([, t]) => Math.min(t, 255)) }
}

/** Folded words and pairs of neighbours, with how often each stands there: Vietnamese words are mostly pairs of syllables. */
function readFeatures({ title, text }: Written): Map<number, number> {
  const times = new Map<number, number>()
  const add = (feature: number, weight: number): void => void times.set(feature, (times.get(feature) ?? 0) + weight)
  for (const [words, weight] of [
    [tokens(title), titleWeight],
    [tokens(text.slice(0, mostTokens * 8)).slice(0, mostTokens), 1],
  ] as const) {
    let before = ''
    for (const word of words) {
      add(hash(word), weight)
      if (before !== '') add(hash(`${before} ${word}`), weight)
      before = word
    }
  }
  return times
}

/** FNV-1a over UTF-16 units, its upper bits mixed into the lower. */
function hash(words: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193)
  return (value ^ (value >>> featureBits)) & (2 ** featureBits - 1)
}

/**
 * Weights by log frequency and rarity, as rare as each feature is by now: what stood nowhere else when an article came
 * may stand in the next one. A feature that still stands nowhere else says nothing. Pure.
 */
export function weigh({ features, times }: Sketch, { texts, spread }: Frequencies): Vector {
  const weights = new Float32Array(features.length)
  const most = Math.log(texts + 1)
  let sum = 0
  for (let i = 0; i < features.length; i++) {
    const found = spread[features[i] as number] as number
    const weight = found < 2 ? 0 : (1 + (logs[times[i] as number] as number)) * (most - (logs[found] as number))
    if (weight <= 0) continue
    weights[i] = weight
    sum += weight * weight
  }
  const length = Math.sqrt(sum) || 1
  return { features, weights: weights.map((weight) => weight / length) }
}

/** Cosine of two unit vectors, 0 to 1. */
export function similarity(a: Vector, b: Vector): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.features.length && j < b.features.length) {
    const difference = (a.features[i] as number) - (b.features[j] as number)
    if (difference === 0) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (difference < 0) i++
    else j++
  }
  return sum
}

/** A feature of more than this part of all texts leads nowhere. */
const commonPart = 0.05
/** Below so many texts a part says little. */
const fewTexts = 200

/**
 * Features under which a text is found: those with the lowest numbers, common ones left out. Features are hashes, so
 * that two texts that share a part of their words share the same part of these.
 */
export function keysOf({ features }: Sketch, { texts, spread }: Frequencies, most: number): number[] {
  const common = Math.max(texts, fewTexts) * commonPart
  const keys: number[] = []
  for (let i = 0; i < features.length && keys.length < most; i++)
    if ((spread[features[i] as number] as number) <= common) keys.push(features[i] as number)
  return keys
}
