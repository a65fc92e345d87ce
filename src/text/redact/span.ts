// Spans of text that identify a person: their kinds, what is written in their place, and how finds are joined.

export const kinds = [
  'handle',
  'profile_link',
  'email',
  'phone',
  'identity_number',
  'account_number',
  'plate',
  'address',
  'person',
] as const
export type RedactionKind = (typeof kinds)[number]

/** Offsets in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number; readonly kind: RedactionKind }

export const placeholders: Readonly<Record<RedactionKind, string>> = {
  handle: '[handle]',
  profile_link: '[link]',
  email: '[email]',
  phone: '[phone]',
  identity_number: '[id]',
  account_number: '[account]',
  plate: '[plate]',
  address: '[address]',
  person: '[person]',
}

const placeholder = /\[(?:handle|link|email|phone|id|account|plate|address|person)\]/g

/** Private-use character: no letter, digit, space or sign, so that no finder reads across a placeholder. */
export const wall = '\ue000'

/** The text with earlier placeholders walled in; offsets stay. */
export function wallPlaceholders(text: string): string {
  return text.replace(placeholder, (found) => wall.repeat(found.length))
}

/** Spans in order without overlap; where two overlap they become one, of the kind of the longer. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const joined: Span[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    if (!last || span.start >= last.end) joined.push(span)
    else {
      const kind = span.end - span.start > last.end - last.start ? span.kind : last.kind
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind }
    }
  }
  return joined
}
