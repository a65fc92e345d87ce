// Inverted index with BM25: what each feature adds to each document is worked out once, so that a query only adds up.

/** Postings of all features, one after another: `docs` and `impacts` from `starts[f]` to `starts[f + 1]`. */
export type Inverted = {
  readonly numbers: ReadonlyMap<string | number, number>
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly impacts: Float32Array
  readonly idf: Float32Array
  readonly size: number
}

/** Measured on short claims: little is gained by a word said twice, and length matters little. */
const saturation = 0.9
const lengthShare = 0.4

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
  const idf = Float32Array.from(frequency, (df) => Math.log(1 + (documents.length - df + 0.5) / (df + 0.5)))
  const starts = new Uint32Array(numbers.size + 1)
  for (const [number, df] of frequency.entries()) starts[number + 1] = (starts[number] ?? 0) + df
  const next = starts.slice()
  const docs = new Uint32Array(starts[numbers.size] ?? 0)
  const impacts = new Float32Array(docs.length)
  for (const [doc, features] of documents.entries()) {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[doc] ?? 0)) / average)
    for (const [feature, count] of features) {
      const number = numbers.get(feature) ?? 0
      const at = next[number]++ ?? 0
      docs[at] = doc
      impacts[at] = ((idf[number] ?? 0) * count * (saturation + 1)) / (count + norm)
    }
  }
  return { numbers, starts, docs, impacts, idf, size: documents.length }
}

/**
 * Adds the BM25 score of every document to `scores`. Features in more than `mostPostings` documents are left out, unless
 * nothing else is left.
 */
export function addScores(
  { numbers, starts, docs, impacts }: Inverted,
  features: Iterable<string | number>,
  scores: Float32Array,
  mostPostings: number,
): void {
  for (const feature of features) {
    const number = numbers.get(feature)
    if (number === undefined) continue
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
    if (to - from > mostPostings) continue
    for (let at = from; at < to; at++) scores[docs[at] ?? 0]! += impacts[at] ?? 0
  }
}
