// Lexicon: from plain data to what the judges read with: terms, rules and what was fitted.
import { type ConventionId, conventions } from '../../src/model/convention.ts'
import type { InstrumentFile, InstrumentName } from '../../src/model/instrument.ts'
import { type KnownLanguage, languages } from '../../src/model/language.ts'
import type {
  ConventionFile,
  DirectionFile,
  JudgeName,
  LexiconFile,
  Rule,
  Scoring,
  Taxonomy,
} from '../../src/model/taxonomy.ts'
import { hashName } from './features.ts'
import type { LinearModel } from './linear.ts'
import { indexRules } from './rules.ts'
import { compileSide, type SideLexicon } from './side-lexicon.ts'
import type { Stacks } from './stack.ts'
import { type CompiledLanguage, compileLanguage } from './terms.ts'
import type { TransformerHead } from './transformer.ts'

/** Checked content of config/conventions: plain data that can be sent to a thread and compiled there. */
export type LexiconData = {
  readonly version: string
  readonly conventions: readonly ConventionFile[]
  readonly lexicons: readonly LexiconFile[]
  readonly scoring: Scoring
  readonly directions: DirectionFile
  readonly instruments: InstrumentFile
  readonly learned: Learned
}

/** What was fitted on examples; null what is not there or not whole, with the problem in words. */
export type Learned = {
  readonly linear: LinearModel | null
  readonly stacks: Stacks | null
  readonly problem: string | null
}

export type CompiledRule = {
  readonly id: string
  readonly convention: ConventionId
  readonly article: string | null
  /** Concept numbers: one of each inner list must be found. */
  readonly slots: readonly (readonly number[])[]
  readonly unless: readonly number[]
  readonly near: number
  readonly inOrder: boolean
  readonly weight: number
  readonly isFirm: boolean
  /** Hashes of its id, its convention and its article. */
  readonly names: readonly number[]
}

export type CompiledLexicon = {
  readonly languages: Readonly<Record<KnownLanguage, CompiledLanguage>>
  readonly rules: readonly CompiledRule[]
  /** Concept number to the numbers of the rules that cannot fire without it, or without one like it. */
  readonly rulesOf: ReadonlyMap<number, readonly number[]>
  readonly concepts: readonly string[]
  /** Hashes of the concepts' names, by number. */
  readonly names: Int32Array
  readonly mask: number
  /** Concept number of a subject that speaks against every tag, to what it takes away. */
  readonly contexts: ReadonlyMap<number, number>
}

export type Models = Learned & {
  readonly lexicon: CompiledLexicon
  readonly taxonomy: Taxonomy
  readonly directions: SideLexicon
  readonly instruments: SideLexicon
  readonly judges: readonly JudgeName[]
  /** What was fitted on this machine for the embeddings of a transformer, where there is one. */
  readonly transformer?: TransformerHead | undefined
  readonly version: string
}

/** Compiles checked data; about 100 ms. Deterministic and without I/O, so that every thread can do it for itself. */
export function compile(data: LexiconData): Models {
  const concepts = [...new Set(data.lexicons.flatMap((file) => Object.keys(file.concepts)))]
  const numbers = new Map(concepts.map((name, number) => [name, number]))
  const compiled = languages.map((language) => {
    const files = data.lexicons.filter((file) => file.language === language || file.language === 'any')
    return [language, compileLanguage(language, files, numbers)] as const
  })
  const rules = compileRules(data, numbers)
  const lexicon: CompiledLexicon = {
    languages: Object.fromEntries(compiled) as Record<KnownLanguage, CompiledLanguage>,
    rules,
    rulesOf: indexRules(rules),
    concepts,
    names: Int32Array.from(concepts, hashName),
    mask: numbers.get('mask') ?? -1,
    contexts: new Map(Object.entries(data.scoring.contexts).map(([name, take]) => [numbers.get(name) ?? -1, take])),
  }
  return {
    ...data.learned,
    lexicon,
    taxonomy: taxonomyOf(data),
    directions: compileSide(data.directions),
    instruments: compileInstruments(data),
    judges: data.scoring.judges,
    version: data.version,
  }
}

/** Articles and their names, without compiling anything. */
export function taxonomyOf(data: LexiconData): Taxonomy {
  return data.conventions.map(({ rules: _, ...convention }) => convention)
}

function compileInstruments({ instruments: { concepts, instruments } }: LexiconData): SideLexicon {
  return compileSide(
    concepts,
    instruments.flatMap(({ id, rules }) => rules.map((rule) => ({ owner: id, rule }))),
  )
}

/** The instruments' names, without the rules. */
export function instrumentNames({ instruments }: Pick<LexiconData, 'instruments'>): InstrumentName[] {
  return instruments.instruments.map(({ rules: _, ...name }) => name)
}

function compileRules(
  { conventions: files, scoring }: LexiconData,
  numbers: ReadonlyMap<string, number>,
): CompiledRule[] {
  const number = (name: string) => numbers.get(name) ?? -1
  const out: CompiledRule[] = []
  const add = (convention: ConventionId, article: string | null, rule: Rule) =>
    out.push({
      id: [convention, article, rule.id].filter(Boolean).join('-'),
      convention,
      article,
      slots: rule.all.map((slot) => (typeof slot === 'string' ? [number(slot)] : slot.map(number))),
      unless: rule.unless.map(number),
      near: rule.near,
      inOrder: rule.inOrder,
      weight: rule.weight,
      isFirm: rule.firm,
      names: [[convention, article, rule.id].join('-'), convention, `${convention}-${article}`].map(hashName),
    })
  for (const { convention, rules, articles } of files) {
    const parts = [{ article: null, rules }, ...articles]
    for (const { article, rules: own } of parts) {
      const name = article === null ? convention : `${convention}-${article}`
      for (const rule of own) add(convention, article, rule)
      if (numbers.has(name)) add(convention, article, namedRule('named', name, scoring.direct, article === null))
      if (numbers.has(`${name}-hint`)) add(convention, article, namedRule('hint', `${name}-hint`, scoring.hint, false))
    }
  }
  return out
}

/** A concept that carries a convention's name is a rule by itself. */
function namedRule(id: string, concept: string, weight: number, firm: boolean): Rule {
  return { id, all: [concept], weight, near: 1, inOrder: false, unless: [], firm }
}

/** Names of concepts that count by their name alone; `<name>-hint` counts less. */
export function namedConcepts(files: readonly ConventionFile[]): string[] {
  const names = files.flatMap(({ convention, articles }) => [
    convention,
    ...articles.map(({ article }) => `${convention}-${article}`),
  ])
  return names.flatMap((name) => [name, `${name}-hint`])
}

/** The conventions in their usual order, whatever order the files were read in. */
export function inOrder(files: readonly ConventionFile[]): ConventionFile[] {
  const order = Object.keys(conventions)
  return [...files].sort((a, b) => order.indexOf(a.convention) - order.indexOf(b.convention))
}
