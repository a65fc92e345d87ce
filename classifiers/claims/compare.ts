// Compares slots: in which of the things that both say two statements agree, and in which they differ.
import type { Match, Slot, SlotKind } from '../../src/model/claim.ts'
import { ancestors, type RegionIndex } from '../../src/rules/resolve-region.ts'
import { fold } from '../../src/text/normalize.ts'
import { readPeriod } from './slots/dates.ts'
import { isSameDocument } from './slots/documents.ts'
import { isOpposite } from './slots/polarity.ts'
import { contentWords } from './words.ts'

export type Said = { readonly text: string; readonly slots: readonly Slot[] }
export type Compared = Match['slots'][number]

export const ofKind = (slots: readonly Slot[], kind: SlotKind): Slot[] => slots.filter((slot) => slot.kind === kind)

/** One line for each kind and thing that both sides speak of. */
export function compareSlots(ours: Said, theirs: Said, index: RegionIndex): Compared[] {
  return [
    ...compareQuantities(ours, theirs),
    ...compareAges(ours.slots, theirs.slots),
    ...comparePolarity(ours, theirs),
    ...compareAll('date', ours.slots, theirs.slots, isSameTime),
    ...compareAll('place', ours.slots, theirs.slots, (one, other) => isWithin(one, other, index)),
    ...compareAll('document', ours.slots, theirs.slots, isSameDocument),
    ...compareAll('institution', ours.slots, theirs.slots, (one, other) => one === other),
  ]
}

/** Kinds of which one common value is enough: a text may name more places than the other. */
function compareAll(
  kind: SlotKind,
  ours: readonly Slot[],
  theirs: readonly Slot[],
  agree: (one: string, other: string) => boolean,
): Compared[] {
  const [own, other] = [ofKind(ours, kind), ofKind(theirs, kind)]
  const [first, second] = [own[0], other[0]]
  if (!first || !second) return []
  for (const one of own)
    for (const two of other)
      if (agree(one.value, two.value)) return [{ kind, ours: one.value, theirs: two.value, agrees: true }]
  return [{ kind, ours: first.value, theirs: second.value, agrees: false }]
}

/** Two beginnings are the same day or they differ; other periods agree where they overlap. */
function isSameTime(one: string, other: string): boolean {
  const isStart = (value: string) => value.endsWith('/..')
  return isStart(one) && isStart(other) ? one === other : overlapPeriods(one, other)
}

export function overlapPeriods(one: string, other: string): boolean {
  const [first, second] = [readPeriod(one), readPeriod(other)]
  return first[0] <= second[1] && second[0] <= first[1]
}

/** The same place, or one inside the other; a place by its own name is known by that name alone. */
export function isWithin(one: string, other: string, index: RegionIndex): boolean {
  if (one === other) return true
  const [code, otherCode] = [one, other].map((value) => /^region:(.+)$/.exec(value)?.[1])
  if (code === undefined || otherCode === undefined) return bareName(one) === bareName(other)
  const outer = (inner: string, around: string) => ancestors(index, inner).some((region) => region.code === around)
  return outer(code, otherCode) || outer(otherCode, code)
}

const bareName = (value: string): string =>
  value.replace(
    /^name:(?:thon|ban|buon|ap|lang|xa|phuong|huyen|quan|thi tran|cau|ho|dap|de|song|thuy dien|cho|duong|pho|khu pho)? ?/,
    '',
  )

type Amount = { readonly low: number; readonly high: number; readonly unit: string; readonly slot: Slot }

function readAmount(slot: Slot): Amount {
  const [, sign = '', first = '', last = first, unit = ''] =
    /^([<>~]?)([\d.]+?)(?:\.\.([\d.]+))?(?: (.+))?$/.exec(slot.value) ?? []
  const [low, high] = [Number(first), Number(last)]
  const about = sign === '~' ? 0.1 : 0
  return {
    low: sign === '<' ? -Infinity : low * (1 - about),
    high: sign === '>' ? Infinity : high * (1 + about),
    ...{ unit, slot },
  }
}

/** Words this near to a number say what it counts. */
const contextChars = { before: 32, after: 20 }

