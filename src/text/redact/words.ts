// Words of a text as the name finder reads them: where they stand, how they are written, what joins them.
import type { View } from './view.ts'
import { spell, type WordList } from './word-list.ts'

export type Word = {
  readonly start: number
  readonly end: number
  /** Lower case, tone marks in the older place. */
  readonly lower: string
  readonly folded: string
  readonly isMarked: boolean
  /** `initial` is a single capital letter; `upper` more than one capital and nothing else. */
  readonly shape: 'lower' | 'capital' | 'upper' | 'initial'
  /** What stands between the word before and this one, four characters at most. */
  readonly gap: string
}

export type Prose = {
  readonly view: View
  readonly words: readonly Word[]
  /** Written without diacritics, as English and much Vietnamese on telephones are. */
  readonly isPlain: boolean
  /** English or French by its little words, so that "be" and "chi" are no Vietnamese ones. */
  readonly isForeign: boolean
}

const latinWord =
  /[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\p{Nd}]*(?:['’](?!s(?![\p{L}\p{M}]))[\p{Script=Latin}\p{M}]+)*/gu

export function readProse(view: View): Prose {
  const words: Word[] = []
  let end = 0
  let marked = 0
  let foreign = 0
  for (const match of view.text.matchAll(latinWord)) {
    const text = match[0]
    const start = match.index
    const folded = view.folded.slice(start, start + text.length)
    const lower = spell(text)
    const isMarked = lower.length !== folded.length || lower !== folded
    if (isMarked) marked++
    if (foreignWords.has(lower)) foreign++
    words.push({
      start,
      end: start + text.length,
      lower,
      folded,
      isMarked,
      shape: shapeOf(text),
      gap: view.text.slice(Math.max(end, start - 4), start),
    })
    end = start + text.length
  }
  return { view, words, isPlain: marked < words.length * 0.2, isForeign: foreign > words.length * 0.03 }
}

const foreignWords = new Set('the of and with that les des une est dans pour et'.split(' '))

function shapeOf(text: string): Word['shape'] {
  const first = text.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  if (text.length === 1) return 'initial'
  return text === text.toUpperCase() ? 'upper' : 'capital'
}

/** Looks a word up with its diacritics, or without where neither it nor the text has any. */
export function isIn(prose: Prose, list: WordList, word: Word | undefined): boolean {
  if (!word) return false
  return prose.isPlain && !word.isMarked ? list.plain.has(word.folded) : list.exact.has(word.lower)
}

/** How many words from `index` on are a phrase of the list, the longest; 0 if none. */
export function phraseAt(prose: Prose, list: WordList, index: number, maxWords = 5): number {
  const first = prose.words[index]
  const most = Math.min(maxWords, first ? (list.heads.get(first.folded) ?? 0) : 0)
  if (!first || most === 0) return 0
  let { lower: exact, folded: plain } = first
  let isPlain = prose.isPlain && !first.isMarked
  let longest = list[isPlain ? 'plain' : 'exact'].has(isPlain ? plain : exact) ? 1 : 0
  for (let count = 2; count <= most; count++) {
    const word = prose.words[index + count - 1]
    if (!word || !isJoined(word)) break
    exact += ` ${word.lower}`
    plain += ` ${word.folded}`
    isPlain &&= !word.isMarked
    if (isPlain ? list.plain.has(plain) : list.exact.has(exact)) longest = count
  }
  return longest
}

/** How many words up to and with `index` are a phrase of the list, the longest; 0 if none. */
export function phraseEnding(prose: Prose, list: WordList, index: number, maxWords = 4): number {
  for (let count = Math.min(maxWords, index + 1); count > 0; count--)
    if (phraseAt(prose, list, index - count + 1, count) === count) return count
  return 0
}

/** Nothing but a space, a hyphen or the dot of an abbreviation between a word and the one before. */
export const isJoined = (word: Word) => /^(?:[  -]|\. ?| - )$/.test(word.gap)

/** Joined as the parts of one name are. */
export const isTight = (word: Word) => word.gap === ' ' || word.gap === '\u00a0' || word.gap === '-'

/** At the head of a sentence or line, where every word has a capital. */
export function startsSentence(word: Word): boolean {
  return word.gap === '' || /[.!?…:;\n"“”«»'‘’()\-–—•*]\s*$/.test(word.gap)
}

export const isCapital = (word: Word | undefined) => word !== undefined && word.shape !== 'lower'

/** The words from `from` to before `to` as one key for comparison. */
export function makeKey(prose: Prose, from: number, to: number): string {
  return prose.words
    .slice(from, to)
    .map((word) => word.lower)
    .join(' ')
}

/** Words that end in what looks like a unit: "yêu cầu", "thông báo", "gia đình" are no bridge, paper or temple. */
const otherWords: Readonly<Record<string, string>> = {
  cầu: 'yêu nhu toàn địa thỉnh',
  báo: 'thông cảnh tình tố trình',
  giải: 'lý hòa phân tự',
  đình: 'gia triều',
  sở: 'cơ',
  bộ: 'toàn nội cán đồng tiến',
  bản: 'văn cơ kịch căn',
  đội: 'quân đồng',
  hội: 'xã cơ',
  đoàn: 'tập',
  khoa: 'nha nhi sản',
  đường: 'lên dọc',
  hồ: 'mơ',
  thời: 'đồng tạm',
  mẫu: 'người phụ',
  vụ: 'nhiệm dịch phục',
  tộc: 'dân gia',
  khu: 'chiến',
}

/** How many words up to and with `index` say that the name of a place or institution follows. */
export function unitEnding(prose: Prose, units: WordList, index: number): number {
  const count = phraseEnding(prose, units, index)
  const [before, unit] = [prose.words[index - 1], prose.words[index]]
  if (count === 1 && before && unit && isTight(unit) && otherWords[unit.lower]?.split(' ').includes(before.lower))
    return 0
  return count
}
