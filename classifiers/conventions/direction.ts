// Direction: what an item does with a right. The trained model reads the whole text, words near a tag's own speak beside it.
import { type Direction, directions } from '../../src/model/tag.ts'
import type { FoldedDoc } from './document.ts'
import type { Span } from './evidence.ts'
import type { Hit } from './phrases.ts'
import { findSide, type SideLexicon } from './side-lexicon.ts'

/** Words of each direction as they stand in a text. */
export type Cues = readonly { readonly direction: Direction; readonly at: Hit }[]

/** Fitted once on the labelled examples that were not trained on: how far the model and the words are to be believed. */
const believed = 0.37
const cueWeights: Readonly<Record<Direction, number>> = { concern: 0.2, progress: 0.9, policy: 0.9, education: 1.1 }
const biases: Readonly<Record<Direction, number>> = { concern: 0.12, progress: 0.31, policy: -0.18, education: -0.25 }
/** More of the same words add nothing. */
const mostCues = 2
/** Words further from those of a tag belong to something else; a title belongs to every tag. */
const nearWords = 40
/** Less likely than this is "not known": on the examples kept back four of five that are named are right. */
const leastChance = 0.6

export function findCues(doc: FoldedDoc, lexicon: SideLexicon): Cues {
  const found = findSide(doc, lexicon)
  return directions.flatMap((direction) =>
    (found.get(lexicon.concepts.indexOf(direction)) ?? []).map((at) => ({ direction, at })),
  )
}

/** Null where no direction is likely enough, and where the model that has learnt them is not there. */
export function judgeDirection(
  doc: FoldedDoc,
  cues: Cues,
  learned: Readonly<Record<Direction, number>> | undefined,
  spans: readonly Span[],
): Direction | null {
  if (learned === undefined) return null
  const near = cues.filter(({ at }) => at.from < doc.titleWords || spans.some((span) => isNear(at, span, doc)))
  const logits = directions.map((direction) => {
    const count = Math.min(mostCues, near.filter((cue) => cue.direction === direction).length)
    return biases[direction] + believed * learned[direction] + cueWeights[direction] * count
  })
  const odds = logits.map((logit) => Math.exp(logit - Math.max(...logits)))
  const chance = 1 / odds.reduce((sum, one) => sum + one, 0)
  return chance < leastChance ? null : (directions[odds.indexOf(1)] ?? null)
}

function isNear({ from, to }: Hit, { start, end }: Span, doc: FoldedDoc): boolean {
  const first = doc.start[Math.max(0, from - nearWords)] ?? 0
  const last = doc.end[Math.min(doc.words.length, to + nearWords) - 1] ?? 0
  return start < last && end > first
}
