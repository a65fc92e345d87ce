// The first judge: what the lexicon's rules say of a text.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { type FoldedDoc, lettersPerWord } from './document.ts'
import type { Evidence, Findings, Opinion } from './evidence.ts'
import type { CompiledLexicon, CompiledRule, Models } from './lexicon.ts'
import type { Found, Hit } from './phrases.ts'
import type { Firing } from './rules.ts'

/** What the second and third firing of one rule count, beside the first. */
const repeats = [1, 0.3, 0.15]

/**
 * What an item is about stands in its title and lead; deep in a long text a phrase is mostly a mention, and among
 * hundreds of words any two concepts meet by chance. What comes after the lead counts half, and confirms what the lead
 * says: at most by as much again, and never by more than this.
 */
const leadWords = 60
const mostConfirmed = 0.9

export function judgeByLexicon({ doc, found, firings }: Findings, { lexicon, taxonomy }: Models): Opinion {
  const lead = doc.titleWords + leadWords * lettersPerWord[doc.language]
  const evidence = [...weigh(firings, doc, lead), ...speakAgainst(firings, found, doc, lexicon, lead)]
  const sums = Object.fromEntries(conventionIds.map((id) => [id, 0])) as Record<ConventionId, number>
  for (const { convention, weight } of evidence) sums[convention] += weight
  const scores = { ...sums }
  for (const { convention, yields } of taxonomy) scores[convention] -= lossOf(convention, yields, sums)
  const isNamed = ({ rule, spans }: Firing) => rule.isFirm && rule.weight >= 1 && spans.some(({ from }) => from < lead)
  const named = new Set(firings.filter(isNamed).map(({ rule }) => rule.convention))
  return { scores, named, evidenceFor: (convention) => evidence.filter((one) => one.convention === convention) }
}

/** What a general convention loses to the particular ones that speak louder: a pupil's fee is the CRC's before the ICESCR's. */
function lossOf(
  convention: ConventionId,
  yields: Partial<Record<ConventionId, number>>,
  sums: Readonly<Record<ConventionId, number>>,
): number {
  const losses = conventionIds.map((other) =>
    sums[other] >= 1 && sums[other] >= sums[convention] ? (yields[other] ?? 0) : 0,
  )
  return Math.max(...losses)
}

function weigh(firings: readonly Firing[], doc: FoldedDoc, lead: number): Evidence[] {
  const count = new Map<CompiledRule, number>()
  const weighed = firings.map(({ rule, spans }) => {
    const turn = count.get(rule) ?? 0
    count.set(rule, turn + 1)
    const isDeep = spans.every((span) => span.from >= lead)
    return { rule, spans, isDeep, weight: rule.weight * (repeats[turn] ?? 0) * (isDeep ? 0.5 : 1) }
  })
  const deep = new Map<ConventionId, number>()
  const shallow = new Map<ConventionId, number>()
  for (const { rule, isDeep, weight } of weighed) {
    const sums = isDeep ? deep : shallow
    sums.set(rule.convention, (sums.get(rule.convention) ?? 0) + weight)
  }
  const shareOf = (convention: ConventionId) =>
    Math.min(1, Math.min(mostConfirmed, shallow.get(convention) ?? 0) / (deep.get(convention) ?? 1))
  return weighed.map(({ rule, spans, isDeep, weight }) => ({
    convention: rule.convention,
    article: rule.article,
    rule: rule.id,
    weight: isDeep ? weight * shareOf(rule.convention) : weight,
    spans: spans.map((span) => offsetsOf(span, doc)),
  }))
}

/** Sport, shopping and the like speak against a tag, unless a rule that they cannot explain has fired for it. */
function speakAgainst(
  firings: readonly Firing[],
  found: Found,
  doc: FoldedDoc,
  lexicon: CompiledLexicon,
  lead: number,
): Evidence[] {
  const against = [...lexicon.contexts].flatMap(([concept, take]) => {
    const hits = (found.get(concept) ?? []).filter(({ from }) => from < lead)
    const distinct = new Set(hits.map(({ from, to }) => doc.words.slice(from, to).join(' '))).size
    const [first] = hits
    // One word may stand there by chance ("filmed the protest"); from two on they make a subject.
    return first && distinct > 1
      ? [{ rule: lexicon.concepts[concept] ?? '', take: take * Math.min(4, distinct), first }]
      : []
  })
  const loose = new Set(firings.map(({ rule }) => rule.convention))
  for (const { rule } of firings) if (rule.isFirm) loose.delete(rule.convention)
  return [...loose].flatMap((convention) =>
    against.map(({ rule, take, first }) => ({
      convention,
      article: null,
      rule,
      weight: -take,
      spans: [offsetsOf(first, doc)],
    })),
  )
}

function offsetsOf({ from, to }: Hit, { start, end }: FoldedDoc): { start: number; end: number } {
  return { start: start[from] ?? 0, end: end[to - 1] ?? 0 }
}