/** A number is held against one of the same unit that counts the same thing; others say nothing about it. */
function compareQuantities(ours: Said, theirs: Said): Compared[] {
  const others = ofKind(theirs.slots, 'quantity').map(readAmount)
  return ofKind(ours.slots, 'quantity').flatMap((slot): Compared[] => {
    const own = readAmount(slot)
    const sameUnit = others.filter(({ unit }) => unit === own.unit)
    const agreeing = sameUnit.find((other) => own.low <= other.high && other.low <= own.high)
    if (agreeing) return [{ kind: 'quantity', ours: slot.value, theirs: agreeing.slot.value, agrees: true }]
    const only =
      sameUnit.length === 1 &&
      ofKind(ours.slots, 'quantity').filter((other) => readAmount(other).unit === own.unit).length === 1
    const counterpart =
      own.unit === ''
        ? undefined
        : sameUnit.find((other) => only || countsSame(ours.text, slot, theirs.text, other.slot))
    return counterpart ? [{ kind: 'quantity', ours: slot.value, theirs: counterpart.slot.value, agrees: false }] : []
  })
}

const around = (text: string, { start, end }: Slot): Set<string> =>
  new Set(
    fold(
      `${text.slice(Math.max(0, start - contextChars.before), start)} ${text.slice(end, end + contextChars.after)}`,
    ).match(/[a-z]{2,}|\p{Script=Han}/gu),
  )

function countsSame(ours: string, slot: Slot, theirs: string, other: Slot): boolean {
  const [own, second] = [around(ours, slot), around(theirs, other)]
  return own.intersection(second).size >= Math.max(2, Math.min(own.size, second.size) / 3)
}

/** "age <6" against "age <3": another age for the same group is another rule. */
function compareAges(ours: readonly Slot[], theirs: readonly Slot[]): Compared[] {
  const ages = (slots: readonly Slot[]) => ofKind(slots, 'eligibility').map(({ value }) => value)
  const groups = (values: readonly string[]) => new Set(values.filter((value) => !value.startsWith('age ')))
  const [own, other] = [ages(ours), ages(theirs)]
  const [age, otherAge] = [own, other].map((values) => values.find((value) => value.startsWith('age ')))
  if (age !== undefined && otherAge !== undefined)
    return [{ kind: 'eligibility', ours: age, theirs: otherAge, agrees: age === otherAge }]
  const [common] = groups(own).intersection(groups(other))
  return common === undefined ? [] : [{ kind: 'eligibility', ours: common, theirs: common, agrees: true }]
}

const denied = (isDenied: boolean): string => (isDenied ? 'denied' : 'said')

function comparePolarity(ours: Said, theirs: Said): Compared[] {
  const values = ({ slots }: Said) => [...new Set(ofKind(slots, 'polarity').map(({ value }) => value))]
  const [own, other] = [values(ours), values(theirs)]
  const line = (one: string, two: string): Compared => ({
    kind: 'polarity',
    ours: one,
    theirs: two,
    agrees: one === two,
  })
  const axes = own.flatMap((value) => {
    if (!value.includes(':')) return []
    if (other.includes(value)) return [line(value, value)]
    const against = other.find((two) => isOpposite(value, two) && !own.includes(two))
    return against === undefined ? [] : [line(value, against)]
  })
  const [isOurs, isTheirs] = [own.includes('denied'), other.includes('denied')]
  if (isOurs !== isTheirs) axes.unshift(line(denied(isOurs), denied(isTheirs)))
  if (axes.length === 0) {
    if (negates(ours, theirs, other)) return [line('not', 'said')]
    if (negates(theirs, ours, own)) return [line('said', 'not')]
  }
  return axes
}

/** Whether `one` says "not" of something that `two` says plainly: the words that are denied stand there. */
function negates(one: Said, two: Said, values: readonly string[]): boolean {
  if (values.includes('not')) return false
  const said = ` ${contentWords(two.text).join(' ')} `
  return ofKind(one.slots, 'polarity').some(({ value, end }) => {
    const next = contentWords(one.text.slice(end, end + deniedChars)).slice(0, 2)
    return value === 'not' && next.length > 0 && said.includes(` ${next.join(' ')} `)
  })
}
const deniedChars = 24
