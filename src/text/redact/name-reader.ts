// Name reader: where in a run of capital words a person's name begins and ends.
import { isSyllable } from '../syllable.ts'
import {
  ethnicMiddles,
  givenNames,
  hmongClans,
  markingMiddles,
  rpaClans,
  strongSurnames,
  sureMiddles,
  weakSurnames,
  westernGivenNames,
} from './name-lists.ts'
import { englishPlaceWords, institutionHeads, namesakes, placeNames } from './place-lists.ts'
import { offices } from './role-lists.ts'
import { isCapital, isIn, isTight, type Prose, phraseAt, type Word } from './words.ts'

const maxWords = 5

/** Words that a name can go on with: capital, joined, no place, no institution. Returns the index behind the last. */
export function readCapitals(prose: Prose, from: number, isAllCaps: boolean): number {
  let to = from
  while (to - from < maxWords && continuesName(prose, from, to, isAllCaps)) to++
  return to
}

function continuesName(prose: Prose, from: number, index: number, isAllCaps: boolean): boolean {
  const word = prose.words[index]
  if (!word) return false
  // "Kim Sang-sik": behind a hyphen the second syllable is written small.
  if (!isCapital(word)) return index > from && word.gap === '-'
  if (index === from) return true
  if (!isTight(word) && !isAfterInitial(prose, index)) return false
  if (word.shape === 'upper' && !isAllCaps) return false
  if (index - from > 1 && isInstitutionHere(prose, index)) return false
  // "Nguyễn Hòa Bình": behind a family name the name of a province is a given name.
  const isAfterSurname = index === from + 1 && isIn(prose, strongSurnames, prose.words[from])
  if (!isAfterSurname && phraseAt(prose, placeNames, index) > 1) return false
  // A second family name with more behind it is the next person's.
  return !(
    index - from >= 3 &&
    isIn(prose, strongSurnames, word) &&
    isCapital(prose.words[index + 1]) &&
    nextIsTight(prose, index)
  )
}

const nextIsTight = (prose: Prose, index: number) => {
  const next = prose.words[index + 1]
  return next !== undefined && isTight(next)
}

/** "Joe R. Biden": a dot behind an initial inside a name. */
const isAfterInitial = (prose: Prose, index: number) =>
  prose.words[index]?.gap === '. ' &&
  prose.words[index - 1]?.shape === 'initial' &&
  westernGivenNames.plain.has(prose.words[index - 2]?.folded ?? '')

/** Heads of institutions of two words or more, or one followed by its name. */
export function isInstitutionHere(prose: Prose, index: number): boolean {
  const word = prose.words[index]
  if (!word || isIn(prose, givenNames, word)) return phraseAt(prose, institutionHeads, index) > 1
  return phraseAt(prose, institutionHeads, index) > 0 || phraseAt(prose, offices, index) > 1
}

