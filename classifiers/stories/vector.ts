// Vector: what tells one event from another: words and pairs of words, the rare ones first.
import { tokens } from '../../src/text/normalize.ts'

/** Features, ascending, and the weight of each; a unit vector. */
export type Vector = { readonly features: Int32Array; readonly weights: Float32Array }

/** In how many texts each feature stands. */
export type Frequencies = { texts: number; readonly spread: Uint16Array }

type Written = { readonly title: string; readonly text: string }

/** Features are numbers of so many bits; the words of a million articles share a number seldom enough. */
const featureBits = 24
const mostSpread = 0xffff
const titleWeight = 2
/** A story is told in the first paragraphs; the rest of a long article is background that many stories share. */
const mostTokens = 400
/** The rarest features carry the likeness; the long tail only costs memory. */
const mostFeatures = 300

export function createFrequencies(): Frequencies {
  return { texts: 0, spread: new Uint16Array(2 ** featureBits) }
}

/** Counts a text's features, each once. */
export function countText(frequencies: Frequencies, written: Written): void {
  frequencies.texts++
  const { spread } = frequencies
  for (const feature of readFeatures(written).keys()) spread[feature] = Math.min((spread[feature] ?? 0) + 1, mostSpread)
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

/** Weights by log frequency and rarity. A feature that stands nowhere else says nothing of a second article. Pure. */
export function vectorOf(written: Written, { texts, spread }: Frequencies): Vector {
  const weighed: [number, number][] = []
  for (const [feature, times] of readFeatures(written)) {
    const found = spread[feature] ?? 0
    const weight = (1 + Math.log(times)) * Math.log((texts + 1) / (found + 0.5))
    if (found > 1 && weight > 0) weighed.push([feature, weight])
  }
  const heaviest = weighed.sort(([f, a], [g, b]) => b - a || f - g).slice(0, mostFeatures)
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  heaviest.sort(([f], [g]) => f - g)
  return {
    features: Int32Array.from(heaviest, ([feature]) => feature),
    weights: Float32Array.from(heaviest, ([, weight]) => weight / length),
  }
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

/** The features by which an item is found again: its heaviest ones. */
export function keysOf({ features, weights }: Vector, most: number): number[] {
  return Array.from(features, (feature, i) => [feature, weights[i] as number] as const)
    .sort(([f, a], [g, b]) => b - a || f - g)
    .slice(0, most)
    .map(([feature]) => feature)
}
