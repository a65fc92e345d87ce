// Names in lower case, as in posts: "a tuấn", "chị lan", "nguyễn thị hoa"; only where nothing else is likely.
import {
  givenNames,
  lowerGivenNames,
  lowerPlainNames,
  strongSurnames,
  sureMiddles,
  wordsAfterLower,
} from './name-lists.ts'
import { kinship, shortKinship } from './role-lists.ts'
import type { Span } from './span.ts'
import { isIn, isTight, type Prose, type Word } from './words.ts'

export function findLowerNames(prose: Prose): Span[] {
  const spans: Span[] = []
  for (let index = 0; index < prose.words.length; index++) {
    const full = readFullName(prose, index)
    const to = full || readKinName(prose, index)
    const first = prose.words[full ? index : index + 1]
    const last = prose.words[to - 1]
    if (to > 0 && first && last) {
      spans.push({ start: first.start, end: last.end, kind: 'person' })
      index = to - 1
    }
  }
  return spans
}

const isLower = (word: Word | undefined): word is Word => word?.shape === 'lower'

/** Family name, "văn" or "thị", one given name or two. */
function readFullName(prose: Prose, index: number): number {
  const first = prose.words[index]
  if (!isLower(first) || !strongSurnames.heads.has(first.folded)) return 0
  const [middle, given, more] = prose.words.slice(index + 1, index + 4)
  if (!isLower(middle) || !isLower(given) || !isTight(middle) || !isTight(given)) return 0
  const isUnmarked = !first.isMarked && !middle.isMarked
  const isSurname = lowerSurnames.has(first.lower) || (isUnmarked && plainSurnames.has(first.lower))
  if (!isSurname || !(isIn(prose, sureMiddles, middle) || ['van', 'thi'].includes(middle.lower))) return 0
  const isSecond = isLower(more) && isTight(more) && isIn(prose, givenNames, more) && isIn(prose, givenNames, given)
  return index + (isSecond && !commonAfterName.has(more.lower) ? 4 : 3)
}

/** Family names that are no words. */
const lowerSurnames = new Set('nguyễn trần lê phạm huỳnh phan đặng bùi đỗ ngô trịnh đinh vũ võ hoàng'.split(' '))
const plainSurnames = new Set('nguyen tran pham hoang huynh phan bui le vu trinh'.split(' '))
/** Given names that more often go on with the sentence. */
const commonAfterName = new Set(
  'ở năm thì thế như là nhất công thực thêm bảo anh chi hợp hữu thông duy hiện toàn trung tư tình trước'.split(' '),
)

/** A kinship word and a given name that is no common word there. */
function readKinName(prose: Prose, index: number): number {
  const kin = prose.words[index]
  if (!kin || !isLowerKin(prose, kin)) return 0
  const [given, next] = prose.words.slice(index + 1, index + 3)
  if (!isLower(given) || given.gap !== ' ') return 0
  const isGiven =
    given.isMarked || !prose.isPlain ? lowerGivenNames.exact.has(given.lower) : lowerPlainNames.plain.has(given.folded)
  if (!isGiven) return 0
  const before = prose.words[index - 1]
  if (before && kin.gap === ' ' && compoundKin.has(before.lower)) return 0
  if (kin.lower === 'anh' && ['hùng', 'dũng'].includes(given.lower) && !beforeHero.has(before?.lower ?? '')) return 0
  return next && isTight(next) && wordsAfterLower.exact.has(next.lower) ? 0 : index + 2
}

const lowerKin = new Set('anh chị chi em cô chú bác thầy dì cậu cháu bé bà ông bạn'.split(' '))
const isLowerKin = (prose: Prose, word: Word): boolean =>
  word.shape === 'lower' &&
  (shortKinship.has(word.lower) || (lowerKin.has(word.lower) && (isIn(prose, kinship, word) || prose.isPlain)))

/** "anh hùng", "anh dũng" are a hero and brave; a person only where somebody is called or met. */
const beforeHero = new Set('sđt đt số gặp gọi alo zalo kêu nhờ hỏi'.split(' '))

/** Words before a kinship word that make it part of another: "trẻ em", "đàn ông", "tiếng anh". */
const compoundKin = new Set('trẻ đàn tiếng nước chị tre dan tieng nuoc bà các mấy những hai ba vị'.split(' '))
