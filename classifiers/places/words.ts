// Words as place names need them: folded, with their marks, their capitals and what stands between them.
import { fold } from '../../src/text/normalize.ts'

export type PlaceWord = {
  readonly folded: string
  /** Diacritics of the word, wherever they stand in it: "hoà" and "hóa" have the same as "hòa" and "hoá". */
  readonly marks: string
  readonly isCapital: boolean
  /** "UBND", "TP": letters that are all large, and more than one. */
  readonly isAcronym: boolean
  readonly start: number
  readonly end: number
  /** Whether only a space, a hyphen or a dot of an abbreviation stands before it. */
  readonly isClose: boolean
  /** Whether a sentence or a line begins with it. */
  readonly isFirst: boolean
}

const word = /[\p{L}\p{M}\p{N}]+/gu

/** Marks of a word in one order; đ counts as one. */
export function marksOf(written: string): string {
  return [
    ...written
      .toLowerCase()
      .normalize('NFD')
      .matchAll(/\p{Mn}|đ/gu),
  ]
    .flat()
    .sort()
    .join('')
}

type Letters = Pick<PlaceWord, 'folded' | 'marks' | 'isCapital' | 'isAcronym'>
const known = new Map<string, Letters>()
const mostKnown = 50_000

function readLetters(written: string): Letters {
  const before = known.get(written)
  if (before) return before
  const isAcronym = written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase()
  const letters = { folded: fold(written), marks: marksOf(written), isCapital: /^\p{Lu}/u.test(written), isAcronym }
  if (known.size < mostKnown) known.set(written, letters)
  return letters
}

/** Words of a text in reading order; offsets in UTF-16 units. */
export function readWords(text: string): PlaceWord[] {
  let before = 0
  return [...text.matchAll(word)].map(({ 0: written, index: start }) => {
    const between = text.slice(before, start)
    before = start + written.length
    return {
      ...readLetters(written),
      start,
      end: before,
      isClose: /^[ .\u00a0-]*$/.test(between) && !between.includes('. '),
      isFirst: start === 0 || /[.!?…:“"(\n]/.test(between),
    }
  })
}
