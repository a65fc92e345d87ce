// Names of private persons in Latin script: found by title, family name or age; office-holders and places stay.

import { isSyllable } from '../syllable.ts'
import { findInitials } from './initials.ts'
import { findLowerNames } from './lower-names.ts'
import { givenNames, hmongClans, wordLikeGivenNames } from './name-lists.ts'
import {
  isInstitutionHere,
  isPlaceLike,
  readCapitals,
  readReversedName,
  readVietnameseName,
  readWesternName,
} from './name-reader.ts'
import { repeatNames } from './name-repeats.ts'
import { hasOfficeAfter, hasOfficeBefore, isRightBehindOffice } from './offices.ts'
import { namesakes, placeNames, unitWords } from './place-lists.ts'
import { contestTitles, foreignOffices, kinship, memberCallings, offices } from './role-lists.ts'
import type { Span } from './span.ts'
import { titleBefore } from './titles.ts'
import type { View } from './view.ts'
import {
  isCapital,
  isIn,
  isTight,
  type Prose,
  phraseAt,
  phraseEnding,
  readProse,
  startsSentence,
  unitEnding,
  type Word,
} from './words.ts'

/** A name in the text: words from `from` to before `to`. */
export type Name = {
  readonly from: number
  readonly to: number
  /** Family and given name, or at least two words without a title. */
  readonly isFull: boolean
  readonly isOfficial: boolean
}

export function findNames(view: View): Span[] {
  const prose = readProse(view)
  const names: Name[] = []
  for (let index = 0; index < prose.words.length; ) {
    const next = isCapital(prose.words[index]) ? readRun(prose, index, names) : index + 1
    index = Math.max(next, index + 1)
  }
  return [...repeatNames(prose, names), ...findLowerNames(prose), ...findInitials(prose)]
}

/** Reads what begins with the capital word at `index`; appends a name if it is one. Returns where to go on. */
function readRun(prose: Prose, index: number, names: Name[]): number {
  const limit = names.at(-1)?.to ?? 0
  const title = titleBefore(prose, index)
  if (title > 0) {
    const to = readTitled(prose, index, isIn(prose, kinship, prose.words[index - 1]))
    if (to > index && !isMemberOnly(prose, index, to)) {
      const end = pushName(prose, names, { from: index, to, titleFrom: index - title, limit })
      return to - index === 1 ? pushCompanions(prose, names, end) : end
    }
  }
  if (isHolder(prose, index, limit)) {
    const to = readTitled(prose, index, false)
    if (to > 0) return pushName(prose, names, { from: index, to, titleFrom: index, limit })
  }
  if (isUnitBefore(prose, index)) {
    const to = readVietnameseName(prose, index, false)
    const isNamed = to - index > 2 && !isPlaceLike(prose, index, to) && hasOfficeBefore(prose, index, limit)
    return isNamed ? pushName(prose, names, { from: index, to, titleFrom: index, limit }) : skipNamed(prose, index)
  }
  const place = Math.max(phraseAt(prose, placeNames, index), phraseAt(prose, namesakes, index))
  if (place > 1 || (place === 1 && !isTightNext(prose, index))) return index + place
  if (isTitleHere(prose, index)) return index + 1
  const supported = isAgeAfter(prose, index)
  const to =
    readVietnameseName(prose, index, supported > 0) ||
    readReversedName(prose, index) ||
    readWesternName(prose, index) ||
    supported
  if (to > 0 && !isPlaceLike(prose, index, to))
    return pushName(prose, names, { from: index, to, titleFrom: index, limit })
  return isInstitutionHere(prose, index) && isTightNext(prose, index) ? skipNamed(prose, index + 1) : index + 1
}

const isTightNext = (prose: Prose, index: number) => {
  const next = prose.words[index + 1]
  return next !== undefined && isCapital(next) && isTight(next)
}

/** "Phóng viên Dân trí", "cầu thủ Chelsea", "Hoa hậu Hoàn vũ": the word behind names the institution. */
function isMemberOnly(prose: Prose, from: number, to: number): boolean {
  if (isPlaceLike(prose, from, to) && !isIn(prose, kinship, prose.words[from - 1])) return true
  if (to - from > 1 || phraseEnding(prose, memberCallings, from - 1) === 0) return false
  const next = prose.words[to]
  if (next && isTight(next) && schoolWords.has(next.lower)) return true
  return !isIn(prose, givenNames, prose.words[from]) || phraseEnding(prose, contestTitles, from - 1) > 0
}

/** "Trường mầm non …" behind "giáo viên" is a school, not Mr Trường. */
const schoolWords = new Set('mầm mẫu tiểu trung đại cao phổ học dân dạy quốc thpt thcs'.split(' '))

/** "Ngoại trưởng …": recorded, so that the holder stays where the office is not said again. Words of the office are none. */
function isHolder(prose: Prose, index: number, limit: number): boolean {
  const isDirect = isRightBehindOffice(prose, index)
  if (!isDirect && !hasOfficeBefore(prose, index, Math.max(limit, index - 6))) return false
  if (isDirect && readVietnameseName(prose, index, true) > 0) return true
  const [first, second] = [prose.words[index], prose.words[index + 1]]
  const isForeign = (word: Word | undefined) =>
    word !== undefined && !isSyllable(word.folded) && !foreignOffices.heads.has(word.folded)
  return isForeign(first) && (isDirect || (isForeign(second) && isTightNext(prose, index)))
}

