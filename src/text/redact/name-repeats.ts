// Repeats: who stays and who goes once all names of a text are known, and the short names of those who go.
import { isSyllable } from '../syllable.ts'
import { givenNames, wordLikeGivenNames } from './name-lists.ts'
import type { Name } from './names.ts'
import { hasOfficeBefore } from './offices.ts'
import { unitWords } from './place-lists.ts'
import { kinship } from './role-lists.ts'
import type { Span } from './span.ts'
import { isCapital, isIn, isTight, makeKey, type Prose, startsSentence, unitEnding, type Word } from './words.ts'

/** Spans of every private name and its short forms; names of office-holders, full or short, stay throughout. */
export function repeatNames(prose: Prose, names: readonly Name[]): Span[] {
  const officials = new Set(names.filter((name) => name.isOfficial).map((name) => makeKey(prose, name.from, name.to)))
  const isStaying = (name: Name) =>
    name.isOfficial || (name.isFull && officials.has(makeKey(prose, name.from, name.to)))
  const staying = names.filter(isStaying)
  const going = names.filter((name) => !isStaying(name))
  const shortStaying = new Set(staying.flatMap((name) => shortForms(prose, name)))
  const shortGoing = new Set(going.filter((name) => name.isFull).flatMap((name) => shortForms(prose, name)))
  const private_ = going.filter(
    (name) => name.isFull || !shortStaying.has(keyOf(prose, name)) || shortGoing.has(keyOf(prose, name)),
  )
  const short = new Set(private_.flatMap((name) => shortForms(prose, name)))
  const taken = new Set(names.flatMap((name) => indexes(name.from, name.to)))
  return [...private_.map((name) => spanOf(prose, name)), ...findShort(prose, short, shortStaying, taken)]
}

const indexes = (from: number, to: number) => Array.from({ length: to - from }, (_, offset) => from + offset)
const keyOf = (prose: Prose, name: Name) => makeKey(prose, name.from, name.to)

function spanOf(prose: Prose, name: Pick<Name, 'from' | 'to'>): Span {
  const first = prose.words[name.from]
  const last = prose.words[name.to - 1]
  return { start: first?.start ?? 0, end: last?.end ?? 0, kind: 'person' }
}

/** The last word, and the last two of a longer name: "Hoa", "Thu Hoa". */
function shortForms(prose: Prose, name: Name): string[] {
  const word = prose.words[name.to - 1]
  const last = makeKey(prose, name.to - 1, name.to)
  // A single word behind a title may be anything; only a known given name or a foreign word is sought again.
  const isKnown = name.isFull || isIn(prose, givenNames, word) || !isSyllable(word?.folded ?? '')
  if (last.length < 2 || !isKnown || isIn(prose, kinship, word)) return []
  return name.to - name.from > 2 ? [last, makeKey(prose, name.to - 2, name.to)] : [last]
}

/** Capital words that stand alone and repeat a private person's short name. */
function findShort(
  prose: Prose,
  short: ReadonlySet<string>,
  staying: ReadonlySet<string>,
  taken: ReadonlySet<number>,
): Span[] {
  const spans: Span[] = []
  if (short.size === 0) return spans
  for (let index = 0; index < prose.words.length; index++) {
    if (taken.has(index) || !isCapital(prose.words[index])) continue
    let to = index + 1
    while (isCapital(prose.words[to]) && isTight(prose.words[to] as Word)) to++
    const key = makeKey(prose, index, to)
    if (to - index <= 2 && short.has(key) && !staying.has(key) && isNameHere(prose, index, to))
      spans.push(spanOf(prose, { from: index, to }))
    index = to - 1
  }
  return spans
}

/** Not the name of a street, and not an ordinary word with the capital of its sentence. */
function isNameHere(prose: Prose, from: number, to: number): boolean {
  const word = prose.words[from]
  const people = prose.words[from - 1]
  if (people && ['người', 'tộc', 'tiếng'].includes(people.lower)) return false
  if (!word || (isTight(word) && unitEnding(prose, unitWords, from - 1) > 0)) return false
  if (hasOfficeBefore(prose, from, 0)) return false
  if (capitalCompounds.has(`${word.lower} ${prose.words[to]?.lower ?? ''}`)) return false
  if (!startsSentence(word) || to - from > 1) return true
  if (!isSyllable(word.folded)) return true
  if (!isIn(prose, wordLikeGivenNames, word) && isIn(prose, givenNames, word)) return true
  return isVerb(prose, to)
}

/** Bodies and fields of which only the first syllable has a capital. */
const capitalCompounds = new Set(
  `biên_phòng công_an quốc_hội quốc_gia quốc_tế nhân_dân thành_ủy thành_phố trung_ương trung_học thế_giới hoàng_gia quân_khu quân_đội
   hải_quan hải_quân công_thương công_nghệ nông_nghiệp tài_chính tài_nguyên tư_pháp văn_hóa văn_phòng thông_tin xây_dựng thanh_niên
   thanh_tra chiến_tranh cách_mạng đại_học minh_họa hoa_ngữ thể_thao nhi_đồng an_ninh an_toàn y_tế tỉnh_ủy dân_tộc dân_chủ tự_do`
    .split(/\s+/)
    .map((compound) => compound.replace('_', ' ')),
)

const verbs = new Set(
  `cho_biết nói kể chia_sẻ bị đã được cùng và đang khai có là cũng không vẫn sẽ từng còn gửi nhận thấy nghĩ tâm_sự giải_thích nhớ mới
   phải muốn xin đi về ở said says told has was is had will and who cho biet noi ke da duoc dang khong van gui nhan moi phai`.split(
    /\s+/,
  ),
)

function isVerb(prose: Prose, index: number): boolean {
  const word = prose.words[index]
  const next = prose.words[index + 1]
  if (word?.gap !== ' ') return false
  return verbs.has(word.lower) || (next !== undefined && verbs.has(`${word.lower}_${next.lower}`))
}
