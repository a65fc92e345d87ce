// Cluster: articles of one event gather to a story, in one pass over time.
import { countText, createFrequencies, keysOf, similarity, type Vector, vectorOf } from './vector.ts'

export type Telling = {
  readonly id: string
  readonly title: string
  readonly text: string
  /** ISO 8601; null where nobody knows. */
  readonly time: string | null
}

/** Mean similarity to a story's articles from which an article belongs to it; chosen on one half of a labelled set. */
export const threshold = 0.17
/** An article is found by this many of its features, among the latest articles that share one. */
export const keysPerItem = 30
const latestPerKey = 40
/** Of the articles found, so many with the most shared keys are compared. */
const mostCompared = 40
/** A story's latest articles speak for it. */
const mostMembers = 12
/** A story that nobody has told for so long is over; what comes then is another one. */
export const quietMs = 14 * 86_400_000

type Seen = { readonly vector: Vector; readonly story: number; readonly timeMs: number | null }

/**
 * The story of each telling, named by the id of its first article. Articles are read in the order of their time, each
 * compared with a bounded number of earlier ones, so that the work grows with their number. Pure.
 */
export function cluster(tellings: readonly Telling[]): Map<string, string> {
  const frequencies = createFrequencies()
  for (const telling of tellings) countText(frequencies, telling)
  const seen: Seen[] = []
  const latest = new Map<number, number[]>()
  const members: number[][] = []
  const names: string[] = []
  const stories = new Map<string, string>()
  for (const { telling, timeMs } of inOrder(tellings)) {
    const vector = vectorOf(telling, frequencies)
    const keys = keysOf(vector, keysPerItem)
    const near = findNear(keys, latest).filter((other) => isNear((seen[other] as Seen).timeMs, timeMs))
    const story = chooseStory(vector, near, seen, members) ?? names.push(telling.id) - 1
    const index = seen.push({ vector, story, timeMs }) - 1
    remember(index, keys, latest)
    const told = members[story] ?? []
    members[story] = told
    told.push(index)
    stories.set(telling.id, names[story] as string)
  }
  return stories
}

/** By time; undated ones last, since they may follow any story. */
function inOrder(tellings: readonly Telling[]) {
  return tellings
    .map((telling, index) => ({ telling, index, timeMs: telling.time === null ? null : Date.parse(telling.time) }))
    .sort((a, b) => (a.timeMs ?? Number.MAX_VALUE) - (b.timeMs ?? Number.MAX_VALUE) || a.index - b.index)
}

const isNear = (a: number | null, b: number | null): boolean => a === null || b === null || b - a <= quietMs

/** Earlier articles that share keys, those with the most first. */
function findNear(keys: readonly number[], latest: ReadonlyMap<number, readonly number[]>): number[] {
  const shared = new Map<number, number>()
  for (const key of keys) for (const other of latest.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .sort(([i, a], [j, b]) => b - a || j - i)
    .slice(0, mostCompared)
    .map(([other]) => other)
}

/** The story with the highest mean similarity, if that is high enough. */
export function chooseStory(
  vector: Vector,
  near: readonly number[],
  seen: readonly Pick<Seen, 'vector' | 'story'>[],
  members: readonly (readonly number[])[],
): number | null {
  let best: number | null = null
  let bestMean = threshold
  for (const story of new Set(near.map((other) => (seen[other] as Seen).story))) {
    const compared = (members[story] ?? []).slice(-mostMembers)
    const sum = compared.reduce((total, other) => total + similarity(vector, (seen[other] as Seen).vector), 0)
    const mean = sum / compared.length
    if (mean < bestMean) continue
    best = story
    bestMean = mean
  }
  return best
}

function remember(index: number, keys: readonly number[], latest: Map<number, number[]>): void {
  for (const key of keys) {
    const list = latest.get(key) ?? []
    if (list.push(index) > latestPerKey) list.shift()
    latest.set(key, list)
  }
}
