// Home addresses: house numbers with their street, flats, and the hamlet that a person is said to live in.
import type { Span } from './span.ts'
import type { View } from './view.ts'

const number = '\\d{1,4}(?: ?[a-z](?![a-z]))?(?:[/.-]\\d{1,4}[a-z]?){0,4}'
const house = '(?:so nha\\.? ?|nha so ?|so ?|sn\\.? ?(?!\\d{4}))'
const lane = '(?:ngo|ngach|hem|kiet|lane|alley)'
const road = '(?:duong|pho|quoc lo|ql|dai lo|street|road)'
const block = '(?:thon|xom|ban|ap|buon|soc|phum|khom|lang|to dan pho|tdp|to|khu pho|kp|khu|doi|cum)'
const building = '(?:toa nha|toa|nha|block|lo|tang|khu|chung cu|cc|ktx)'
/** "B2", "15/7", "A": what a building or floor is called. */
const code = '(?:[a-z]{0,3}\\d{1,4}[a-z]?(?:/\\d{1,4})?|[a-z])(?![a-z0-9])'
const join = '[ ,.-]{1,3}'
/** The word behind it is part of the address; `readName` takes it in where it has a capital or is a number. */
const name = '(?=[a-z0-9])'

/** A head of an address, folded. `isHome` rules hold only where the words before say that somebody lives there. */
type Rule = { readonly pattern: RegExp; readonly isHome: boolean }

const makeRule = (pattern: string, isHome: boolean): Rule => ({
  pattern: new RegExp(`(?<![a-z0-9/.,])${pattern}`, 'g'),
  isHome,
})

const rules: readonly Rule[] = [
  // số 12, ngõ 34, phố …
  makeRule(`${house}${number}(?:${join}${lane}(?: so)? ${number}){0,3}${join}${road}(?: so)? ${name}`, false),
  // 27 đường … · 12/3A đường …
  makeRule(`${number} (?:duong|pho|street|road)(?: so)? ${name}`, false),
  makeRule(`${house}${number}${join}(?:${lane}|${block})(?: so)? ${name}`, false),
  makeRule(`${number},? ${lane}(?: so)? ${number}(?:${join}(?:${road} )?${name})?`, false),
  makeRule(`(?:so nha|nha so) ?${number}(?:${join}${name})?`, false),
  // căn hộ 1205, tòa B2, chung cư … · phòng 302, nhà 15/7 đường số 8
  makeRule(
    `(?:can ho|can so|can|phong tro so|phong so|phong|p\\.) ?(?:so )?[a-z]?\\d{2,5}[a-z]?(?:${join}${building}(?: so)? ${code}){1,3}(?:${join}(?:${road}|chung cu|cc)(?: so)? ${name})?`,
    false,
  ),
  // ngõ 155 đường … · hẻm 118/24 …
  makeRule(`${lane}(?: so)? ${number}(?:${join}${lane}(?: so)? ${number}){0,2}(?:${join}(?:${road} )?${name})?`, true),
  makeRule(`\\d{1,4}(?:/\\d{1,4}[a-z]?){1,4}${join}(?:${lane} |${road} )?${name}`, true),
  // thôn …, tổ 7, khu phố 3
  makeRule(
    `${block}(?: so)? (?:\\d{1,3}[a-z]?(?![\\d.,]\\d)|${name})(?:${join}${block}(?: so)? (?:\\d{1,3}[a-z]?|${name}))?`,
    true,
  ),
]

/** The words of the heads as they are spelled: "phó" is no "phố", "bán" no "bản". */
const spellings = new Set(
  'số nhà đường phố quốc lộ đại ngõ ngách hẻm kiệt căn hộ phòng trọ tòa toà lô tầng chung cư thôn xóm bản ấp buôn sóc phum khóm làng tổ dân đội cụm'.split(
    ' ',
  ),
)

const isSpelledRight = (head: string) =>
  (head.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).every((word) => /^[a-z]+$/.test(word) || spellings.has(word))

