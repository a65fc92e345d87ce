// Folding: one spelling for search, matching and hashing, whatever diacritics, case or composition a text was written in.

/** A text made from another one; `at[i]` is where unit i came from, `at[text.length]` the original's length. */
export type Mapped = { readonly text: string; readonly at: Int32Array }

/** Latin combining marks only: the vowels of Thai, Lao and Khmer are marks too, and stay. */
const latinMarks = /[\u0300-\u036f]/g
const foldedUnits = new Map<string, string>()

/** One code point folded: lower case, no Latin diacritics, đ as d, full-width forms as plain ones, invisible ones gone. */
function foldPoint(point: string): string {
  const known = foldedUnits.get(point)
  if (known !== undefined) return known
  const folded = point
    .normalize('NFKD')
    .replace(latinMarks, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(invisible, '')
    .normalize('NFC')
  if (foldedUnits.size < 20_000) foldedUnits.set(point, folded)
  return folded
}

/** Zero-width characters, soft hyphen, variation selectors: nobody sees them, so no index or rule should. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** Text as every index and rule compares it: "Công Ước", "cong uoc" and their decomposed forms are one. */
export function fold(text: string): string {
  let out = ''
  for (const point of text) out += foldPoint(point)
  return out
}

/** As `fold`, with the way back to the original's offsets. */
export function foldMapped(text: string): Mapped {
  let at = new Int32Array(text.length * 4 + 1)
  let out = ''
  let offset = 0
  for (const point of text) {
    const folded = foldPoint(point)
    // One sign can stand for a whole word: "㌕" is five letters.
    if (out.length + folded.length >= at.length) at = grown(at, folded.length)
    for (let i = 0; i < folded.length; i++) at[out.length + i] = offset
    out += folded
    offset += point.length
  }
  at[out.length] = text.length
  return { text: out, at: at.slice(0, out.length + 1) }
}

function grown(at: Int32Array<ArrayBuffer>, most: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(at.length * 2 + most)
  larger.set(at)
  return larger
}

/** Scripts written without spaces; `Intl.Segmenter` knows their words. */
const unspaced = /[\u0e00-\u0eff\u1780-\u17ff\u3400-\u9fff\uf900-\ufaff]/
const words = /[\p{L}\p{N}\p{M}]+/gu
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Folded words in reading order; what every search index stores and every query is cut into. */
export function tokens(text: string): string[] {
  const out: string[] = []
  for (const [run] of fold(text).matchAll(words)) {
    if (!unspaced.test(run)) out.push(run)
    else for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) out.push(segment)
  }
  return out
}