/** A capital kinship word at the head of a sentence, "Anh Nguyễn …": the name begins behind it. */
const isTitleHere = (prose: Prose, index: number) =>
  isIn(prose, kinship, prose.words[index]) && isTightNext(prose, index)

function pushName(
  prose: Prose,
  names: Name[],
  found: { from: number; to: number; titleFrom: number; limit: number },
): number {
  const { from, to, titleFrom, limit } = found
  const isClose = isCloseTitle(prose.words[from - 1])
  const isOfficial = hasOfficeBefore(prose, titleFrom, limit) || (!isClose && hasOfficeAfter(prose, to))
  names.push({ from, to, isFull: to - from > 1, isOfficial })
  return to
}

/** "anh em Sơn và Hải", "tên Mon, Mận": single given names joined to the one before. */
function pushCompanions(prose: Prose, names: Name[], from: number): number {
  let index = from
  for (;;) {
    const [word, next] = [prose.words[index], prose.words[index + 1]]
    const isAnd = word?.gap === ' ' && ['và', 'va', 'với'].includes(word.lower)
    const at = isAnd ? index + 1 : index
    const name = isAnd ? next : word
    const isNamed = name && isIn(prose, givenNames, name) && isCapital(name) && !isTightNext(prose, at)
    if (!isNamed || !(isAnd ? name.gap === ' ' : /^(?:, | - )$/.test(name.gap))) return index
    names.push({ from: at, to: at + 1, isFull: false, isOfficial: false })
    index = at + 1
  }
}

/** Words for the young and the near: nobody names an office-holder so. */
const closeTitles = new Set(['chị', 'em', 'cháu', 'bé', 'con', 'bạn', 'chi', 'chau', 'be', 'ban', 'thằng'])
const isCloseTitle = (word: Word | undefined) =>
  word !== undefined && closeTitles.has(word.isMarked ? word.lower : word.folded)

/** The name behind a title: any capital words but an office, an institution or a place. */
function readTitled(prose: Prose, index: number, isKin: boolean): number {
  const first = prose.words[index]
  const place = phraseAt(prose, placeNames, index)
  const isGiven = isIn(prose, givenNames, first)
  const isPlace = place > 1 || (place === 1 && !(isKin && isGiven) && !isTightNext(prose, index))
  if (!first || isPlace || isStopAfterTitle(prose, index)) return 0
  const isAllCaps = first.shape === 'upper'
  const named = readVietnameseName(prose, index, true)
  if (isAllCaps && prose.words[index - 1]?.shape === 'upper' && !isGiven) return named
  if (isAllCaps) return named || index + (isIn(prose, givenNames, prose.words[index + 1]) ? 2 : 1)
  return Math.max(named, Math.min(readCapitals(prose, index, false), index + 4))
}

function isStopAfterTitle(prose: Prose, index: number): boolean {
  const word = prose.words[index]
  if (!word) return true
  if (phraseAt(prose, offices, index) > 0 || isIn(prose, kinship, word)) return true
  if (stopsAfterTitle.has(word.isMarked ? word.lower : word.folded)) return true
  if (word.shape === 'upper' && prose.words[index - 1]?.shape !== 'upper' && !/[aeiouy]/.test(word.folded)) return true
  return isInstitutionHere(prose, index)
}

/** Capital words behind a title that name no one: "ông Trời", "chú Sam", "Bác Hồ". */
const stopsAfterTitle = new Set(
  'covid cki ckii ts ths pgs gs bs trời phật bụt táo già noel hồ tôn sam cuội hằng_nga chủ phó giám hiệu bộ thứ công cảnh giáo học trưởng tổng đại bí thủ việt đảng nhà god'.split(
    ' ',
  ),
)

function isUnitBefore(prose: Prose, index: number): boolean {
  const word = prose.words[index]
  if (!word || !(isTight(word) || word.gap === '. ' || word.gap === '.')) return false
  return unitEnding(prose, unitWords, index - 1) > 0
}

/** Behind "đường", "Trường", "Công ty": the whole run is its name, up to a person named right behind it. */
function skipNamed(prose: Prose, from: number): number {
  let to = from + 1
  for (; ; to++) {
    const word = prose.words[to]
    if (!word || !isCapital(word) || !isTight(word)) return to
    if (to - from >= 2 && readVietnameseName(prose, to, false) > 0) return to
    if (phraseAt(prose, offices, to) > 1) return to
  }
}

const ageAfter =
  /^,? ?\(? ?(?:sn|sinh nam|sinh|nam sinh|\d{1,2} ?(?:tuoi|ans|岁)|aged? \d|\d{1,2}\)|\d{1,2} years? old)/

/** A run of up to five capital words with an age or year of birth behind it is a person, whatever the names. */
function isAgeAfter(prose: Prose, index: number): number {
  const to = readCapitals(prose, index, prose.words[index]?.shape === 'upper')
  const last = prose.words[to - 1]
  if (!last || !ageAfter.test(prose.view.folded.slice(last.end, last.end + 24))) return 0
  if (to - index === 1 && !isSingleName(prose, last)) return 0
  return isPlaceLike(prose, index, to) || isInstitutionHere(prose, index) ? 0 : to
}

/** "Năm 14 tuổi" is a year of life, "Hoa, 14 tuổi" a person. */
const isSingleName = (prose: Prose, word: Word) =>
  (isIn(prose, givenNames, word) || isIn(prose, hmongClans, word)) &&
  !(startsSentence(word) && isIn(prose, wordLikeGivenNames, word))
