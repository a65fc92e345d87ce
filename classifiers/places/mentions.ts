// Mentions: where a text names a region, and which regions the name can mean there.
import type { Region } from '../../src/model/region.ts'
import { agree, type Gazetteer, type PlaceName } from './gazetteer.ts'
import type { PlaceWord } from './words.ts'

export type Mention = {
  /** Regions of this name; one, or namesakes that the context has to tell apart. */
  readonly regions: readonly Region[]
  /** What the word beside it says; null where there is none ("Lào Cai", not "tỉnh Lào Cai"). */
  readonly kind: Kind | null
  /** Its first and last word. */
  readonly at: number
  readonly last: number
  readonly start: number
  readonly end: number
}

/** The levels that a word allows, and the kind of unit that it names. */
type Kind = { readonly levels: ReadonlySet<Region['level']>; readonly kindVi: string | null }
const kind = (kindVi: string | null, ...levels: Region['level'][]): Kind => ({ kindVi, levels: new Set(levels) })

/** What stands before a name and says its level. "Thành phố" was all three. */
const kindsBefore: Readonly<Record<string, Kind>> = {
  tinh: kind('Tỉnh', 'province'),
  'thanh pho': kind(null, 'province', 'district'),
  tp: kind(null, 'province', 'district'),
  huyen: kind('Huyện', 'district'),
  quan: kind('Quận', 'district'),
  'thi xa': kind(null, 'district'),
  tx: kind(null, 'district'),
  xa: kind('Xã', 'commune'),
  phuong: kind('Phường', 'commune'),
  p: kind('Phường', 'commune'),
  'thi tran': kind('Thị trấn', 'commune'),
  'dac khu': kind('Đặc khu', 'commune'),
}
/** And behind it, in English. */
const kindsBehind: Readonly<Record<string, Kind>> = {
  province: kind(null, 'province'),
  city: kind(null, 'province'),
  district: kind(null, 'district'),
  commune: kind(null, 'commune'),
  ward: kind('Phường', 'commune'),
}
/** A street, a battle or a team that bears a place's name is not the place. */
const otherThings =
  /^(?:duong|pho|ngo|hem|cau|quoc lo|dai lo|chien dich|chien thang|nguoi|ong|ba|anh|chi|clb|cau lac bo|doi|hang|street|road|avenue)$/

/** All mentions in reading order, the longest name at each place. Pure. */
export function findMentions(words: readonly PlaceWord[], gazetteer: Gazetteer, isPlainText: boolean): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const found = findName(words, at, gazetteer, isPlainText)
    if (!found) continue
    const last = at + found.words.length - 1
    const mention = readMention(words, at, last, found, mentions.at(-1))
    if (mention) mentions.push(mention)
    at = last
  }
  return mentions
}

function findName(words: readonly PlaceWord[], at: number, { names }: Gazetteer, isPlain: boolean): PlaceName | null {
  const candidates = names.get(words[at]?.folded ?? '') ?? []
  const fitting = candidates.filter(({ words: own, marks }) =>
    own.every((folded, i) => {
      const word = words[at + i]
      if (!word || word.folded !== folded || (i > 0 && !word.isClose)) return false
      return agree(word.marks, marks[i] as string, isPlain)
    }),
  )
  const [longest] = fitting
  if (!longest) return null
  // Names that differ in their marks alone are one where the text has none.
  const same = fitting.filter((name) => name.words.length === longest.words.length)
  return { ...longest, regions: [...new Set(same.flatMap(({ regions }) => regions))] }
}

function readMention(
  words: readonly PlaceWord[],
  at: number,
  last: number,
  { regions }: PlaceName,
  before: Mention | undefined,
): Mention | null {
  const own = words.slice(at, last + 1)
  const said = kindBefore(words, at) ?? kindsBehind[words[last + 1]?.folded ?? ''] ?? kindOfList(words, at, before)
  const isNamed = own.every(({ isCapital }) => isCapital)
  if (said === null && (!isNamed || isPartOfName(words, at, last))) return null
  // Without its kind a commune's or district's name is a word like others.
  const fitting = regions.filter(({ level }) => said?.levels.has(level) ?? level === 'province')
  const ofKind = fitting.filter(({ kindVi }) => said?.kindVi === kindVi)
  if (fitting.length === 0) return null
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0]
  return { regions: ofKind.length > 0 ? ofKind : fitting, kind: said, at, last, start, end }
}

function kindBefore(words: readonly PlaceWord[], at: number): Kind | null {
  if (!words[at]?.isClose) return null
  const one = words[at - 1]?.folded ?? ''
  return kindsBefore[`${words[at - 2]?.folded ?? ''} ${one}`] ?? kindsBefore[one] ?? null
}

/** "các xã Bản Lầu, Bản Phiệt và Nậm Chảy": the kind goes on through the list. */
function kindOfList(words: readonly PlaceWord[], at: number, before: Mention | undefined): Kind | null {
  const word = words[at]
  if (!before?.kind || before.kind.levels.has('province') || !word?.isCapital || word.isFirst) return null
  const between = at - before.last - 1
  const isList = between === 0 ? !word.isClose : between === 1 && /^(?:va|and)$/.test(words[at - 1]?.folded ?? '')
  return isList ? before.kind : null
}

/** A name that goes on before or behind it is somebody's or something else's. */
function isPartOfName(words: readonly PlaceWord[], at: number, last: number): boolean {
  const [before, first, after] = [words[at - 1], words[at], words[last + 1]]
  if (after?.isClose && after.isCapital && !after.isAcronym && !after.isFirst) return true
  if (!before || !first?.isClose || first.isFirst) return false
  const two = `${words[at - 2]?.folded ?? ''} ${before.folded}`
  if (otherThings.test(before.folded) || otherThings.test(two)) return true
  return before.isCapital && !before.isAcronym && !before.isFirst
}
