// Rules: concepts that stand together say what happened, and to whom.
import type { CompiledRule } from './lexicon.ts'
import type { Found, Hit } from './phrases.ts'

/** A rule that fired: the words it fired on, one span a concept. */
export type Firing = { readonly rule: CompiledRule; readonly spans: readonly Hit[] }

/** The same thing said often adds little; more than these are not looked for. */
const mostFirings = 3
const mostAnchors = 24

/** Every rule that fires, each at most three times, in reading order. `stretch` is how many words count as one. */
export function fireRules(rules: readonly CompiledRule[], found: Found, stretch: number): Firing[] {
  return rules.flatMap((rule) => fireRule(rule, found, stretch))
}

function fireRule(rule: CompiledRule, found: Found, stretch: number): Firing[] {
  // Most rules miss a concept in most texts: find that out before any list is made.
  for (const concepts of rule.slots) if (!concepts.some((concept) => found.has(concept))) return []
  const slots = rule.slots.map((concepts) => hitsOf(concepts, found))
  const unless = hitsOf(rule.unless, found)
  const near = rule.near * stretch
  const out: Firing[] = []
  for (const anchor of (slots[0] ?? []).slice(0, mostAnchors)) {
    const spans = gather(anchor, slots.slice(1), near, rule.inOrder)
    if (!spans || unless.some((hit) => distance(hit, anchor) <= 2 * near)) continue
    if (out.some((firing) => firing.spans.some((span) => overlaps(span, anchor)))) continue
    out.push({ rule, spans })
    if (out.length === mostFirings) break
  }
  return out
}

function hitsOf(concepts: readonly number[], found: Found): readonly Hit[] {
  const [only] = concepts
  if (concepts.length === 1 && only !== undefined) return found.get(only) ?? []
  return concepts.flatMap((concept) => found.get(concept) ?? []).sort((a, b) => a.from - b.from)
}

/** The nearest hit of each further slot that shares no word with the others; null where one is missing. */
function gather(anchor: Hit, slots: readonly (readonly Hit[])[], near: number, inOrder: boolean): Hit[] | null {
  const spans = [anchor]
  for (const hits of slots) {
    const from = inOrder ? (spans.at(-1) ?? anchor) : anchor
    let best: Hit | null = null
    for (const hit of hits) {
      if (distance(hit, from) > near || (inOrder && hit.from < from.to)) continue
      if (spans.some((span) => overlaps(span, hit))) continue
      if (!best || distance(hit, from) < distance(best, from)) best = hit
    }
    if (!best) return null
    spans.push(best)
  }
  return spans
}

function overlaps(a: Hit, b: Hit): boolean {
  return a.from < b.to && b.from < a.to
}

/** Words between two spans. */
function distance(a: Hit, b: Hit): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}
