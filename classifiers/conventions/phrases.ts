// Which concepts stand where in a text.
import { scan } from './automaton.ts'
import type { FoldedDoc } from './document.ts'
import type { CompiledLexicon } from './lexicon.ts'
import type { Term } from './terms.ts'
import { compareMarks } from './vietnamese.ts'

/** A term found: from word `from` to word `to`, exclusive. */
export type Hit = { readonly from: number; readonly to: number }

/** Hits by concept number, in reading order; nothing that stands inside a masked phrase. */
export type Found = ReadonlyMap<number, readonly Hit[]>

export function findConcepts(doc: FoldedDoc, lexicon: Pick<CompiledLexicon, 'languages' | 'mask'>): Found {
  const { automaton, terms } = lexicon.languages[doc.language]
  const numbers = Int32Array.from(doc.numbers)
  const all: (Hit & { readonly term: Term })[] = []
  /** For each word the length of the longest mask over it. */
  const masked = new Uint8Array(doc.words.length)
  scan(automaton, numbers, (pattern, from, to) => {
    const term = terms[pattern]
    if (!term || !fits(term, from, to, doc)) return
    all.push({ from, to, term })
    if (!term.concepts.includes(lexicon.mask)) return
    for (let at = from; at < to; at++) masked[at] = Math.max(masked[at] ?? 0, to - from)
  })
  const found = new Map<number, Hit[]>()
  for (const { from, to, term } of all) {
    if (isMasked(from, to, masked)) continue
    const hit = { from, to }
    for (const concept of term.concepts) {
      const hits = found.get(concept)
      if (hits) hits.push(hit)
      else found.set(concept, [hit])
    }
  }
  return found
}

/** A mask hides what is shorter than it and touches it; a longer term, or one of its very words, stands on purpose. */
function isMasked(from: number, to: number, masked: Uint8Array): boolean {
  for (let at = from; at < to; at++) if ((masked[at] ?? 0) > to - from) return true
  return false
}

function fits(term: Term, from: number, to: number, doc: FoldedDoc): boolean {
  if (term.needsCapitals && !isInCapitals(from, doc)) return false
  if (lettersJoin(from, to, doc)) return false
  for (let at = from + 1; at < to; at++) if (doc.opens[at]) return false
  if (doc.marks !== 'kept') return !term.needsMarks
  let lacking = 0
  for (let i = 0; i < term.marks.length; i++) {
    const wanted = term.marks[i] ?? ''
    const at = from + i
    if (doc.reading[at] === 'spelt out') continue
    if (doc.reading[at] === 'mended') {
      if (term.needsMarks) return false
      continue
    }
    const fit = compareMarks(doc.marksAt[at] ?? '', wanted)
    if (fit === 'different') return false
    if (fit === 'lacking') lacking++
  }
  // Here and there a word loses its marks; where a short phrase does, it is another phrase.
  return lacking === 0 || (!term.needsMarks && term.marks.length >= 3 && lacking * 3 <= term.marks.length)
}

function isInCapitals(at: number, { original, start, end, reading }: FoldedDoc): boolean {
  return reading[at] === 'as written' && !/\p{Ll}/u.test(original.slice(start[at], end[at]))
}

const joiner = /^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u17b6-\u17d3]/

/** In Thai, Lao and Khmer a vowel, tone or foot that follows belongs to the last letter: the phrase ends elsewhere. */
function lettersJoin(from: number, to: number, { words, language, start, end }: FoldedDoc): boolean {
  if (language !== 'th' && language !== 'lo' && language !== 'km') return false
  const next = words[to]
  if (next !== undefined && start[to] === end[to - 1] && joiner.test(next)) return true
  return language === 'km' && words[from - 1] === '\u17d2'
}
