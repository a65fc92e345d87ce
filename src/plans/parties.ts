// Offices in the words of a document: apart from one another, and found in the register where that is certain.
import type { Unit } from '../model/region.ts'
import { fold } from '../text/normalize.ts'
import { editDistance } from '../text/suggest.ts'

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bubmttq(?:vn)?\b/g, 'uy ban mat tran to quoc viet nam'],
  [/\buy ban mttq\b/g, 'uy ban mat tran to quoc viet nam'],
  [/\bpbgdpl\b/g, 'pho bien giao duc phap luat'],
  [/\btt&tt\b/g, 'thong tin va truyen thong'],
]

/** First words of the name of an office, folded. */
const officeWords =
  'bo(?! tri| sung)|so(?! ket| hoa| luong)|cuc|vu(?! viec)|phong(?! chong| ngua)|ban(?! hanh)|cong an|van phong|trung tam|bao(?! cao| dam| ve)|dai|uy ban|ubnd|hdnd|hoi dong|hoi(?! nghi| thao| thi)|huyen doan|tinh doan|mat tran|co quan|don vi'
const beginsWithOffice = new RegExp(`^(?:cac )*(?:${officeWords})(?![a-z])`)

/** Apart at semicolons; else at commas and "và" before the name of another office, unless `isKnown` as a whole. */
export function splitParties(words: string, isKnown: (party: string) => boolean): string[] {
  const parts = words.includes(';') ? words.split(';') : splitAtNames(words, /,\s*(?=\p{Lu})/u)
  return parts
    .map(trimParty)
    .flatMap((part) => (isKnown(part) ? [part] : splitAtNames(part, /\s+và\s+/u)))
    .map(trimParty)
    .filter((part) => part !== '')
}

const trimParty = (words: string): string => words.replace(/[.;:,\s]+$/, '').trim()

function splitAtNames(words: string, separator: RegExp): string[] {
  const out: string[] = []
  let rest = words
  for (let from = 0; ; ) {
    const hit = separator.exec(rest.slice(from))
    if (!hit) return [...out, rest]
    const at = from + hit.index
    const after = rest.slice(at + hit[0].length)
    if (isOffice(after)) {
      out.push(rest.slice(0, at))
      rest = after
      from = 0
    } else from = at + hit[0].length
  }
}

export const isOffice = (words: string): boolean => beginsWithOffice.test(fold(words.trim()))

/** Words after which no more of the subject follows. */
const verbs =
  /(?<!hội đồng |được phân công )(?<![\p{L}])(?:chủ trì|chủ động|tham mưu|phối hợp|hướng dẫn|căn cứ|tích cực|có trách nhiệm|chỉ đạo|tăng cường|cung cấp|thực hiện|triển khai|xây dựng|nghiêm túc|yêu cầu|quan tâm|được giao)(?!\p{L})|:/iu

/** The words for the offices that a sentence speaks of: "Phòng Tư pháp chủ trì, …"; empty where it names none. */
export function readSubject(sentence: string): string {
  const text = openings.reduce((rest, opening) => rest.replace(opening, ''), sentence)
  if (!isOffice(text)) return ''
  return text.slice(0, verbs.exec(text)?.index ?? text.length)
}

/** What may stand before the subject: who asks, on what ground, in what case. */
const openings = [
  /^Trên đây là .*?(?:yêu cầu|đề nghị)\s+/su,
  /^căn cứ [^,]*,\s*/iu,
  /^đối với [^:]*:\s*/iu,
  /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)[^,:]{0,30}? (?:đề nghị|yêu cầu)\s+/iu,
  /^đề nghị\s+/iu,
]

/** True for a heading that names offices and says nothing of them. */
export function isOfficeAlone(heading: string): boolean {
  const text = heading.replace(/^đề nghị\s+/i, '').replace(/[:.]$/, '')
  return isOffice(text) && !verbs.test(text) && text.length < 100
}

/** Places after the name of an office: it is the same one with and without them. */
export type UnitIndex = {
  readonly units: readonly { readonly id: string; readonly key: string }[]
  readonly places: RegExp
}

/** `units` in the order in which they are to be tried; `places`: names of the regions and of the office that issues. */
export function indexUnits(units: readonly Unit[], places: readonly string[]): UnitIndex {
  const names = places.map((place) => fold(place).replace(/[^a-z0-9 ]/g, '')).join('|')
  const ending = new RegExp(`(?: (?:cua|thuoc|tren dia ban))?(?: (?:quan|huyen|tinh|thanh pho|bo))?(?: (?:${names}))?$`)
  return { places: ending, units: units.map(({ id, name }) => ({ id, key: keyOf(name, ending) })) }
}

function keyOf(name: string, places: RegExp): string {
  let key = fold(name)
  for (const [short, long] of abbreviations) key = key.replace(short, long)
  key = key
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b\d+ (?=phuong|xa)/, 'cac ')
    .trim()
  // "các huyện, thành phố thuộc tỉnh": a place may follow on a word that is a kind of place too.
  for (let before = ''; before !== key; ) [before, key] = [key, key.replace(places, '').trim()]
  return key
}

/** Unit names that differ by less than this share of their letters are one, spelt twice. */
const spellingShare = 0.1

export type Match = { readonly party: string; readonly isKnown: boolean; readonly confidence: number }

/** The id of an office that the register knows, or the words as they stand. */
export function matchUnit(words: string, { units, places }: UnitIndex): Match {
  const key = keyOf(words.split(' - Đơn vị ')[0] ?? words, places)
  const same = units.find((unit) => unit.key === key)
  if (same) return { party: same.id, isKnown: true, confidence: 0.95 }
  const near = units.find((unit) => editDistance(unit.key, key) <= Math.floor(unit.key.length * spellingShare))
  return near ? { party: near.id, isKnown: true, confidence: 0.8 } : { party: words, isKnown: false, confidence: 0.75 }
}
