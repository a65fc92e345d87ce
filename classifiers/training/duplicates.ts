// Near duplicates: the same story told in almost the same words, which must not stand on both sides of a split.
import { fold } from '../../src/text/normalize.ts'
import { hashName } from '../conventions/features.ts'

type Row = { readonly id: string; readonly text: string }
export type Pair = { readonly a: string; readonly b: string; readonly overlap: number }

/** Share of common shingles from which two texts count as one. */
const leastOverlap = 0.6
const shingleUnits = 6
/** Signatures of so many bands find a pair at `leastOverlap` in 99.9 of 100 cases. */
const bands = 24
const rowsInBand = 3

/** Every pair of rows, by id, whose folded texts share most of their letters' sixes. */
export function findNearDuplicates(rows: readonly Row[]): Pair[] {
  const shingles = rows.map(({ text }) => shinglesOf(text))
  const seen = new Set<string>()
  const pairs: Pair[] = []
  const signatures = shingles.map(signatureOf)
  for (let band = 0; band < bands; band++) {
    const groups = new Map<string, number[]>()
    for (const [i, signature] of signatures.entries()) {
      const key = signature.slice(band * rowsInBand, (band + 1) * rowsInBand).join()
      const group = groups.get(key)
      if (group) group.push(i)
      else groups.set(key, [i])
    }
    for (const group of groups.values())
      for (const [k, j] of group.entries())
        for (const i of group.slice(0, k)) {
          if (seen.has(`${i} ${j}`)) continue
          seen.add(`${i} ${j}`)
          const overlap = overlapOf(shingles[i] ?? new Set(), shingles[j] ?? new Set())
          if (overlap >= leastOverlap) pairs.push({ a: rows[i]?.id ?? '', b: rows[j]?.id ?? '', overlap })
        }
  }
  return pairs
}

/** For each id the smallest id of those it is a near duplicate of, directly or through others. */
export function keyStories(rows: readonly Row[]): Map<string, string> {
  const keys = new Map(rows.map(({ id }) => [id, id]))
  const rootOf = (id: string): string => {
    const key = keys.get(id) ?? id
    return key === id ? id : rootOf(key)
  }
  for (const { a, b } of findNearDuplicates(rows)) {
    const [first, second] = [rootOf(a), rootOf(b)].sort()
    if (first !== undefined && second !== undefined) keys.set(second, first)
  }
  return new Map(rows.map(({ id }) => [id, rootOf(id)]))
}

function shinglesOf(text: string): Set<number> {
  const letters = fold(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
  const out = new Set<number>()
  for (let i = 0; i + shingleUnits <= letters.length; i++) out.add(hashName(letters.slice(i, i + shingleUnits)))
  return out.size > 0 ? out : new Set([hashName(letters)])
}

function signatureOf(shingles: ReadonlySet<number>): number[] {
  const least = new Array<number>(bands * rowsInBand).fill(0xffffffff)
  for (const shingle of shingles)
    for (let i = 0; i < least.length; i++) {
      let hash = Math.imul(shingle ^ Math.imul(i + 1, 0x9e3779b1), 0x85ebca6b)
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
      hash = (hash ^ (hash >>> 16)) >>> 0
      if (hash < (least[i] ?? 0)) least[i] = hash
    }
  return least
}

function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0
  for (const shingle of a) if (b.has(shingle)) common++
  return common / (a.size + b.size - common)
}
