// Features of a text for the linear model: hashed n-grams of words and letters, and what the lexicon found.
//
// Nothing is cut out as a string: hashes roll over code units, into arrays that are made once. What one call gives is
// therefore valid until the next.
import { lettersPerWord } from './document.ts'
import type { Findings } from './evidence.ts'
import type { CompiledLexicon } from './lexicon.ts'

/** Buckets of the hash; part of a model's identity. */
export const bucketBits = 20
const bucketMask = 2 ** bucketBits - 1

/** What an item is about stands in title and lead; further down a model trained on short texts only guesses. */
const leadWords = 60
const mostWords = 1024
const mostUnits = 6000
const mostOccurrences = 2 ** 15
/** Pairs grow with the square. */
const mostConcepts = 24

/** Families of features, and what tells their hashes apart. All count alike: each is brought to length 1. */
const seeds = { words: 0x2545f491, marked: 0x6a09e667, letters: 0x3c6ef372, lexicon: 0x510e527f } as const
type Family = keyof typeof seeds

export type Features = {
  /** Distinct features: their buckets, and their values. */
  readonly size: number
  readonly buckets: Int32Array
  readonly values: Float32Array
  /** Every occurrence: its feature's bucket, and the words it stands on, `to` exclusive. */
  readonly occurrences: number
  readonly bucketAt: Int32Array
  readonly from: Int16Array
  readonly to: Int16Array
}

const buckets = new Int32Array(mostOccurrences)
const values = new Float32Array(mostOccurrences)
const bucketAt = new Int32Array(mostOccurrences)
const from = new Int16Array(mostOccurrences)
const to = new Int16Array(mostOccurrences)
const counts = new Uint16Array(bucketMask + 1)
const units = new Uint16Array(mostUnits)
const wordOfUnit = new Int16Array(mostUnits)
const hashes = new Int32Array(mostWords)
let size = 0
let occurrences = 0
let lastRead: Findings | null = null

/** The features of title and lead; valid until the next call. */
export function readFeatures(findings: Findings, lexicon: CompiledLexicon): Features {
  // Asked again for the same text, to find the words of a tag: the arrays still hold it.
  if (findings === lastRead) return { size, buckets, values, occurrences, bucketAt, from, to }
  lastRead = findings
  const { doc } = findings
  const lead = leadOf(findings)
  size = 0
  occurrences = 0
  const isSpaced = lettersPerWord[doc.language] < 1.5
  for (let i = 0; i < lead; i++) hashes[i] = hashName(doc.words[i] ?? '')
  if (isSpaced) {
    addWords('words', lead)
    if (doc.language === 'vi' && doc.marks === 'kept') addMarkedWords(findings, lead)
  }
  addLetters(findings, lead, isSpaced)
  addFindings(findings, lexicon, lead)
  let sum = 0
  for (let i = 0; i < size; i++) sum += (values[i] ?? 0) ** 2
  const scale = sum === 0 ? 0 : 1 / Math.sqrt(sum)
  for (let i = 0; i < size; i++) values[i] = (values[i] ?? 0) * scale
  return { size, buckets, values, occurrences, bucketAt, from, to }
}

/** How many words of the text are read. */
function leadOf({ doc }: Findings): number {
  return Math.min(doc.words.length, Math.round(doc.titleWords + leadWords * lettersPerWord[doc.language]), mostWords)
}

/** FNV-1a over code units: the same on every machine. */
export function hashName(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash
}

function mix(a: number, b: number): number {
  const mixed = Math.imul(a ^ (b >>> 16) ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}

function add(hash: number, first: number, last: number): void {
  if (occurrences === mostOccurrences) return
  bucketAt[occurrences] = (hash ^ (hash >>> 15)) & bucketMask
  from[occurrences] = first
  to[occurrences] = last
  occurrences++
}

/** Turns a family's occurrences into values: the logarithm of how often, all together of length 1. */
function closeFamily(firstOccurrence: number): void {
  const firstFeature = size
  for (let i = firstOccurrence; i < occurrences; i++) {
    const bucket = bucketAt[i] ?? 0
    if (counts[bucket] === 0) buckets[size++] = bucket
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  let sum = 0
  for (let i = firstFeature; i < size; i++) {
    const bucket = buckets[i] ?? 0
    const value = logs[counts[bucket] ?? 0] ?? mostLog
    counts[bucket] = 0
    values[i] = value
    sum += value * value
  }
  const scale = 1 / Math.sqrt(sum)
  for (let i = firstFeature; i < size; i++) values[i] = (values[i] ?? 0) * scale
}

const logs = Float64Array.from({ length: 64 }, (_, count) => Math.log1p(count))
const mostLog = logs.at(-1) ?? 0

/** Single words and pairs. */
function addWords(family: Family, count: number): void {
  const start = occurrences
  const seed = seeds[family]
  for (let i = 0; i < count; i++) {
    add(mix(seed, hashes[i] ?? 0), i, i + 1)
    if (i + 1 < count) add(mix(mix(seed ^ 1, hashes[i] ?? 0), hashes[i + 1] ?? 0), i, i + 2)
  }
  closeFamily(start)
}

/** Vietnamese as it is written: "bán" and "bạn" fold to one word, and are two. */
function addMarkedWords({ doc }: Findings, count: number): void {
  for (let i = 0; i < count; i++) hashes[i] = mix(hashes[i] ?? 0, hashName(doc.marksAt[i] ?? ''))
  addWords('marked', count)
}

/** Runs of 2 to 5 letters, across words too; of 1 to 4 where a letter is a syllable or a word. */
function addLetters({ doc }: Findings, count: number, isSpaced: boolean): void {
  let length = 0
  for (let i = 0; i < count; i++) {
    const word = doc.words[i] ?? ''
    if (length + word.length + 2 > mostUnits) break
    for (let k = 0; k < word.length; k++) {
      wordOfUnit[length] = i
      units[length++] = word.charCodeAt(k)
    }
    wordOfUnit[length] = i
    if (isSpaced) units[length++] = 32
  }
  const start = occurrences
  const shortest = doc.language === 'zh' ? 1 : 2
  const longest = doc.language === 'zh' ? 4 : isSpaced ? 5 : 7
  for (let i = 0; i < length; i++) {
    let hash: number = seeds.letters
    const end = Math.min(length, i + longest)
    for (let k = i; k < end; k++) {
      hash = Math.imul(hash ^ (units[k] ?? 0), 0x01000193)
      if (k - i + 1 >= shortest) add(mix(hash, k - i), wordOfUnit[i] ?? 0, (wordOfUnit[k] ?? 0) + 1)
    }
  }
  closeFamily(start)
}

/** Concepts, pairs of them, rules: the same in every language, so that what one teaches serves the others. */
function addFindings({ found, firings }: Findings, { names, mask }: CompiledLexicon, lead: number): void {
  const start = occurrences
  let count = 0
  for (const [concept, hits] of found) {
    const [first] = hits
    if (concept === mask || first === undefined || first.from >= lead) continue
    const name = names[concept] ?? 0
    add(mix(seeds.lexicon, name), first.from, first.to)
    for (let other = 0; other < count; other++)
      add(mix(seeds.lexicon ^ 2, (hashes[other] ?? 0) ^ name), first.from, first.to)
    if (count < mostConcepts) hashes[count++] = name
  }
  for (const { rule, spans } of firings) {
    const [first] = spans
    if (first === undefined || first.from >= lead) continue
    for (const [i, name] of rule.names.entries()) add(mix(seeds.lexicon ^ (4 + i), name), first.from, first.to)
  }
  closeFamily(start)
}
