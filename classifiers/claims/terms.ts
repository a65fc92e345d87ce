// Terms: what claims speak of, under one name in every language, from config/claim-terms.yaml.
import type { ClaimTerms } from '../../src/model/claim-terms.ts'
import { fold, type Mapped } from '../../src/text/normalize.ts'
import { stemEnglish } from '../conventions/stem.ts'
import { marksOf } from '../places/words.ts'

export type TermKind = keyof ClaimTerms
/** A term as it was found in a list of words or in Chinese letters; `name` is the same in every language. */
export type FoundTerm = {
  readonly kind: TermKind
  readonly name: string
  readonly start: number
  readonly end: number
}

/** `marks`: of a term of one word, which is another word with other marks; null for longer ones. */
type Phrase = {
  readonly words: readonly string[]
  readonly marks: string | null
  readonly kind: TermKind
  readonly name: string
}
export type CompiledTerms = {
  /** By first word; longer phrases first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Terms in Chinese letters by their first letter; longer ones first. */
  readonly unspaced: ReadonlyMap<string, readonly { written: string; kind: TermKind; name: string }[]>
}

const words = /[a-z0-9&]+(?:['’][a-z]+)?/g
const han = /\p{Script=Han}/u

/** Words of folded text by which phrases are found. */
function wordsOf(folded: string): { readonly word: string; readonly start: number; readonly end: number }[] {
  return Array.from(folded.matchAll(words), ({ 0: word, index }) => ({
    word: stemEnglish(word),
    start: index,
    end: index + word.length,
  }))
}

/** Pure; a few milliseconds. */
export function compileTerms(terms: ClaimTerms): CompiledTerms {
  const phrases = new Map<string, Phrase[]>()
  const unspaced = new Map<string, { written: string; kind: TermKind; name: string }[]>()
  for (const [kind, named] of Object.entries(terms) as [TermKind, ClaimTerms[TermKind]][])
    for (const [name, { vi, en, zh }] of Object.entries(named))
      for (const written of [...vi, ...en, ...zh]) {
        const folded = fold(written)
        const isHan = han.test(written)
        const parts = wordsOf(folded).map(({ word }) => word)
        const first = isHan ? (folded[0] ?? '') : (parts[0] ?? '')
        if (isHan) unspaced.set(first, [...(unspaced.get(first) ?? []), { written: folded, kind, name }])
        else
          phrases.set(first, [
            ...(phrases.get(first) ?? []),
            { words: parts, marks: parts.length === 1 ? marksOf(written) : null, kind, name },
          ])
      }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  for (const list of unspaced.values()) list.sort((a, b) => b.written.length - a.written.length)
  return { phrases, unspaced }
}

/** Terms of `text`, the longest at each place; offsets are those of its folded form. */
export function findTerms(
  text: string,
  { text: folded, at: origin }: Mapped,
  { phrases, unspaced }: CompiledTerms,
): FoundTerm[] {
  const isPlain = marksOf(text) === ''
  const found: FoundTerm[] = []
  const read = wordsOf(folded)
  for (let at = 0; at < read.length; at++) {
    const marks = () => marksOf(text.slice(origin[read[at]?.start ?? 0], origin[read[at]?.end ?? 0]))
    const fits = ({ words: own, marks: named }: Phrase) =>
      own.every((word, i) => read[at + i]?.word === word) && (isPlain || named === null || named === marks())
    const phrase = phrases.get(read[at]?.word ?? '')?.find(fits)
    if (!phrase) continue
    const last = at + phrase.words.length - 1
    found.push({ kind: phrase.kind, name: phrase.name, start: read[at]?.start ?? 0, end: read[last]?.end ?? 0 })
    at = last
  }
  if (!han.test(folded)) return found
  for (let at = 0; at < folded.length; at++) {
    const term = unspaced.get(folded[at] ?? '')?.find(({ written }) => folded.startsWith(written, at))
    if (!term) continue
    found.push({ kind: term.kind, name: term.name, start: at, end: at + term.written.length })
    at += term.written.length - 1
  }
  return found
}
