// Match index: finds among fact-checks or evidence what a statement may be about, by words, by letters, and by what it names.
import { type Asked, ask, buildInverted, type Counted, type Inverted, scoreAll, scoreOne, shareOf } from './inverted.ts'
import { cleanQuotation, contentWords, hashGrams, joinLetters } from './words.ts'

/** What can be found. `features`: what it names, under one spelling in every language. */
export type Entry = {
  readonly claim: string
  /** What else is said about it; counts less. */
  readonly detail: string
  readonly language: string
  readonly features: readonly string[]
}
export type Query = { readonly text: string; readonly language: string; readonly features: readonly string[] }

/** `entry` is its position in what was indexed. */
export type Candidate = {
  readonly entry: number
  /** For ranking within one query: how the best stand to one another. */
  readonly rank: number
  /** From 0 to 1: how sure it is that both say the same, whatever else was found. */
  readonly score: number
}

/** Another way to tell how near two texts are, such as sentence vectors: 0 to 1 for each entry asked for. */
export type Nearness = (query: Query, entries: readonly number[]) => ArrayLike<number>

export type MatchIndex = {
  readonly entries: readonly Entry[]
  readonly words: Inverted
  readonly grams: Inverted
  readonly features: Inverted
  /** Numbers of each entry's own features, for coverage. */
  readonly claimWords: readonly Int32Array[]
  readonly detailWords: readonly Int32Array[]
  readonly claimGrams: readonly Int32Array[]
  readonly named: readonly Int32Array[]
}

/** A Chinese letter is a syllable and often a word: two or three of them say what four or five Latin letters do. */
const gramSizes = (letters: string): readonly number[] => (/\p{Script=Han}/u.test(letters) ? [2, 3] : [4, 5])
const gramsOf = (text: string): Int32Array => {
  const letters = joinLetters(text)
  return hashGrams(letters, gramSizes(letters))
}
/** A title counts as the claim does; an explanation half, and its beginning alone: the rest tells how it was checked. */
const titleWords = 16
const explanationWeight = 0.5
const detailWords = 40
const detailLetters = 160
/** Features in more than this share of the entries do not say which to look at; they cost the most. */
const commonShare = { words: 0.1, grams: 0.01, features: 0.2 }
const commonAtLeast = 100
const candidatesLooked = 100
const candidatesRead = 40

export function buildIndex(entries: readonly Entry[]): MatchIndex {
  const ofClaim = entries.map(({ claim }) => contentWords(claim))
  const ofDetail = entries.map(({ detail }) => contentWords(detail.slice(0, 600)).slice(0, detailWords))
  const grams = entries.map(({ claim }) => gramsOf(claim))
  const weights = ofDetail.map(({ length }) => (length <= titleWords ? 1 : explanationWeight))
  const words = buildInverted(entries.map((_, i) => count(ofDetail[i] ?? [], weights[i], count(ofClaim[i] ?? []))))
  const letters = buildInverted(
    entries.map(({ detail }, i) => {
      const beside = detail === '' ? [] : gramsOf(detail.slice(0, detailLetters))
      return count(beside, weights[i], count(grams[i] ?? []))
    }),
  )
  const features = buildInverted(entries.map((entry) => count(new Set(entry.features))))
  return {
    ...{ entries, words, grams: letters, features },
    claimWords: ofClaim.map((own) => numbersOf(own, words)),
    detailWords: ofDetail.map((own) => numbersOf(own, words)),
    claimGrams: grams.map((own) => numbersOf(own, letters)),
    named: entries.map((entry) => numbersOf(entry.features, features)),
  }
}

function count<T extends string | number>(
  features: Iterable<T>,
  weight = 1,
  into = new Map<string | number, number>(),
): Counted & Map<string | number, number> {
  for (const feature of features) into.set(feature, (into.get(feature) ?? 0) + weight)
  return into
}

const numbersOf = (features: Iterable<string | number>, { numbers }: Inverted): Int32Array =>
  Int32Array.from(new Set(features), (feature) => numbers.get(feature) ?? -1)

