// Slots: what a statement says that can be held against another one, each in one spelling whatever language it was said in.
import type { Slot } from '../../src/model/claim.ts'
import { foldMapped } from '../../src/text/normalize.ts'
import type { Gazetteer } from '../places/gazetteer.ts'
import { findDates } from './slots/dates.ts'
import { findDocuments } from './slots/documents.ts'
import { findEligibility, findInstitutions, findPlaceSlots } from './slots/names.ts'
import { findPolarity } from './slots/polarity.ts'
import { findQuantities } from './slots/quantities.ts'
import { type CompiledTerms, type FoundTerm, findTerms } from './terms.ts'

/** What slots are read with. */
export type SlotContext = { readonly gazetteer: Gazetteer; readonly terms: CompiledTerms }
type Span = { readonly start: number; readonly end: number }
export type Read = { readonly slots: readonly Slot[]; readonly terms: readonly FoundTerm[] }

/**
 * Slots and terms of `text` in reading order; offsets are those of `text`. `published` (ISO 8601) is what relative dates
 * count from; without one no dates are read. Pure; never throws.
 */
export function readSlots(text: string, published: string, { gazetteer, terms: compiled }: SlotContext): Read {
  const mapped = foldMapped(text)
  const { text: folded, at } = mapped
  const terms = findTerms(text, mapped, compiled)
  const documents = findDocuments(folded)
  const dates = findDates(blank(folded, documents), published)
  const quantities = findQuantities(blank(folded, [...documents, ...dates]))
  const inFolded = [
    ...quantities,
    ...dates,
    ...findInstitutions(terms),
    ...findEligibility(folded, terms),
    ...documents,
    ...findPolarity(text, mapped),
  ]
  const back = <T extends Span>(span: T): T => ({ ...span, start: at[span.start] ?? 0, end: endOf(at, span.end) })
  const places = findPlaceSlots(text, gazetteer, published.slice(0, 10))
  const slots = [...inFolded.map(back), ...places].sort((a, b) => a.start - b.start || a.end - b.end)
  return { slots, terms: terms.map(back) }
}

/** The offset behind unit `end - 1`; several folded units can come from one that was written ("⑴" is "(1)"). */
function endOf(at: Int32Array, end: number): number {
  const last = at[end - 1] ?? 0
  let index = end
  while (index < at.length - 1 && (at[index] ?? 0) <= last) index++
  return at[index] ?? last
}

/** What of a longer text's reading stands between two offsets of it. */
export function cutRead({ slots, terms }: Read, start: number, end: number): Read {
  const cut = <T extends Span>(spans: readonly T[]): T[] =>
    spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ ...span, start: span.start - start, end: span.end - start }))
  return { slots: cut(slots), terms: cut(terms) }
}

/** The text with spans of `taken` as spaces, so that offsets stay. */
function blank(text: string, taken: readonly Span[]): string {
  let out = text
  for (const { start, end } of taken) out = out.slice(0, start) + '\u0001'.repeat(end - start) + out.slice(end)
  return out
}

/** Kinds by which a statement can be checked; how surely or whether at all is no such thing. */
const verifiable: ReadonlySet<Slot['kind']> = new Set([
  'quantity',
  'date',
  'place',
  'institution',
  'document',
  'eligibility',
])
export const hasVerifiable = (slots: readonly Slot[]): boolean => slots.some(({ kind }) => verifiable.has(kind))
