// Why these tags and not the next ones: the labelled example most like a text, and what a convention would still need.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import type { KnownLanguage, Language } from '../../src/model/language.ts'
import { askJudges, readText, weighOpinions } from './combine.ts'
import type { Findings } from './evidence.ts'
import { bucketBits, readFeatures } from './features.ts'
import type { CompiledLexicon, Models } from './lexicon.ts'

/** A labelled example as far as it is shown. */
export type Example = {
  readonly id: string
  readonly lang: KnownLanguage
  readonly text: string
  readonly labels: readonly ConventionId[]
}

export type Explanation = {
  /** The example with the most in common; `likeness` is the cosine, 0 to 1. */
  readonly nearest: (Omit<Example, 'lang'> & { readonly likeness: number }) | null
  /** The conventions that came next, the likeliest first. */
  readonly notChosen: readonly NotChosen[]
}

export type NotChosen = {
  readonly convention: ConventionId
  readonly score: number
  readonly threshold: number
  /** Rules that all but fired, with the concepts of which one would have completed them. */
  readonly missing: readonly { readonly rule: string; readonly concepts: readonly string[] }[]
}

type Input = { readonly title: string; readonly text: string }

type Indexed = { readonly example: Example; readonly buckets: Int32Array; readonly values: Float32Array }

const mostNotChosen = 2
const mostMissing = 2

/** Reads all examples once and gives what explains a text; null for texts that are "not classified". */
export function createExplainer(
  examples: readonly Example[],
  models: Models,
): (input: Input, language: Language) => Explanation | null {
  const index = examples.flatMap((example) => indexExample(example, models))
  return (input, language) => {
    const findings = readText(input, language, models)
    if (findings === null) return null
    return { nearest: findNearest(findings, index, models), notChosen: explainNext(findings, models) }
  }
}

/** The conventions that came next in a text; none where it is "not classified". */
export function findNotChosen(input: Input, language: Language, models: Models): readonly NotChosen[] {
  const findings = readText(input, language, models)
  return findings === null ? [] : explainNext(findings, models)
}

function explainNext(findings: Findings, models: Models): NotChosen[] {
  const chances = weighOpinions(askJudges(findings, models), findings.doc, models)
  const next = conventionIds
    .filter((id) => chances[id].score < chances[id].threshold)
    .sort((a, b) => chances[b].score - chances[a].score)
    .slice(0, mostNotChosen)
  return next.map((convention) => ({
    convention,
    score: Math.round(1000 * chances[convention].score) / 1000,
    threshold: Math.round(1000 * chances[convention].threshold) / 1000,
    missing: findMissing(convention, findings, models.lexicon),
  }))
}

function indexExample(example: Example, models: Models): Indexed[] {
  const findings = readText({ title: '', text: example.text }, example.lang, models)
  if (findings === null) return []
  const { size, buckets, values } = readFeatures(findings, models.lexicon)
  return [{ example, buckets: buckets.slice(0, size), values: values.slice(0, size) }]
}

function findNearest(findings: Findings, index: readonly Indexed[], { lexicon }: Models): Explanation['nearest'] {
  const { size, buckets, values } = readFeatures(findings, lexicon)
  const own = new Float32Array(2 ** bucketBits)
  for (let i = 0; i < size; i++) own[buckets[i] ?? 0] = values[i] ?? 0
  let best: Explanation['nearest'] = null
  for (const { example, ...features } of index) {
    let likeness = 0
    for (let i = 0; i < features.buckets.length; i++)
      likeness += (own[features.buckets[i] ?? 0] ?? 0) * (features.values[i] ?? 0)
    if (best !== null && likeness <= best.likeness) continue
    best = { id: example.id, text: example.text, labels: example.labels, likeness }
  }
  return best && { ...best, likeness: Math.min(1, Math.round(best.likeness * 1000) / 1000) }
}

/** The weightiest rules of a convention for which one concept was missing. */
function findMissing(convention: ConventionId, { found }: Findings, lexicon: CompiledLexicon): NotChosen['missing'] {
  const names = (slot: readonly number[]) => slot.map((concept) => lexicon.concepts[concept] ?? '')
  return lexicon.rules
    .filter((rule) => rule.convention === convention && rule.slots.length > 1)
    .map((rule) => ({ rule, lacking: rule.slots.filter((slot) => !slot.some((concept) => found.has(concept))) }))
    .filter(({ lacking }) => lacking.length === 1)
    .sort((a, b) => b.rule.weight - a.rule.weight)
    .slice(0, mostMissing)
    .map(({ rule, lacking }) => ({ rule: rule.id, concepts: lacking.flatMap(names) }))
}