/** Words before a hamlet or lane that say somebody lives there, folded. */
const homeBefore =
  /(?:tru tai|tru|thuong tru|tam tru|ngu tai|ngu|cu tru|cu ngu|sinh song tai|sinh song o|song tai|song o|que o|que quan|que|dia chi|d\/c|dc|nha o|nha em|nha minh|nha toi|nha chi|nha anh|nha ba|nha ong|nha|em o|minh o|toi o|chau o|bac o|anh o|chi o|ba o|ong o|chau|tro|ho khau|o tro|ba con|\ue000,? o|\ue000,?)(?: (?:o|tai))?[ ,:(]{0,3}$/
const publicBefore =
  /(?:tru so|ubnd|uy ban|hdnd|cong an|toa an|benh vien|truong [a-z]+|trung tam|nha van hoa|chi nhanh|co quan|bao tang|nha hat|khach san|hoi truong)[^.!?\n]{0,40}$/

export function findAddresses(view: View): Span[] {
  const spans: Span[] = []
  for (const { pattern, isHome } of rules) {
    for (const match of view.folded.matchAll(pattern)) {
      const start = match.index
      const head = start + match[0].length
      const end = readName(view, head)
      const isNamed = end > head || /\d[a-z]?\W*$/.test(match[0])
      if (!isNamed || !isSpelledRight(view.text.slice(start, head))) continue
      const before = view.folded.slice(Math.max(0, start - 64), start)
      if (isHome ? homeBefore.test(before) : !publicBefore.test(before))
        spans.push({ start, end: trimEnd(view, start, end), kind: 'address' })
    }
  }
  return [...spans, ...findForeignAddresses(view)]
}

const capital = /^ ?[\p{Lu}\d][\p{L}\p{M}\d'’/.-]{0,20}/u

/** The name that begins at `from`: capitalised words or numbers, five at most. */
function readName(view: View, from: number): number {
  let end = from
  for (let words = 0; words < 5; words++) {
    const found = capital.exec(view.text.slice(end, end + 24))?.[0]
    if (!found || (words === 0 && found.startsWith(' ') && view.text.charAt(end - 1) === ' ')) break
    end += found.length
    if (/[.]$/.test(found) && !/^ ?\p{Lu}\.$/u.test(found)) break
  }
  return end
}

function trimEnd(view: View, start: number, end: number): number {
  let last = end
  while (last > start && /[\s,.:-]/.test(view.text.charAt(last - 1))) last--
  return last
}

const englishStreet =
  /(?<![\p{L}\p{N}/.])(?:(?:House|Apartment|Apt\.?|Flat|Room|No\.?) ?(?:No\.? ?)?)?\d{1,5}[A-Z]?(?:\/\d{1,4}[A-Z]?){0,3},? (?:[\p{Lu}][\p{L}\p{M}.'’]{0,20} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Alley|Boulevard|Blvd|Drive)(?![\p{L}])\.?/gu
const frenchStreet =
  /(?<![\p{L}\p{N}/.])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée|quai|route|passage)(?: (?:de la|de l['’]|du|des|de|d['’]))? ?(?:[\p{Lu}][\p{L}\p{M}'’-]{0,24}[ -]?){1,4}/gu
const chineseStreet =
  /[\u4e00-\u9fff]{1,6}?(?:路|街|巷|弄|大道|胡同|村)\d{1,5}(?:号|组|弄)(?:\d{1,4}(?:栋|幢|号楼|单元|楼|室|层|号)){0,4}/g
const unspacedHouse =
  /(?:บ้านเลขที่|เลขที่|ເຮືອນເລກທີ|ເລກທີ|ផ្ទះលេខ|ផ្ទះ​លេខ) ?(?<house>[\d๐-๙໐-໙០-៩]{1,5}(?:\/[\d๐-๙໐-໙០-៩]{1,4})?(?: ?(?:หมู่(?:ที่)?|ซอย|ถนน|ໜ່ວຍ|ຮ່ອມ|ຖະໜົນ|ផ្លូវ(?:លេខ)?|ក្រុម) ?[\p{L}\p{M}\p{N}]{1,24}){1,3})/gu
const chineseLead = /^.*?(?:我家在|我住在|家住|住在|住|地址是?[:：]?|位于|在|是|于)/

function findForeignAddresses(view: View): Span[] {
  const spans: Span[] = []
  for (const pattern of [englishStreet, frenchStreet])
    for (const match of view.text.matchAll(pattern)) {
      if (publicBefore.test(view.folded.slice(Math.max(0, match.index - 48), match.index))) continue
      spans.push({ start: match.index, end: match.index + match[0].trimEnd().length, kind: 'address' })
    }
  for (const match of view.text.matchAll(chineseStreet)) {
    const lead = chineseLead.exec(match[0])?.[0].length ?? 0
    spans.push({ start: match.index + lead, end: match.index + match[0].length, kind: 'address' })
  }
  for (const match of view.text.matchAll(unspacedHouse)) {
    const end = match.index + match[0].length
    spans.push({ start: end - (match.groups?.house?.length ?? 0), end, kind: 'address' })
  }
  return spans
}
