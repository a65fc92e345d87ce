// Places, bodies and groups of people that a statement names.
import type { Slot } from '../../../src/model/claim.ts'
import { fold } from '../../../src/text/normalize.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { findPlaces } from '../../places.ts'
import type { FoundTerm } from '../terms.ts'

/** Smaller than a commune, or a commune whose name the register cannot tell from its namesakes. */
const localName =
  /(?<![\p{L}])(?<head>thôn|bản|buôn|ấp|làng|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|quận|đường|phố|cầu|hồ|đập|đê|sông|thủy điện|chợ|khu công nghiệp|trường(?: tiểu học| mầm non| thcs| thpt)?|bệnh viện|thon|xa|phuong|huyen|cau|ho|dap|truong|benh vien)\s+(?<name>\p{Lu}[\p{L}\p{M}]*(?:\s+(?:\p{Lu}[\p{L}\p{M}]*|\d+))*)/giu

/** Places as "region:15" by the register, or by their own name as "name:xa ban vinh". */
export function findPlaceSlots(text: string, gazetteer: Gazetteer, day: string): Slot[] {
  const slots: Slot[] = findPlaces({ title: '', text }, gazetteer, { day, outletRegion: null }).flatMap(
    ({ code, spans }) =>
      spans.map(({ start, end }) => ({ kind: 'place' as const, start, end, value: `region:${code}` })),
  )
  for (const match of text.matchAll(localName)) {
    const { head = '', name = '' } = match.groups ?? {}
    // The flag that lets heads be capitals lets names be small.
    if (!/^\p{Lu}/u.test(name)) continue
    const proper = /^(?:\p{Lu}[\p{L}\p{M}]*)(?:\s+(?:\p{Lu}[\p{L}\p{M}]*|\d+))*/u.exec(name)?.[0] ?? name
    const start = match.index
    const end = start + match[0].length - name.length + proper.length
    if (slots.some((slot) => slot.start < end && slot.end > start)) continue
    slots.push({ kind: 'place', start, end, value: `name:${fold(`${head} ${proper}`)}` })
  }
  return slots
}

const ageBound =
  /(?:(?<under>duoi|under|不到)|(?<over>tren|tu|over|above)|)\s?(?<age>\d{1,3})\s?(?:tuoi|years?[- ]old|years? of age|周?岁)\s?(?<up>tro len|以上|and (?:over|older|above))?(?<down>以下|tro xuong|and (?:under|younger))?/gu

/** "children", "poor", "age <6", "age >=80". */
export function findEligibility(folded: string, terms: readonly FoundTerm[]): Slot[] {
  const groups: Slot[] = terms
    .filter(({ kind }) => kind === 'who')
    .map(({ start, end, name }) => ({ kind: 'eligibility', start, end, value: name }))
  for (const match of folded.matchAll(ageBound)) {
    const { under, over, age, up, down } = match.groups ?? {}
    const sign =
      up !== undefined ? '>=' : under !== undefined || down !== undefined ? '<' : over !== undefined ? '>' : null
    if (sign !== null)
      groups.push({
        kind: 'eligibility',
        start: match.index,
        end: match.index + match[0].length,
        value: `age ${sign}${age}`,
      })
  }
  return groups
}

export const findInstitutions = (terms: readonly FoundTerm[]): Slot[] =>
  terms
    .filter(({ kind }) => kind === 'institutions')
    .map(({ start, end, name }) => ({ kind: 'institution', start, end, value: name }))
