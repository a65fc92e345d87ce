// Unmasking: a text as a reader sees it, for judging and redaction; what is stored stays as it was found.
import { fold, type Mapped } from './normalize.ts'
import { isSyllable } from './syllable.ts'
import { besideLatin, identical } from './unmask/lookalikes.ts'

/** Letters and signs that are what they seem; a text made of these alone needs no work. */
const plainText =
  /^[\t-\r\u0020-\u00ac\u00ae-\u0137\u0139-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2010-\u2027\u2030-\u203a\u20ac\u0e00-\u0eff\u1780-\u17b3\u17b6-\u17ff\u3000-\u30ff\u3400-\u9fff]*$/
/** A zero or an at sign inside a lower-case word: "kh0ng", "t@i". */
const signInWord = /\p{Ll}[0@]\p{Ll}/u
/** Full-width Latin letters, digits and signs stand in the block above U+FF00. */
const words = /[\p{L}\p{M}\p{N}@’']+|[^\p{L}\p{M}\p{N}@’']+/gu
/** Nobody sees them, or they are lines drawn through and under letters. */
const invisible = /^(?:\p{Default_Ignorable_Code_Point}|[\u0330-\u0338]|[\u20d0-\u20f0]|\u0489)$/u
const foreignLetter =
  /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\u0138\u0180-\u02af\u1d00-\u1d7f\u2c60-\u2c7f\ua720-\ua7ff]/u
const plainLatin = /^[a-z\u00c0-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]+$/i
const latinLetters = /[a-z]/giu
/** Compatibility forms of Latin letters and digits: mathematical, full-width, circled, squared, superscript letters. */
const compatible =
  /[\u02b0-\u02b8\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c\u2100-\u2149\u2460-\u24ff\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f169}]/u

/** A stretch that stands unit for unit as written, or one letter with its marks, however it was written. */
type Piece = { readonly text: string; readonly from: number; readonly isStretch?: boolean }

/**
 * What a reader sees: look-alike letters unfolded, zero-width characters and soft hyphens gone, NFC.
 * A word of Greek or Cyrillic in a text of its own alphabet stays. `at` leads back to offsets of `text`.
 */
export function unmask(text: string): Mapped {
  if (plainText.test(text) && !signInWord.test(text)) return unchanged(text)
  const isLatinText = readsAsLatin(text)
  const pieces: Piece[] = []
  for (const match of text.matchAll(words)) unmaskWord(match[0], match.index, isLatinText, pieces)
  return compose(pieces, text.length)
}

function unchanged(text: string): Mapped {
  const at = new Int32Array(text.length + 1)
  for (let i = 0; i < at.length; i++) at[i] = i
  return { text, at }
}

/** Whether Latin letters outweigh genuine words of other look-alike alphabets. */
function readsAsLatin(text: string): boolean {
  let latin = 0
  let foreign = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const letters = plainLatin.test(word) ? word.length : (word.normalize('NFKC').match(latinLetters)?.length ?? 0)
    if (letters > 0) latin += letters
    else if (foreignLetter.test(word)) foreign += [...word].every((point) => identical.has(point)) ? 0 : word.length
  }
  return latin > foreign
}

/** Appends what is seen of one word, a piece for each base letter with its marks. */
function unmaskWord(word: string, start: number, isLatinText: boolean, out: Piece[]): void {
  if (plainText.test(word) && !signInWord.test(word)) {
    out.push({ text: word, from: start, isStretch: true })
    return
  }
  const points: Piece[] = []
  let offset = start
  for (const point of word) {
    const shown = showPoint(point)
    if (shown !== '') points.push({ text: shown, from: offset })
    offset += point.length
  }
  const shown = points.map((piece) => piece.text).join('')
  const unfold = foreignLetter.test(baseLetters(shown)) && isDisguised(shown, isLatinText)
  const seen = unfold ? points.map((piece) => ({ ...piece, text: unfoldLetter(piece.text) })) : points
  out.push(...(signInWord.test(word) ? readSigns(seen) : seen))
}

/** One code point without its disguise of form: invisible ones gone, compatibility forms plain. */
function showPoint(point: string): string {
  if (point <= '\x7f') return point
  if (invisible.test(point)) return ''
  return compatible.test(point) ? point.normalize('NFKC') : point
}

const baseLetters = (word: string) => word.normalize('NFD')

function isDisguised(word: string, isLatinText: boolean): boolean {
  const letters = [...baseLetters(word)].filter((point) => /\p{L}/u.test(point))
  if (letters.some((point) => /[a-zđ]/i.test(point))) return true
  if (letters.length === 0 || !letters.every((point) => besideLatin.has(point))) return false
  const scripts = new Set(letters.map((point) => alphabets.findIndex((alphabet) => alphabet.test(point))))
  return scripts.size > 1 || (isLatinText && letters.every((point) => identical.has(point)))
}

/** Letters of two alphabets in one word are a disguise in any text. */
const alphabets = [/\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u]

function unfoldLetter(point: string): string {
  let out = ''
  for (const part of point.normalize('NFD')) out += besideLatin.get(part) ?? part
  return out
}

/** "kh0ng" reads "khong", "b@n" reads "ban": only where a syllable of Vietnamese comes out. */
function readSigns(pieces: readonly Piece[]): Piece[] {
  const read = pieces.map((piece) => ({ ...piece, text: signs[piece.text] ?? piece.text }))
  const word = fold(read.map((piece) => piece.text).join(''))
  return isSyllable(word) ? read : [...pieces]
}

const signs: Readonly<Record<string, string>> = { '0': 'o', '@': 'a' }

/** Joins pieces, marks composed with the letters before them. */
function compose(pieces: readonly Piece[], length: number): Mapped {
  let out = ''
  const at: number[] = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece) break
    let seen = piece.text
    if (!piece.isStretch) {
      while (startsWithMark(pieces[index + 1])) seen += pieces[++index]?.text ?? ''
      seen = seen.normalize('NFC')
    }
    for (let i = 0; i < seen.length; i++) at.push(piece.isStretch ? piece.from + i : piece.from)
    out += seen
  }
  at.push(length)
  return { text: out, at: Int32Array.from(at) }
}

const startsWithMark = (piece: Piece | undefined) => piece !== undefined && /^\p{M}/u.test(piece.text)
