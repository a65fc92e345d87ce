// Inverted index with BM25: what each feature adds to each document is worked out once, so that a query only adds up.

/**
 * Postings of all features, one after another: `docs` and `impacts` from `starts[f]` to `starts[f + 1]`; and the same
 * the other way round, what a document has: `features` and `weights` from `rows[d]` to `rows[d + 1]`.
 */
export type Inverted = {
  readonly numbers: ReadonlyMap<string | number, number>
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly impacts: Float32Array
  readonly rows: Uint32Array
  readonly features: Uint32Array
  readonly weights: Float32Array
  readonly idf: Float32Array
  readonly size: number
  /** Weight of a feature that no document has. */
  readonly rarest: number
}

/** Measured on short claims: little is gained by a word said twice, and length matters little. */
const saturation = 0.9
const lengthShare = 0.4
/** Rare features count a little more than BM25 has it. */
const rareness = 1.3

export type Counted = ReadonlyMap<string | number, number>

/** `documents[i]` holds the features of document i with their counts, which may be fractions. */
export function buildInverted(documents: readonly Counted[]): Inverted {
  const numbers = new Map<string | number, number>()
  const frequency: number[] = []
  const lengths = documents.map((features) => {
    let length = 0
    for (const [feature, count] of features) {
      const number = numbers.get(feature) ?? numbers.size
      numbers.set(feature, number)
      frequency[number] = (frequency[number] ?? 0) + 1
      length += count
    }
    return length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1
  const weigh = (df: number): number => Math.log(1 + (documents.length - df + 0.5) / (df + 0.5)) ** rareness
  const idf = Float32Array.from(frequency, weigh)
  const starts = new Uint32Array(numbers.size + 1)
  for (const [number, df] of frequency.entries()) starts[number + 1] = (starts[number] ?? 0) + df
  const next = starts.slice()
  const docs = new Uint32Array(starts[numbers.size] ?? 0)
  const impacts = new Float32Array(docs.length)
  const rows = new Uint32Array(documents.length + 1)
  const own = new Uint32Array(docs.length)
  const weights = new Float32Array(docs.length)
  let row = 0
  for (const [doc, features] of documents.entries()) {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[doc] ?? 0)) / average)
    for (const [feature, count] of features) {
      const number = numbers.get(feature) ?? 0
      const at = next[number] ?? 0
      next[number] = at + 1
      docs[at] = doc
      impacts[at] = ((idf[number] ?? 0) * count * (saturation + 1)) / (count + norm)
      own[row] = number
      weights[row++] = impacts[at] ?? 0
    }
    rows[doc + 1] = row
  }
  return { numbers, starts, docs, impacts, rows, features: own, weights, idf, size: documents.length, rarest: weigh(0) }
}

/** Which of an index's features a query has. */
export type Asked = {
  readonly index: Inverted
  readonly numbers: readonly number[]
  /** 1 where the query has the feature. */
  readonly marks: Uint8Array
  /** How much all its features weigh, known ones and others. */
  readonly mass: number
}

export function ask(index: Inverted, features: Iterable<string | number>): Asked {
  const marks = new Uint8Array(index.numbers.size)
  const numbers: number[] = []
  let mass = 0
  for (const feature of new Set(features)) {
    const number = index.numbers.get(feature)
    mass += number === undefined ? index.rarest : (index.idf[number] ?? 0)
    if (number === undefined) continue
    marks[number] = 1
    numbers.push(number)
  }
  return { index, numbers, marks, mass }
}

/** BM25 of every document by the features that at most `mostPostings` documents have: enough to see which to look at. */
export function scoreAll({ index, numbers }: Asked, mostPostings: number): Float32Array {
  const { starts, docs, impacts } = index
  const scores = new Float32Array(index.size)
  for (const number of numbers) {
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
    if (to - from > mostPostings) continue
    for (let at = from; at < to; at++) {
      const doc = docs[at] ?? 0
      scores[doc] = (scores[doc] ?? 0) + (impacts[at] ?? 0)
    }
  }
  return scores
}

/** BM25 of one document by all features. */
export function scoreOne({ index, marks }: Asked, doc: number): number {
  const { rows, features, weights } = index
  let score = 0
  for (let at = rows[doc] ?? 0; at < (rows[doc + 1] ?? 0); at++)
    if (marks[features[at] ?? 0] === 1) score += weights[at] ?? 0
  return score
}

/** Share of the weight of `own` that the query has too, and how much that is of what the query weighs. */
export function shareOf(
  { index, marks, mass }: Asked,
  own: Int32Array | undefined,
): { share: number; ofAsked: number } {
  let [shared, all] = [0, 0]
  for (const number of own ?? []) {
    const weight = index.idf[number] ?? 0
    all += weight
    if (marks[number] === 1) shared += weight
  }
  return { share: all === 0 ? 0 : shared / all, ofAsked: mass === 0 ? 0 : shared / mass }
}