/** The best entries for `query`, best first; at most `limit`. `nearness` joins as one more vote. */
export function search(index: MatchIndex, query: Query, limit: number, nearness?: Nearness): Candidate[] {
  const { entries } = index
  const cleaned = cleanQuotation(query.text)
  const asked: AskedAll = {
    words: ask(index.words, contentWords(cleaned)),
    grams: ask(index.grams, gramsOf(cleaned)),
    features: ask(index.features, query.features),
  }
  const isForeign = (entry: number): boolean => entries[entry]?.language !== query.language
  const looked = pickCandidates(asked, entries.length)
  const near = nearness?.(query, looked)
  const votes = voters.map((voter) => vote(asked[voter], looked))
  const voted = looked.map((entry, i) => {
    const [words = 0, grams = 0, features = 0] = votes.map((own) => own[i] ?? 0)
    return { entry, i, sum: words + grams + (isForeign(entry) ? foreignWeight * features : 0) }
  })
  return voted
    .sort((a, b) => b.sum - a.sum)
    .slice(0, Math.max(limit, candidatesRead))
    .map(({ entry, i, sum }) => {
      const shares = readShares(index, entry, asked)
      const bonus = coverageBonus * (shares.words.share + shares.detail.share) + (near?.[i] ?? 0)
      const named = isForeign(entry) ? foreignWeight * shares.named.share : 0
      return {
        entry,
        rank: sum + named + bonus,
        score: Math.max(judge(shares, isForeign(entry)), near?.[i] ?? 0),
      }
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, limit)
}

const voters = ['words', 'grams', 'features'] as const
type AskedAll = Readonly<Record<(typeof voters)[number], Asked>>

/** What is worth looking at: the best by each of the voters' rare features, taken together. */
function pickCandidates(asked: AskedAll, size: number): number[] {
  const combined = new Float32Array(size)
  for (const voter of voters) {
    const scores = scoreAll(asked[voter], Math.max(commonAtLeast, size * commonShare[voter]))
    let best = 0
    for (const score of scores) if (score > best) best = score
    if (best > 0) for (let i = 0; i < size; i++) combined[i] = (combined[i] ?? 0) + (scores[i] ?? 0) / best
  }
  return pickBest(combined, candidatesLooked)
}

/** BM25 of the entries looked at, divided by the best one's. */
function vote(asked: Asked, entries: readonly number[]): number[] {
  const scores = entries.map((entry) => scoreOne(asked, entry))
  const best = Math.max(...scores, Number.MIN_VALUE)
  return scores.map((score) => score / best)
}

/** Positions of the largest values above 0, without sorting all of them. */
function pickBest(values: Float32Array, limit: number): number[] {
  const descending = (a: number, b: number): number => (values[b] ?? 0) - (values[a] ?? 0)
  const best: number[] = []
  let least = 0
  for (let i = 0; i < values.length; i++) {
    if ((values[i] ?? 0) <= least) continue
    best.push(i)
    if (best.length < limit * 4) continue
    best.sort(descending).length = limit
    least = values[best[limit - 1] ?? 0] ?? 0
  }
  return best.sort(descending).slice(0, limit)
}

type Shares = Readonly<Record<'words' | 'detail' | 'grams' | 'named', ReturnType<typeof shareOf>>>

const readShares = (index: MatchIndex, entry: number, { words, grams, features }: AskedAll): Shares => ({
  words: shareOf(words, index.claimWords[entry]),
  detail: shareOf(words, index.detailWords[entry]),
  grams: shareOf(grams, index.claimGrams[entry]),
  named: shareOf(features, index.named[entry]),
})

/** Names decide between languages. */
const foreignWeight = 1.5
/** How much of an entry is in the query, beside how rare the words are that both have. */
const coverageBonus = 0.3
/** Fitted on pairs of posts and fact-checks, see docs/claims.md; the second for two languages. */
const ownLanguage = { base: -6, words: 3, grams: 6, asked: 5 }
/** A long post says more than the claim; from here on it is not the longer for it. */
const enoughAsked = 0.4
const twoLanguages = { base: -5, named: 4.5, asked: 4.5 }

function judge({ words, grams, named }: Shares, isForeign: boolean): number {
  const { base, ...own } = ownLanguage
  const same = sigmoid(
    base + own.words * words.share + own.grams * grams.share + own.asked * Math.min(words.ofAsked, enoughAsked),
  )
  if (!isForeign || named.share === 0) return same
  const across = twoLanguages.base + twoLanguages.named * named.share + twoLanguages.asked * named.ofAsked
  return Math.max(same, sigmoid(across))
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
