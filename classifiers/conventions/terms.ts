// Terms: from written phrases to what finds them fast, a language at a time.
import type { KnownLanguage } from '../../src/model/language.ts'
import type { LexiconFile } from '../../src/model/taxonomy.ts'
import { fold } from '../../src/text/normalize.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import { type Spelling, wordsOf } from './document.ts'
import { isSyllable, marksOf } from './vietnamese.ts'

/** A term as found in a text: the concepts it speaks for, and what the letters found must be. */
export type Term = {
  readonly concepts: readonly number[]
  /** Marks of each word; empty in other languages than Vietnamese. */
  readonly marks: readonly string[]
  readonly needsMarks: boolean
  readonly needsCapitals: boolean
}

export type CompiledLanguage = {
  readonly automaton: Automaton
  readonly terms: readonly Term[]
  readonly spelling: Spelling
}

/** Phrases of one language; `numbers` says which number a concept has. */
export function compileLanguage(
  language: KnownLanguage,
  files: readonly LexiconFile[],
  numbers: ReadonlyMap<string, number>,
): CompiledLanguage {
  const words = new Map<string, number>()
  const patterns: number[][] = []
  const terms: Term[] = []
  const pieces = new Map<string, Piece>()
  for (const [written, concepts] of spreadIncludes(files, numbers)) {
    const bare = written.replaceAll('=', '')
    const pattern: number[] = []
    const marks: string[] = []
    for (const part of bare.split(' ')) {
      const piece = pieces.get(part) ?? readPiece(part, language, words)
      pieces.set(part, piece)
      pattern.push(...piece.numbers)
      marks.push(...piece.marks)
    }
    if (pattern.length === 0) continue
    patterns.push(pattern)
    terms.push({
      concepts: [...concepts],
      marks,
      needsMarks: written.includes('=') || (language === 'vi' && pattern.length === 1 && isSyllable(fold(bare))),
      needsCapitals: /^[A-Z][A-Z0-9]+$/.test(bare),
    })
  }
  const abbreviations = new Map<string, readonly string[]>()
  for (const { abbreviations: typed } of files)
    for (const [short, full] of Object.entries(typed))
      abbreviations.set(/^[A-Z]+$/.test(short) ? short : fold(short), wordsOf(fold(full), language))
  return {
    automaton: buildAutomaton(patterns),
    terms,
    spelling: { language, abbreviations, numbers: words, known: new Map() },
  }
}

/** What stands between two spaces of a term; most of them stand in many terms. */
type Piece = { readonly numbers: readonly number[]; readonly marks: readonly string[] }

function readPiece(part: string, language: KnownLanguage, words: Map<string, number>): Piece {
  const folded = wordsOf(fold(part), language)
  for (const word of folded) if (!words.has(word)) words.set(word, words.size + 1)
  const asWritten = part.normalize('NFC').matchAll(/[\p{L}\p{N}\p{M}]+/gu)
  return {
    numbers: folded.map((word) => words.get(word) ?? 0),
    marks: language === 'vi' ? Array.from(asWritten, ([word]) => marksOf(word)) : [],
  }
}

/** Most terms that one written term with includes may stand for; more is a mistake in the lexicon. */
const mostProducts = 20_000

/**
 * Every term of a language with the concepts it stands for. "<child>" is read as all terms of that concept, "<lack> <food>"
 * as every term of the one followed by every term of the other.
 */
function spreadIncludes(files: readonly LexiconFile[], numbers: ReadonlyMap<string, number>): Map<string, Set<number>> {
  const own = new Map<string, Set<string>>()
  for (const { concepts } of files)
    for (const [name, terms] of Object.entries(concepts))
      own.set(name, new Set([...(own.get(name) ?? []), ...(terms ?? [])]))
  const termsOf = (name: string, seen: readonly string[]): string[] =>
    seen.includes(name) ? [] : [...(own.get(name) ?? [])].flatMap((term) => spread(term, [...seen, name]))
  const spread = (term: string, seen: readonly string[]): string[] =>
    term.split(/(<[^<>]+>)/).reduce<string[]>(
      (heads, part) => {
        const tails = part.startsWith('<') ? termsOf(part.slice(1, -1), seen) : [part]
        return heads.length * tails.length > mostProducts
          ? []
          : heads.flatMap((head) => tails.map((tail) => head + tail))
      },
      [''],
    )
  const out = new Map<string, Set<number>>()
  for (const name of own.keys())
    for (const term of termsOf(name, [])) out.set(term, (out.get(term) ?? new Set()).add(numbers.get(name) ?? -1))
  return out
}
