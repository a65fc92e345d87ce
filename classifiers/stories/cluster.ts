// Cluster: articles of one event gather to a story, in one pass over time.
import {
  type CommonWords,
  createFrequencies,
  type Frequencies,
  keysOf,
  type Sketch,
  similarity,
  sketch,
  type Vector,
  weigh,
} from './vector.ts'

export type Telling = {
  readonly id: string
  readonly title: string
  readonly text: string
  /** ISO 8601; null where nobody knows. */
  readonly time: string | null
}

/** Mean similarity to a story's articles from which an article belongs to it; chosen on one half of a labelled set. */
const threshold = 0.17
/** An article is found under so many of its features, and under each only the latest articles are. */
const keysPerItem = 100
const latestPerKey = 40
/** Of the articles found, so many with the most shared keys are compared. */
const mostCompared = 40
/** A story's latest articles speak for it. */
const mostMembers = 12
/** A story that nobody has told for so long is over; what comes then is another one. */
export const quietMs = 14 * 86_400_000

/** Words' rarity changes slowly: an article is weighed again when there are so many times more texts. */
const weighAgainAt = 1.05
/** From this similarity an article is a copy of another with at most another lead. */
const copySimilarity = 0.8

type Seen = {
  readonly id: string
  readonly sketch: Sketch
  readonly story: string
  readonly timeMs: number | null
  /** As weighed when there were so many texts. */
  weighed: { readonly vector: Vector; readonly texts: number }
}

/** Where an article belongs. */
export type Placement = {
  /** Id of the story's first article. */
  readonly story: string
  /** Id of the earlier article that this one repeats nearly word for word; null where it tells for itself. */
  readonly copyOf: string | null
}

/** What is remembered of earlier articles, so that a new one finds its story. */
export type Gathering = {
  /** Takes in an article's words and tells which of them are rare; once for each article, before it is placed. */
  readonly read: (telling: Telling) => void
  /** Finds an article's story, or takes the one that it was given before. Articles come in the order of their time. */
  readonly place: (telling: Telling, known?: Placement) => Placement
}

/** Each article is compared with a bounded number of earlier ones, so that the work grows with their number. */
export function createGathering(common: CommonWords): Gathering {
  const frequencies = createFrequencies(common)
  const waiting = new Map<string, Sketch>()
  const seen: Seen[] = []
  const latest = new Map<number, number[]>()
  const members = new Map<string, number[]>()
  return {
    read: (telling) => void waiting.set(telling.id, sketch(frequencies, telling)),
    place(telling, known) {
      const timeMs = readTime(telling)
      const own = waiting.get(telling.id) ?? sketch(frequencies, telling)
      waiting.delete(telling.id)
      const vector = weigh(own, frequencies)
      const likeness = rememberEach((other: number) => similarity(vector, weighAgain(seen[other] as Seen, frequencies)))
      const keys = keysOf(own, frequencies, keysPerItem)
      const near = findNear(keys, latest).filter((other) => isNear((seen[other] as Seen).timeMs, timeMs))
      const placement = known ?? findPlacement(telling.id, near, likeness, { seen, members })
      const index =
        seen.push({
          id: telling.id,
          sketch: own,
          story: placement.story,
          timeMs,
          weighed: { vector, texts: frequencies.texts },
        }) - 1
      remember(index, keys, latest)
      members.set(placement.story, [...(members.get(placement.story) ?? []), index].slice(-mostMembers))
      return placement
    },
  }
}

function weighAgain(seen: Seen, frequencies: Frequencies): Vector {
  if (frequencies.texts > seen.weighed.texts * weighAgainAt)
    seen.weighed = { vector: weigh(seen.sketch, frequencies), texts: frequencies.texts }
  return seen.weighed.vector
}

function rememberEach(measure: (other: number) => number): (other: number) => number {
  const known = new Map<number, number>()
  return (other) => {
    const value = known.get(other) ?? measure(other)
    known.set(other, value)
    return value
  }
}

/** The story of each telling, named by the id of its first article. Pure. */
export function cluster(tellings: readonly Telling[], common: CommonWords): Map<string, string> {
  const gathering = createGathering(common)
  for (const telling of tellings) gathering.read(telling)
  return new Map(inOrder(tellings).map((telling) => [telling.id, gathering.place(telling).story]))
}

/** By time; undated ones last, since they may follow any story. */
export function inOrder<T extends Telling>(tellings: readonly T[]): T[] {
  return tellings
    .map((telling, index) => ({ telling, index, timeMs: readTime(telling) ?? Number.MAX_VALUE }))
    .sort((a, b) => a.timeMs - b.timeMs || a.index - b.index)
    .map(({ telling }) => telling)
}

const readTime = ({ time }: Telling): number | null => (time === null ? null : Date.parse(time))
const isNear = (a: number | null, b: number | null): boolean => a === null || b === null || b - a <= quietMs

/** The story with the highest mean likeness to its latest articles, if that is high enough. */
function findPlacement(
  id: string,
  near: readonly number[],
  likeness: (other: number) => number,
  { seen, members }: { readonly seen: readonly Seen[]; readonly members: ReadonlyMap<string, readonly number[]> },
): Placement {
  let best: { story: string; mean: number } = { story: id, mean: threshold }
  for (const story of new Set(near.map((other) => (seen[other] as Seen).story))) {
    const compared = members.get(story) ?? []
    const mean = compared.reduce((sum, other) => sum + likeness(other), 0) / compared.length
    if (mean >= best.mean) best = { story, mean }
  }
  const twin = near.find((other) => (seen[other] as Seen).story === best.story && likeness(other) >= copySimilarity)
  return { story: best.story, copyOf: twin === undefined ? null : (seen[twin] as Seen).id }
}

/** Earlier articles that share keys, those with the most first. */
function findNear(keys: readonly number[], latest: ReadonlyMap<number, readonly number[]>): number[] {
  const shared = new Map<number, number>()
  for (const key of keys) for (const other of latest.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .sort(([i, a], [j, b]) => b - a || j - i)
    .slice(0, mostCompared)
    .map(([other]) => other)
}

function remember(index: number, keys: readonly number[], latest: Map<number, number[]>): void {
  for (const key of keys) {
    const list = latest.get(key) ?? []
    if (list.push(index) > latestPerKey) list.shift()
    latest.set(key, list)
  }
}
