// Finds the phrases of config/claims in a sentence.
import type { KnownLanguage } from '../../src/model/language.ts'
import { scan } from '../conventions/automaton.ts'
import { type FoldedDoc, foldDocument } from '../conventions/document.ts'
import type { Term } from '../conventions/terms.ts'
import { compareMarks } from '../conventions/vietnamese.ts'
import { checkableConcepts, covering } from './concepts.ts'
import type { ClaimLexicon } from './lexicon.ts'

/** A phrase found; offsets of the sentence. */
export type Hit = { readonly concept: string; readonly start: number; readonly end: number }

/**
 * Phrases in `text` in reading order, compared with their marks where the text has marks. What makes a clause checkable is
 * always compared without: a text that loses its marks can thereby gain protection and never lose it.
 */
export function findHits(text: string, language: KnownLanguage, lexicon: ClaimLexicon): Hit[] {
  const { automaton, terms, spelling } = lexicon.languages[language]
  const doc = foldDocument({ title: '', text }, spelling)
  const all: Hit[] = []
  scan(automaton, Int32Array.from(doc.numbers), (pattern, from, to) => {
    const term = terms[pattern]
    if (!term || letterFollows(to, doc) || hasStop(from, to, doc)) return
    const start = doc.start[from] ?? 0
    const end = doc.end[to - 1] ?? text.length
    for (const number of term.concepts) {
      const concept = lexicon.concepts[number] ?? ''
      if (markless.has(concept) || hasMarks(term, from, doc)) all.push({ concept, start, end })
    }
  })
  const covers = all.filter(({ concept }) => covering.has(concept))
  return all.filter((hit) => !isCovered(hit, covers)).toSorted((a, b) => a.start - b.start || b.end - a.end)
}

const markless: ReadonlySet<string> = new Set([...covering, ...checkableConcepts, 'turn'])

function hasMarks({ marks }: Term, from: number, doc: FoldedDoc): boolean {
  if (doc.marks !== 'kept') return true
  return marks.every((wanted, i) => {
    const at = from + i
    if (doc.reading[at] !== 'as written') return true
    const fit = compareMarks(doc.marksAt[at] ?? '', wanted)
    return fit === 'equal' || (fit === 'lacking' && marks.length > 1)
  })
}

function isCovered(hit: Hit, covers: readonly Hit[]): boolean {
  return covers.some(
    (other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
  )
}

/** No phrase reaches across a comma: "mỗi tháng, tôi" is no "tháng tới". */
function hasStop(from: number, to: number, { original, start, end }: FoldedDoc): boolean {
  for (let at = from + 1; at < to; at++)
    if (/[,;:()“”"，；：]/.test(original.slice(end[at - 1], start[at]))) return true
  return false
}

const joiner = /^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u17b6-\u17d3]/

/** In Thai, Lao and Khmer a vowel, tone or foot that follows belongs to the last letter: the word is another one. */
function letterFollows(to: number, { words, start, end }: FoldedDoc): boolean {
  const next = words[to]
  return next !== undefined && start[to] === end[to - 1] && joiner.test(next)
}
