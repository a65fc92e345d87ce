// Rules: concepts that stand together say what happened, and to whom.
import { type FoldedDoc, lettersPerWord } from './document.ts'
import type { CompiledLexicon, CompiledRule } from './lexicon.ts'
import type { Found, Hit } from './phrases.ts'

/** What a rule asks of a text; what follows from it is its owner's business. */
export type Condition = Pick<CompiledRule, 'slots' | 'unless' | 'near' | 'inOrder'>

/** A rule that fired: the words it fired on, one span a concept. */
export type Firing<R extends Condition = CompiledRule> = { readonly rule: R; readonly spans: readonly Hit[] }

/** The same thing said often adds little; more than these are not looked for. */
const mostFirings = 3
const mostAnchors = 24

/** Every rule that fires, each at most three times, in the order of the rules. */
export function fireRules<R extends Condition>(
  { language }: FoldedDoc,
  found: Found,
  { rules, rulesOf }: { readonly rules: readonly R[]; readonly rulesOf: CompiledLexicon['rulesOf'] },
): Firing<R>[] {
  const isPossible = new Uint8Array(rules.length)
  for (const concept of found.keys()) for (const rule of rulesOf.get(concept) ?? []) isPossible[rule] = 1
  const stretch = lettersPerWord[language]
  const out: Firing<R>[] = []
  for (let number = isPossible.indexOf(1); number >= 0; number = isPossible.indexOf(1, number + 1)) {
    const rule = rules[number]
    if (rule?.slots.every((concepts) => isAnyFound(concepts, found))) fireRule(rule, found, stretch, out)
  }
  return out
}

/** Most rules miss a concept in most texts: found out before any list is made. */
function isAnyFound(concepts: readonly number[], found: Found): boolean {
  for (const concept of concepts) if (found.has(concept)) return true
  return false
}

function fireRule<R extends Condition>(rule: R, found: Found, stretch: number, out: Firing<R>[]): void {
  const [anchors = [], ...slots] = rule.slots.map((concepts) => hitsOf(concepts, found))
  const near = rule.near * stretch
  const before = out.length
  for (const anchor of anchors.slice(0, mostAnchors)) {
    const spans = gather(anchor, slots, near, rule.inOrder)
    if (!spans || isExcused(rule, anchor, near, found)) continue
    if (out.slice(before).some((firing) => firing.spans.some((span) => overlaps(span, anchor)))) continue
    out.push({ rule, spans })
    if (out.length - before === mostFirings) break
  }
}

/** Whether a concept that takes the rule's meaning away stands near. */
function isExcused({ unless }: Condition, anchor: Hit, near: number, found: Found): boolean {
  return unless.some((concept) => found.get(concept)?.some((hit) => distance(hit, anchor) <= 2 * near))
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

/** By the last concept of each: the first is mostly a holder of rights, who stands in many texts. */
export function indexRules(rules: readonly Pick<CompiledRule, 'slots'>[]): Map<number, number[]> {
  const rulesOf = new Map<number, number[]>()
  for (const [number, { slots }] of rules.entries())
    for (const concept of new Set(slots.at(-1))) rulesOf.set(concept, [...(rulesOf.get(concept) ?? []), number])
  return rulesOf
}