const isNameSyllable = (word: Word) =>
  word.shape === 'initial' || isSyllable(word.folded) || /['’]/.test(word.lower) || strongSurnames.exact.has(word.lower)

/** Index behind the Vietnamese name that begins with a family name at `from`, 0 if none does. */
export function readVietnameseName(prose: Prose, from: number, isSupported: boolean): number {
  const first = prose.words[from]
  const second = prose.words[from + 1]
  if (!first || !second || !isCapital(first) || !isCapital(second) || !isTight(second)) return 0
  const isAllCaps = first.shape === 'upper' && second.shape !== 'capital'
  let to = readCapitals(prose, from, isAllCaps)
  for (let index = from; index < to; index++) {
    const word = prose.words[index]
    // Behind "văn" and "thị" any word may follow: given names of many peoples.
    const isFree = index === from + 2 && isIn(prose, sureMiddles, second)
    if (!word || !(isFree || isNameSyllable(word))) to = index
  }
  if (isAllCaps) to = cutHeadline(prose, from, to)
  if (to - from < 2) return 0
  return isName(prose, from, to, isSupported) ? to : 0
}

/** In a line of capitals the name ends behind its given name: one syllable, two where both are given names. */
function cutHeadline(prose: Prose, from: number, to: number): number {
  const isMiddle = isIn(prose, markingMiddles, prose.words[from + 1])
  const least = Math.min(to, from + (isMiddle ? 3 : 2))
  let end = least
  while (end < Math.min(to, from + 4) && isIn(prose, givenNames, prose.words[end])) end++
  return end
}

function isName(prose: Prose, from: number, to: number, isSupported: boolean): boolean {
  const [first, second] = [prose.words[from], prose.words[from + 1]]
  const last = prose.words[to - 1]
  const isUnmarked = prose.words.slice(from, to).every((word) => !word.isMarked)
  // "To Hoàng …": a family name has its diacritics where the rest of the name has.
  if (
    !isUnmarked &&
    first &&
    !first.isMarked &&
    !strongSurnames.exact.has(first.lower) &&
    !weakSurnames.exact.has(first.lower)
  )
    return false
  const isStrong = isIn(prose, strongSurnames, first) || (isUnmarked && strongSurnames.plain.has(first?.folded ?? ''))
  const isGiven =
    isIn(prose, givenNames, last) ||
    last?.shape === 'initial' ||
    (isUnmarked && givenNames.plain.has(last?.folded ?? ''))
  const isMarked = isIn(prose, markingMiddles, second) || (isUnmarked && markingMiddles.plain.has(second?.folded ?? ''))
  // A short name without diacritics among words with them is more often something else: "Vu Lan".
  if (isUnmarked && !prose.isPlain && to - from === 2 && !isSupported && !strongSurnames.exact.has(first?.lower ?? ''))
    return false
  if (first?.shape === 'initial' && isIn(prose, strongSurnames, last)) return true
  if (isStrong) return to - from > 2 || isGiven || isSupported || isIn(prose, strongSurnames, second)
  const isWeak =
    isIn(prose, weakSurnames, first) ||
    /^[yahk]['’]/.test(first?.lower ?? '') ||
    (isUnmarked && weakSurnames.plain.has(first?.folded ?? ''))
  if (!isWeak) return false
  if (isSupported) return true
  const isSure = isIn(prose, sureMiddles, second) || isIn(prose, ethnicMiddles, second)
  return to - from > 2 && isMarked && (isGiven || isSure)
}

/** "Lan Anh Tran": given name first, as abroad. Index behind the name, 0 if there is none. */
export function readReversedName(prose: Prose, from: number): number {
  if (isIn(prose, rpaClans, prose.words[from + 1]) && isTightCapital(prose, from + 1)) return from + 2
  if (
    isIn(prose, rpaClans, prose.words[from + 2]) &&
    isTightCapital(prose, from + 1) &&
    isTightCapital(prose, from + 2)
  )
    return from + 3
  if (!isIn(prose, givenNames, prose.words[from]) && !isIn(prose, westernGivenNames, prose.words[from])) return 0
  const to = Math.min(readCapitals(prose, from, false), from + 3)
  for (let end = to; end > from + 1; end--) {
    const last = prose.words[end - 1]
    if (!last || end !== readCapitals(prose, from, false)) continue
    const isSurname = isIn(prose, strongSurnames, last) || (!last.isMarked && strongSurnames.plain.has(last.folded))
    const isClan = isIn(prose, hmongClans, last)
    if ((isSurname || isClan) && !isPlaceLike(prose, from, end)) return end
  }
  return 0
}

const isTightCapital = (prose: Prose, index: number) => {
  const word = prose.words[index]
  return word !== undefined && isCapital(word) && isTight(word)
}

/** "Emily Carter": a Western given name and one or two capital words. Index behind, 0 if there is none. */
export function readWesternName(prose: Prose, from: number): number {
  if (
    prose.words[from]?.isMarked
      ? !westernGivenNames.exact.has(prose.words[from].lower)
      : !westernGivenNames.plain.has(prose.words[from]?.folded ?? '')
  )
    return 0
  const to = Math.min(readCapitals(prose, from, false), from + 4)
  return to - from >= 2 && !isPlaceLike(prose, from, to) ? to : 0
}

/** Whether a word of the run, or the one behind it, makes it a street, a school, an organisation. */
export function isPlaceLike(prose: Prose, from: number, to: number): boolean {
  if (phraseAt(prose, placeNames, from) === to - from || phraseAt(prose, namesakes, from) === to - from) return true
  for (let index = from; index <= to; index++) {
    const word = prose.words[index]
    if (!word || (index === to && (!isTight(word) || !isCapital(word)))) break
    if (englishPlaceWords.has(word.folded.replace(/['’]s$/, ''))) return true
  }
  return false
}
