// Titles: whether a kinship word, a calling or a form of address stands before a capital word and makes it a person.
import { givenNames, westernGivenNames } from './name-lists.ts'
import { callings, kinship, shortKinship } from './role-lists.ts'
import { isCapital, isIn, isJoined, isTight, type Prose, phraseEnding, startsSentence, type Word } from './words.ts'

/** How many words before `index` are a title that names a person; 0 if none. */
export function titleBefore(prose: Prose, index: number): number {
  const word = prose.words[index]
  const before = prose.words[index - 1]
  if (!word || !before || !/^(?:[ \u00a0]|\. ?|: ?| là )$/.test(word.gap)) return 0
  if (word.gap.startsWith('.') && !abbreviations.has(before.folded)) return 0
  const calling = phraseEnding(prose, callings, index - 1)
  if (calling > 0) return isWordOfKin(prose, index - 1) && !isIn(prose, givenNames, word) ? 0 : calling
  if (word.gap.startsWith(':')) return 0
  if (before.lower === 'của' && isIn(prose, kinship, prose.words[index - 2]) && isIn(prose, givenNames, word)) return 1
  if (prose.isForeign && foreignKin.has(before.folded)) {
    const isGiven = isIn(prose, givenNames, word) || isIn(prose, westernGivenNames, word)
    return isGiven ? 1 : 0
  }
  if (before.lower === 'miss' && !prose.isForeign) return 0
  if (isIn(prose, kinship, before)) return isWordOfKin(prose, index - 1) || isUnsureKin(prose, before, word) ? 0 : 1
  return before.shape === 'lower' && shortKinship.has(before.lower) && isIn(prose, givenNames, word) ? 1 : 0
}

const foreignKin = new Set(
  'wife husband son daughter brother sister cousin mother father friend fils fille mari femme epouse frere soeur ami amie'.split(
    ' ',
  ),
)
const abbreviations = new Set('mr mrs ms dr prof m mme mlle bs ls gs pgs ts ths ks kts nsnd nsut hlv'.split(' '))

/** Without diacritics most kinship words are other words too ("co", "di", "ban"): a given name must follow. */
const sureKin = new Set(
  'ong ba anh chi em chau chu bac be cu mr mrs ms miss dr prof mme mlle madame monsieur sir'.split(' '),
)

function isUnsureKin(prose: Prose, kin: Word, name: Word): boolean {
  if (!prose.isPlain || kin.isMarked || foreignTitles.has(kin.folded)) return false
  return prose.isForeign || !(sureKin.has(kin.folded) || givenNames.plain.has(name.folded))
}

const foreignTitles = new Set(
  'mr mrs ms miss mister dr prof sir madam madame monsieur mademoiselle mme mlle'.split(' '),
)

/** Kinship words that inside a sentence have no capital; with one they are part of a name. */
const lowerOnly = new Set('ba o u con má mẹ bố dì cậu vợ chồng nàng chàng bầm mế mệ bé'.split(' '))

/** Kinship words inside other words: the word before makes "công bố", "công cụ", "trẻ em", "đàn ông". */
const otherWords: Readonly<Record<string, string>> = {
  em: 'trẻ tre',
  ông: 'đàn',
  bà: 'đàn',
  anh: 'nước tiếng người hoàng quốc tuyển hạng liên',
  bố: 'công tuyên phân khủng ban bãi',
  cụ: 'công dụng nhạc ngư',
  bác: 'phản bài đại',
  chú: 'ghi chăm thần',
  má: 'rau',
  tên: 'mang đặt cái đổi lấy dưới ký',
  chồng: 'chất',
}

function isWordOfKin(prose: Prose, index: number): boolean {
  const word = prose.words[index]
  const before = prose.words[index - 1]
  if (!word || !before || !isJoined(word)) return false
  if (otherWords[word.lower]?.split(' ').includes(before.lower)) return true
  if (word.shape === 'lower') return false
  // Inside a name: "Đông Anh District", "Ba Tầng".
  if (prose.isPlain && isCapital(before) && isTight(word)) return true
  return !startsSentence(word) && lowerOnly.has(word.lower)
}
