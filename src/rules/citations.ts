// Citations: what a verdict rests on, as the rules of review see it: whose word it is, and whether it is a copy.
import type { Citation } from '../model/review.ts'
import { tokens } from '../text/normalize.ts'

/** A fact-check or piece of evidence that a reviewer names. */
export type Cited = Pick<Citation, 'id' | 'kind' | 'publisher'> & { readonly text: string }

/** Runs of so many words are compared; this share of the shorter text's runs in the longer one makes it a copy. */
const runWords = 4
const copyShare = 0.8

function runs(text: string): Set<string> {
  const words = tokens(text)
  return new Set(
    words.slice(0, Math.max(1, words.length - runWords + 1)).map((_, i) => words.slice(i, i + runWords).join(' ')),
  )
}

function isCopy(one: string, other: string): boolean {
  const [first, second] = [runs(one), runs(other)]
  return first.intersection(second).size >= copyShare * Math.min(first.size, second.size)
}

/** Whether the reviewer's wording names the publisher: then it speaks in its own cause. */
function isAbout(wording: string, publisher: string): boolean {
  const name = tokens(publisher).join(' ')
  return name !== '' && ` ${tokens(wording).join(' ')} `.includes(` ${name} `)
}

/** In the order given; a text that repeats an earlier one nearly word for word is its copy. Pure. */
export function readCitations(cited: readonly Cited[], wording: string): Citation[] {
  return cited.map(({ id, kind, publisher, text }, i) => ({
    ...{ id, kind, publisher },
    isAboutPublisher: isAbout(wording, publisher),
    copyOf: cited.slice(0, i).find((earlier) => isCopy(earlier.text, text))?.id ?? null,
  }))
}
