// Metrics of extraction: shingle F1 for whole texts, ROUGE-L for bodies in order.

export type Counts = { readonly hit: number; readonly extra: number; readonly missed: number }

const wordPattern = /[\p{L}\p{N}_]+/gu

/** Words as the article-extraction benchmark counts them; case kept. */
export function words(text: string): string[] {
  return text.match(wordPattern) ?? []
}

function shingles(text: string): Map<string, number> {
  const list = words(text)
  const counts = new Map<string, number>()
  for (let i = 0; i === 0 || i + 4 <= list.length; i++) {
    const shingle = list.slice(i, i + 4).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

/** Four-word shingles of both texts compared as multisets; the three parts add up to 1, so that every page weighs the same. */
export function compareShingles(expected: string, actual: string): Counts {
  const want = shingles(expected)
  const got = shingles(actual)
  let [hit, extra, missed] = [0, 0, 0]
  for (const shingle of new Set([...want.keys(), ...got.keys()])) {
    const [w, g] = [want.get(shingle) ?? 0, got.get(shingle) ?? 0]
    hit += Math.min(w, g)
    extra += Math.max(0, g - w)
    missed += Math.max(0, w - g)
  }
  const sum = hit + extra + missed || 1
  return { hit: hit / sum, extra: extra / sum, missed: missed / sum }
}

const share = (part: number, rest: number) => (part === 0 ? (rest === 0 ? 1 : 0) : part / (part + rest))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** F1 of mean precision and mean recall over the pages on which each is defined. */
export function meanF1(pages: readonly Counts[]): { precision: number; recall: number; f1: number } {
  const precision = mean(pages.filter((p) => p.hit + p.extra > 0).map((p) => share(p.hit, p.extra)))
  const recall = mean(pages.filter((p) => p.hit + p.missed > 0).map((p) => share(p.hit, p.missed)))
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

/** Scripts without spaces are compared letter by letter. */
const rougeToken =
  /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\P{L}\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+|\p{N}+/gu

/** F-measure of the longest common subsequence of words, case ignored. */
export function rougeL(expected: string, actual: string): number {
  const want = expected.toLowerCase().match(rougeToken) ?? []
  const got = actual.toLowerCase().match(rougeToken) ?? []
  if (want.length === 0 || got.length === 0) return want.length === got.length ? 1 : 0
  let previous = new Uint32Array(got.length + 1)
  for (const word of want) {
    const row = new Uint32Array(got.length + 1)
    for (let j = 1; j <= got.length; j++) {
      const diagonal = previous[j - 1] as number
      row[j] = word === got[j - 1] ? diagonal + 1 : Math.max(previous[j] as number, row[j - 1] as number)
    }
    previous = row
  }
  const common = previous[got.length] as number
  return (2 * common) / (want.length + got.length)
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

export { mean }
