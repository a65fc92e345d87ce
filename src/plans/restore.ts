// Words that a scanner robbed of their Vietnamese marks: put back where a known phrase leaves no doubt, marked where not.
import { fold } from '../text/normalize.ts'
import { editDistance } from '../text/suggest.ts'

/** Below this share of letters that only Vietnamese has, a text of some length has lost its marks. */
const leastMarkedShare = 0.05
const onlyVietnamese = /[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu

export function hasLostMarks(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  // The scanner guesses at ê and ế: what it hardly ever hits is ư, ơ, đ and the marks below.
  const sure = text.match(/[ăơưđạảậặẹẻệịỉọỏộợụủựỵỷ]/giu)?.length ?? 0
  return (
    letters > 200 && sure < letters * leastMarkedShare && (text.match(onlyVietnamese)?.length ?? 0) < letters * 0.12
  )
}

/** Abbreviations of offices that have no marks to lose. */
const abbreviation = /^[(]?(?:UBND|MTTQ|UBMTTQ|VT)[.,;:)]*$/

type Word = { readonly written: string; readonly skeleton: string }
export type Phrasebook = ReadonlyMap<number, readonly (readonly Word[])[]>

/** Phrases of two syllables and more, by their number of syllables. */
export function compilePhrases(phrases: readonly string[]): Phrasebook {
  const words = [...new Set(phrases)]
    .map((phrase) => phrase.split(/[\s,–-]+/).filter(Boolean))
    .filter((phrase) => phrase.length > 1)
    .map((phrase) => phrase.map((written) => ({ written, skeleton: skeletonOf(written) })))
  return Map.groupBy(words, (phrase) => phrase.length)
}

const looksLike: Readonly<Record<string, string>> = {
  '0': 'o',
  '6': 'o',
  '¢': 'o',
  '&': 'o',
  '1': 'l',
  '|': 'l',
  '4': 'a',
}

function skeletonOf(word: string): string {
  return fold(word)
    .replace(/^[^\p{L}\d¢&]+|[^\p{L}\d¢&]+$/gu, '')
    .replace(/[06¢&1|4]/g, (sign) => looksLike[sign] ?? sign)
}

export type Restored = {
  readonly text: string
  /** Of the words that have letters; 1 where nothing had to be restored. */
  readonly share: number
}

/** The text with known phrases in their right letters; runs of other words stand between ‹ and ›. */
export function restoreText(text: string, phrases: Phrasebook): Restored {
  // A dash between words belongs to the word before it.
  const words = text
    .replace(/ ([-–])(?= )/g, '\u00a0$1')
    .split(' ')
    .map((written) => ({ written, skeleton: skeletonOf(written) }))
  const longest = Math.max(0, ...phrases.keys())
  const out: { text: string; isKnown: boolean }[] = []
  let known = 0
  for (let at = 0; at < words.length; ) {
    const found = findPhrase(words, at, longest, phrases)
    if (found) {
      for (const [i, word] of found.entries())
        out.push({ text: dress((words[at + i] as Word).written, word.written), isKnown: true })
      at += found.length
      known += found.length
      continue
    }
    const word = words[at++] as Word
    const isKnown = !/\p{L}/u.test(word.written) || abbreviation.test(word.written)
    if (isKnown) known++
    out.push({ text: word.written, isKnown })
  }
  return { text: markRuns(out).replaceAll('\u00a0', ' '), share: words.length === 0 ? 1 : known / words.length }
}

/** The longest phrase that begins here; none where two fit equally well. */
function findPhrase(words: readonly Word[], at: number, longest: number, phrases: Phrasebook): readonly Word[] | null {
  for (let length = Math.min(longest, words.length - at); length > 1; length--) {
    const fits = (phrases.get(length) ?? [])
      .map((phrase) => ({ phrase, cost: costOf(words, at, phrase) }))
      .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.cost - b.cost)
    const [best, next] = fits
    if (best && best.cost !== next?.cost) return best.phrase
  }
  return null
}

/** Letters that a scanner takes for one another: those with marks above and beside them. */
const confused = ['adeou', 'bdp', 'bo', 'ilt', 'uvy']
const areConfused = (a: string, b: string): boolean => confused.some((set) => set.includes(a) && set.includes(b))

/** Letters that differ; infinite where the words are hardly those of the phrase. */
function costOf(words: readonly Word[], at: number, phrase: readonly Word[]): number {
  const most = Math.max(1, Math.floor(phrase.reduce((sum, { skeleton }) => sum + skeleton.length, 0) / 5))
  let cost = 0
  for (const [i, { written, skeleton }] of phrase.entries()) {
    const read = words[at + i] as Word
    // A name is a name: "Lâm Đồng" is not what stands in "cán bộ làm công tác".
    if (/^\p{Lu}/u.test(written) && i > 0 && !/^[("“]*\p{Lu}/u.test(read.written)) return Number.POSITIVE_INFINITY
    // A mark inside a phrase ends it: "đơn vị; cán bộ".
    if (i < phrase.length - 1 && /[.;:]$/.test(read.written)) return Number.POSITIVE_INFINITY
    const distance = distanceOf(read.skeleton, skeleton, phrase.length)
    cost += distance
    if (distance > 1 || cost > most) return Number.POSITIVE_INFINITY
  }
  return cost
}

/** Two syllables are soon mistaken for two others: in them a letter may differ only as scanners confuse it. */
function distanceOf(read: string, meant: string, syllables: number): number {
  if (read === meant) return 0
  if (Math.abs(read.length - meant.length) > 1) return Number.POSITIVE_INFINITY
  if (syllables > 2) return editDistance(read, meant)
  if (read.length !== meant.length || meant.length < 3) return Number.POSITIVE_INFINITY
  const differing = [...meant].flatMap((letter, i) => (letter === read[i] ? [] : [[letter, read[i] ?? ''] as const]))
  return differing.every(([a, b]) => areConfused(a, b)) ? differing.length : Number.POSITIVE_INFINITY
}

/** The restored word in the capitals and between the marks of the one that was read. */
function dress(read: string, restored: string): string {
  const [, before = '', after = ''] = /^([("“]*).*?([.,;:!?)”"\u00a0–-]*)$/u.exec(read) ?? []
  const bare = read.slice(before.length, read.length - after.length)
  const isAllCapitals = /^\p{Lu}{2,}/u.test(bare)
  const isCapital = /^\p{Lu}/u.test(bare)
  const word = isAllCapitals
    ? restored.toLocaleUpperCase('vi')
    : isCapital
      ? restored.charAt(0).toLocaleUpperCase('vi') + restored.slice(1)
      : restored
  return `${before}${word}${after}`
}

function markRuns(words: readonly { text: string; isKnown: boolean }[]): string {
  return words
    .map(({ text, isKnown }, i) => {
      if (isKnown) return text
      const opens = words[i - 1]?.isKnown ?? true
      const closes = words[i + 1]?.isKnown ?? true
      return `${opens ? '‹' : ''}${text}${closes ? '›' : ''}`
    })
    .join(' ')
}
