// Redaction: everything that identifies a private person is taken out of a text before anything else sees it.
import type { Redacted } from '../model/brands.ts'
import { findAddresses } from './redact/addresses.ts'
import { findEmails, findHandles } from './redact/contacts.ts'
import { findIbans, findPapers, findPlates, findSpelledPhones } from './redact/identifiers.ts'
import { findLinks } from './redact/links.ts'
import { findNames } from './redact/names.ts'
import { findNumbers } from './redact/numbers.ts'
import { joinSpans, kinds, placeholders, type RedactionKind, type Span, wall } from './redact/span.ts'
import { findUnspacedNames } from './redact/unspaced-names.ts'
import { type View, viewText } from './redact/view.ts'
import { unmask } from './unmask.ts'

export { kinds, type RedactionKind }

export type Redaction = {
  readonly text: Redacted
  /** How much was taken out, by kind; kinds without a find are left out. */
  readonly removed: readonly { readonly kind: RedactionKind; readonly count: number }[]
}

/**
 * Replaces what identifies private persons by placeholders such as `[phone]`; see safeguards 1 and 2.
 * Reads the unmasked form, so that disguised spellings are found; every other character stays as it was.
 * A second run changes nothing. Never throws.
 */
export function redact(text: string): Redaction {
  const counts = new Map<RedactionKind, number>()
  let current = text
  // A find can uncover another one, so it is asked again until nothing is found; people's texts need two rounds.
  for (let round = 0; round < maxRounds; round++) {
    const spans = findPersonal(current)
    if (spans.length === 0) break
    for (const { kind } of spans) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    current = replaceSpans(current, spans)
  }
  const removed = kinds.flatMap((kind) => {
    const count = counts.get(kind)
    return count === undefined ? [] : [{ kind, count }]
  })
  return { text: current as Redacted, removed }
}

/** Far above what any text needs; a bound for texts made to be slow. */
const maxRounds = 40

/** One round of finds, as offsets of `text`, in order and without overlap. */
export function findPersonal(text: string): Span[] {
  const seen = unmask(text)
  const view = viewText(seen.text)
  const spans = joinSpans(findAll(view))
  return spans.map(({ start, end, kind }) => ({ start: seen.at[start] ?? 0, end: endOf(seen.at, end), kind }))
}

/** The offset behind unit `end - 1`; several seen units can come from one that was written. */
function endOf(at: Int32Array, end: number): number {
  const last = at[end - 1] ?? 0
  let index = end
  while (index < at.length - 1 && (at[index] ?? 0) <= last) index++
  return at[index] ?? last
}

function findAll(view: View): Span[] {
  const links = findLinks(view)
  const contacts = [...links.profiles, ...findEmails(view), ...findHandles(view)]
  const isTaken = (offset: number) => links.pages.some((page) => offset >= page.start && offset < page.end)
  const numbers = [
    ...findNumbers(view, isTaken),
    ...findPlates(view),
    ...findPapers(view),
    ...findIbans(view),
    ...findSpelledPhones(view),
  ]
  const taken = [...contacts, ...numbers.filter((span) => !isTaken(span.start))]
  // Names and addresses are read with the rest walled off: the digits of a number are no house, "@Lan" no name.
  const rest = coverSpans(view, [...taken, ...links.pages])
  const addresses = findAddresses(rest).filter((span) => !isTaken(span.start))
  const names = [...findNames(coverSpans(rest, addresses)), ...findUnspacedNames(rest)]
  return [...taken, ...addresses, ...names].filter((span) => span.end > span.start)
}

function coverSpans(view: View, spans: readonly { readonly start: number; readonly end: number }[]): View {
  return { text: cover(view.text, spans), folded: cover(view.folded, spans) }
}

function cover(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let out = ''
  let from = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue
    const begin = Math.max(start, from)
    out += text.slice(from, begin) + wall.repeat(end - begin)
    from = end
  }
  return out + text.slice(from)
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let out = ''
  let from = 0
  for (const { start, end, kind } of spans) {
    out += text.slice(from, start) + placeholders[kind]
    from = end
  }
  return out + text.slice(from)
}
