// A text as the judges read it: folded words with the way back to where they stand.
import type { KnownLanguage } from '../../src/model/language.ts'
import { foldMapped } from '../../src/text/normalize.ts'
import { simplify } from './chinese.ts'
import { stemEnglish, stemFrench } from './stem.ts'
import { isMismarked, mendMisread, unifyY } from './vietnamese.ts'

/** How far the marks of a Vietnamese text can be trusted. */
export type Marks = 'kept' | 'absent' | 'broken'

export type Reading = 'as written' | 'spelt out' | 'mended'

export type FoldedDoc = {
  readonly language: KnownLanguage
  /** title + "\n" + text, or the text alone; what every offset counts in. */
  readonly original: string
  readonly words: readonly string[]
  /** Offsets of each word in `original`; the words of a spelt-out abbreviation share theirs. */
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** Words of the title come first. */
  readonly titleWords: number
  /** A word read otherwise than it stands there: spelt out from an abbreviation, or mended from a misreading. */
  readonly reading: readonly Reading[]
  /** Whether a sentence, a paragraph or the text after the title begins with the word: no phrase reaches across. */
  readonly opens: readonly boolean[]
  readonly marks: Marks
}

/** What a language's lexicon knows of everyday spelling. */
export type Spelling = {
  /** Folded abbreviation, or the abbreviation itself where it counts in capitals only, to folded words. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>
  readonly isKnown: (word: string) => boolean
}

/** Letters of scripts without spaces stand as words of one letter each: their phrases are found letter by letter. */
const wordPattern =
  /[\u0e00-\u0eff\u1780-\u17ff\u3400-\u9fff\uf900-\ufaff]|[[\p{L}\p{N}\p{M}]--[\u0e00-\u0eff\u1780-\u17ff\u3400-\u9fff\uf900-\ufaff]]+/gv

/** How many words of `FoldedDoc` stand for one word of a language. */
export const lettersPerWord: Readonly<Record<KnownLanguage, number>> = {
  vi: 1,
  en: 1,
  fr: 1,
  hmn: 1.2,
  zh: 1.5,
  th: 4,
  lo: 4,
  km: 4,
}

const adapt: Partial<Record<KnownLanguage, (word: string) => string>> = {
  vi: unifyY,
  en: stemEnglish,
  fr: stemFrench,
  zh: simplify,
}

/** Words of a folded text in the form in which a language's phrases are compared. */
export function wordsOf(folded: string, language: KnownLanguage): string[] {
  const change = adapt[language]
  return Array.from(folded.matchAll(wordPattern), ([word]) => (change ? change(word) : word))
}

export function foldDocument(
  { title, text }: { readonly title: string; readonly text: string },
  language: KnownLanguage,
  spelling: Spelling,
): FoldedDoc {
  const original = title === '' ? text : `${title}\n${text}`
  const folded = foldMapped(original)
  const change = adapt[language]
  const doc = {
    words: [] as string[],
    start: [] as number[],
    end: [] as number[],
    reading: [] as Reading[],
    opens: [] as boolean[],
  }
  let titleWords = 0
  let last = 0
  for (const match of folded.text.matchAll(wordPattern)) {
    const start = folded.at[match.index] ?? 0
    const end = folded.at[match.index + match[0].length] ?? original.length
    const word = change ? change(match[0]) : match[0]
    const opens =
      (start - last > 1 && sentenceEnd.test(original.slice(last, start))) ||
      (last <= title.length && title.length < start && last > 0)
    last = end
    const read = language === 'vi' ? readAs(word, original.slice(start, end), spelling) : null
    for (const [i, one] of (read?.words ?? [word]).entries()) {
      doc.words.push(one)
      doc.start.push(start)
      doc.end.push(end)
      doc.reading.push(read?.reading ?? 'as written')
      doc.opens.push(opens && i === 0)
    }
    if (start < title.length) titleWords = doc.words.length
  }
  const marks = language === 'vi' ? judgeMarks(original) : 'kept'
  return { ...doc, language, original, titleWords, marks }
}

/** A stop counts with white space after it ("1.000" has none); a single line break may be a page's, not a writer's. */
const sentenceEnd = /[.!?;:…]["”’)\]]*\s|\n\s*\n|[。！？；：។៕]/

/** The words that an abbreviation or a misread syllable stands for; null where it stands for itself. */
function readAs(
  word: string,
  asWritten: string,
  { abbreviations, isKnown }: Spelling,
): { readonly words: readonly string[]; readonly reading: Reading } | null {
  const full = abbreviations.get(asWritten) ?? abbreviations.get(word)
  if (full) return { words: full, reading: 'spelt out' }
  // Capitals are an abbreviation that nobody listed, rather than a scanner's error.
  if (isKnown(word) || /^[A-ZĐ]{2,}$/.test(asWritten)) return null
  const mended = mendMisread(word, isKnown)
  return mended === null ? null : { words: [mended], reading: 'mended' }
}

const markedLetter = /[À-ÿĀ-ſƠơƯưẠ-ỹ]/

/**
 * People leave marks out; scanners put in others, mostly é, ô and ê, which stand in every font. Where several marked or
 * bare words break the spelling, the marks say nothing.
 */
function judgeMarks(original: string): Marks {
  let words = 0
  let marked = 0
  let wrong = 0
  // A page of text is as good a sample as a book.
  for (const word of original
    .slice(0, 1000)
    .normalize('NFC')
    .split(/[^\p{L}\p{M}]+/u)) {
    words++
    if (markedLetter.test(word)) marked++
    if (isMismarked(word)) wrong++
  }
  if (marked < 0.15 * words) return 'absent'
  return wrong >= 2 && wrong > 0.1 * words ? 'broken' : 'kept'
}
