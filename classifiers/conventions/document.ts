// A text as the judges read it: folded words with the way back to where they stand.
import type { KnownLanguage } from '../../src/model/language.ts'
import { foldMapped } from '../../src/text/normalize.ts'
import { simplify } from './chinese.ts'
import { stemEnglish, stemFrench } from './stem.ts'
import { isMismarked, marksOf, mendMisread, unifyY } from './vietnamese.ts'

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
  /** Numbers of the words in the lexicon, 0 where it has none; and, in Vietnamese, their marks as written. */
  readonly numbers: readonly number[]
  readonly marksAt: readonly string[]
}

/** What a language's lexicon knows of everyday spelling. */
export type Spelling = {
  readonly language: KnownLanguage
  /** Folded abbreviation, or the abbreviation itself where it counts in capitals only, to folded words. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>
  /** Words of the lexicon with their numbers. */
  readonly numbers: ReadonlyMap<string, number>
  /** Words read before, as they were written: a language has few that are frequent. */
  readonly known: Map<string, ReadWord>
}

/** A written word as the judges read it. */
type ReadWord = {
  readonly words: readonly string[]
  readonly numbers: readonly number[]
  readonly reading: Reading
  readonly marks: string
  readonly isWord: boolean
  readonly isMarked: boolean
  readonly isWrong: boolean
}

const mostKnown = 30_000
/** From 13 units on V8 cuts a string out by pointing into the whole text, which would stay in memory with it. */
const longestKnown = 13

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
  spelling: Spelling,
): FoldedDoc {
  const original = title === '' ? text : `${title}\n${text}`
  const folded = foldMapped(original)
  const doc = {
    words: [] as string[],
    numbers: [] as number[],
    start: [] as number[],
    end: [] as number[],
    reading: [] as Reading[],
    opens: [] as boolean[],
    marksAt: [] as string[],
  }
  const sample = { words: 0, marked: 0, wrong: 0 }
  let titleWords = 0
  let last = 0
  for (const match of folded.text.matchAll(wordPattern)) {
    const start = folded.at[match.index] ?? 0
    const end = folded.at[match.index + match[0].length] ?? original.length
    const opens =
      (start - last > 1 && sentenceEnd.test(original.slice(last, start))) ||
      (last <= title.length && title.length < start && last > 0)
    last = end
    const read = readWord(match[0], original.slice(start, end), spelling)
    for (let i = 0; i < read.words.length; i++) {
      doc.words.push(read.words[i] ?? '')
      doc.numbers.push(read.numbers[i] ?? 0)
      doc.start.push(start)
      doc.end.push(end)
      doc.reading.push(read.reading)
      doc.opens.push(opens && i === 0)
      doc.marksAt.push(read.marks)
    }
    if (start < title.length) titleWords = doc.words.length
    if (start < sampleUnits) count(read, sample)
  }
  const { language } = spelling
  return { ...doc, language, original, titleWords, marks: language === 'vi' ? judgeMarks(sample) : 'kept' }
}

function readWord(folded: string, asWritten: string, spelling: Spelling): ReadWord {
  const before = spelling.known.get(asWritten)
  if (before !== undefined) return before
  const { language, numbers, known } = spelling
  const word = adapt[language]?.(folded) ?? folded
  const other = language === 'vi' ? readAs(word, asWritten, spelling) : null
  const composed = language === 'vi' ? asWritten.normalize('NFC') : ''
  const words = other?.words ?? [word]
  const read: ReadWord = {
    words,
    numbers: words.map((one) => numbers.get(one) ?? 0),
    reading: other?.reading ?? 'as written',
    marks: language === 'vi' ? marksOf(composed) : '',
    isWord: /\p{L}/u.test(asWritten),
    isMarked: markedLetter.test(composed),
    isWrong: language === 'vi' && isMismarked(composed),
  }
  if (known.size < mostKnown && asWritten.length < longestKnown) known.set(asWritten, read)
  return read
}

/** A stop counts with white space after it ("1.000" has none); a single line break may be a page's, not a writer's. */
const sentenceEnd = /[.!?;:…]["”’)\]]*\s|\n\s*\n|[。！？；：។៕]/

/** The words that an abbreviation or a misread syllable stands for; null where it stands for itself. */
function readAs(
  word: string,
  asWritten: string,
  { abbreviations, numbers }: Spelling,
): { readonly words: readonly string[]; readonly reading: Reading } | null {
  const full = abbreviations.get(asWritten) ?? abbreviations.get(word)
  if (full) return { words: full, reading: 'spelt out' }
  // Capitals are an abbreviation that nobody listed, rather than a scanner's error.
  if (numbers.has(word) || /^[A-ZĐ]{2,}$/.test(asWritten)) return null
  const mended = mendMisread(word, (one) => numbers.has(one))
  return mended === null ? null : { words: [mended], reading: 'mended' }
}

const markedLetter = /[À-ÿĀ-ſƠơƯưẠ-ỹ]/
/** A page of text is as good a sample of its marks as a book. */
const sampleUnits = 1000

type MarkSample = { words: number; marked: number; wrong: number }

function count({ isWord, isMarked, isWrong }: ReadWord, sample: MarkSample): void {
  if (isWord) sample.words++
  if (isMarked) sample.marked++
  if (isWrong) sample.wrong++
}

/**
 * People leave marks out; scanners put in others, mostly é, ô and ê, which stand in every font. Where several marked or
 * bare words break the spelling, the marks say nothing.
 */
function judgeMarks({ words, marked, wrong }: MarkSample): Marks {
  if (marked < 0.15 * words) return 'absent'
  return wrong >= 2 && wrong > 0.1 * words ? 'broken' : 'kept'
}
