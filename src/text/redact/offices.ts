// Offices: whether a name stands in its office, "Bộ trưởng Bộ Y tế …", "…, Chủ tịch UBND xã": such names stay.
import {
  directorOffices,
  foreignOffices,
  foreignPrivate,
  foreignShared,
  offices,
  officeWords,
  privateBodies,
  publicBodies,
  sharedOffices,
} from './role-lists.ts'
import { makeList } from './word-list.ts'
import { isCapital, isIn, isTight, type Prose, phraseAt, phraseEnding, type Word } from './words.ts'

/** Longest distance in words between an office and its holder: names of bodies are long. */
const reach = 16
const isOfficeGap = (gap: string) => /^(?:[ \u00a0&’'-]|\. ?| [-–&] |, |\.)$/.test(gap)

/** `from` is the first word of the name or of the title before it; `limit` the end of the name before. */
export function hasOfficeBefore(prose: Prose, from: number, limit: number): boolean {
  let commas = 0
  for (let index = from - 1; index >= limit && from - index <= reach; index--) {
    const gap = prose.words[index + 1]?.gap ?? ''
    if (!isOfficeGap(gap)) return false
    if (gap.startsWith(',') && ++commas > 2) return false
    const answer = officeEnding(prose, index)
    if (answer !== null) return answer
    const word = prose.words[index]
    if (!word || !(isCapital(word) || isOfficeWord(word))) return false
  }
  return false
}

const isOfficeWord = (word: Word) =>
  word.isMarked ? officeWords.exact.has(word.lower) : officeWords.plain.has(word.folded)

/** Whether an office ends at `index`, and a public one: null where there is none. */
function officeEnding(prose: Prose, index: number): boolean | null {
  const count = phraseEnding(prose, offices, index)
  if (count > 0) return isPublic(prose, index - count + 1, count)
  const foreign = foreignEnding(prose, index)
  return foreign > 0 ? isPublicForeign(prose, index - foreign + 1, foreign) : null
}

function foreignEnding(prose: Prose, index: number): number {
  for (let count = Math.min(3, index + 1); count > 0; count--)
    if (foreignAt(prose, index - count + 1, count) === count) return count
  return 0
}

/** Foreign offices are looked up without diacritics: "président", "president". */
function foreignAt(prose: Prose, index: number, maxWords: number): number {
  let phrase = ''
  let longest = 0
  const most = foreignOffices.heads.get(prose.words[index]?.folded ?? '') ?? 0
  for (let count = 1; count <= Math.min(most, maxWords); count++) {
    const word = prose.words[index + count - 1]
    if (!word) break
    phrase += (count > 1 ? ' ' : '') + word.folded
    if (foreignOffices.plain.has(phrase)) longest = count
  }
  return longest
}

function isPublic(prose: Prose, index: number, count: number): boolean {
  const next = index + count
  if (phraseAt(prose, privateBodies, next) > 0) return false
  const office = (list: typeof offices) => phraseAt(prose, list, index, count) === count
  if (office(directorOffices)) return phraseAt(prose, publicBodies, next) > 0
  return !office(sharedOffices) || phraseAt(prose, privateBodies, next + 1) === 0
}

function isPublicForeign(prose: Prose, index: number, count: number): boolean {
  const phrase = prose.words
    .slice(index, index + count)
    .map((word) => word.folded)
    .join(' ')
  if (!foreignShared.plain.has(phrase)) return true
  const near = prose.words.slice(Math.max(0, index - 3), index + count + 6)
  if (near.some((word) => foreignPrivate.has(word.folded))) return false
  const first = prose.words[index]
  return isCapital(first) || near.some((word) => publicForeign.has(word.folded))
}

const publicForeign = new Set(
  "department ministry committee provincial national district people's council agency government court un united party police republique etat".split(
    ' ',
  ),
)

const leadWords = makeList(
  `nguyên hiện là đang quyền giữ chức vụ làm được bầu bổ_nhiệm bổ nhiệm tân cựu vị đồng_thời the a an former acting current then
   vietnam's un us uk le la l ancien ancienne`,
)

/** Whether an office, or an office and a country, stands directly before the word at `index`. */
export function isRightBehindOffice(prose: Prose, index: number): boolean {
  const word = prose.words[index]
  const isOffice = foreignAt(prose, index, 3) > 0 || phraseAt(prose, offices, index) > 0
  return word !== undefined && isTight(word) && !isOffice && officeEnding(prose, index - 1) === true
}

/** Behind "(sinh năm 1984)": the word after the bracket. */
function skipBracket(prose: Prose, to: number): number {
  const name = prose.words[to - 1]
  const bracket = name && /^ \((?:sn|sinh|\d)[^()\n]{0,30}\)/.exec(prose.view.folded.slice(name.end, name.end + 40))
  if (!bracket) return to
  let index = to
  while ((prose.words[index]?.start ?? Number.POSITIVE_INFINITY) < name.end + bracket[0].length) index++
  return index
}

/** `behind` is the word after the name. An office counts behind a comma, dash or bracket, or behind "là", "giữ chức". */
export function hasOfficeAfter(prose: Prose, behind: number): boolean {
  const to = skipBracket(prose, behind)
  const first = prose.words[to]
  if (!first) return false
  const isApposition = /^(?:\)?, ?| ?[-–—] |\(| \(|,)$/.test(first.gap)
  const isOffice = isCapital(first) && phraseAt(prose, offices, to) > 1
  if (!isApposition && !(first.gap === ' ' && (isOffice || isIn(prose, leadWords, first)))) return false
  for (let index = to; index < to + 6; index++) {
    const word = prose.words[index]
    if (!word || (index > to && !/^[ '’-]$/.test(word.gap))) return false
    const count = phraseAt(prose, offices, index)
    if (count > 0) return isPublic(prose, index, count)
    const foreign = foreignAt(prose, index, 3)
    if (foreign > 0) return isPublicForeign(prose, index, foreign)
    const isLead =
      isIn(prose, leadWords, word) || (isApposition && prose.isPlain && (isCapital(word) || isOfficeWord(word)))
    if (!isLead) return false
  }
  return false
}
