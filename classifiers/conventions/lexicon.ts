// Lexicon: from plain data to what finds phrases fast, a language at a time.
import { type ConventionId, conventions } from '../../src/model/convention.ts'
import { type KnownLanguage, languages } from '../../src/model/language.ts'
import type { ConventionFile, JudgeName, LexiconFile, Rule, Scoring, Taxonomy } from '../../src/model/taxonomy.ts'
import { fold } from '../../src/text/normalize.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import { type Spelling, wordsOf } from './document.ts'
import { hashName } from './features.ts'
import type { LinearModel } from './linear.ts'
import type { Stacks } from './stack.ts'
import type { TransformerHead } from './transformer.ts'
import { isSyllable, marksOf } from './vietnamese.ts'

/** Checked content of config/conventions: plain data that can be sent to a thread and compiled there. */
export type LexiconData = {
  readonly version: string
  readonly conventions: readonly ConventionFile[]
  readonly lexicons: readonly LexiconFile[]
  readonly scoring: Scoring
  readonly learned: Learned
}

/** What was fitted on examples; null what is not there or not whole, with the problem in words. */
export type Learned = {
  readonly linear: LinearModel | null
  readonly stacks: Stacks | null
  readonly problem: string | null
}

/** A term as found in a text: the concepts it speaks for, and what the letters found must be. */
export type Term = {
  readonly concepts: readonly number[]
  /** Marks of each word; empty in other languages than Vietnamese. */
  readonly marks: readonly string[]
  readonly needsMarks: boolean
  readonly needsCapitals: boolean
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

export type CompiledLanguage = {
  readonly automaton: Automaton
  readonly terms: readonly Term[]
  readonly spelling: Spelling
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
  return { ...data.learned, lexicon, taxonomy: taxonomyOf(data), judges: data.scoring.judges, version: data.version }
}

/** Articles and their names, without compiling anything. */
export function taxonomyOf(data: LexiconData): Taxonomy {
  return data.conventions.map(({ rules: _, ...convention }) => convention)
}

/** Phrases of one language; `numbers` says which number a concept has. */
export function compileLanguage(
  language: KnownLanguage,
  files: readonly LexiconFile[],
  numbers: ReadonlyMap<string, number>,
): CompiledLanguage {
  const words = new Map<string, number>()
  const patterns: number[][] = []
  const terms: Term[] = []
  const pieces = new Map<string, Piece>()
  for (const [written, concepts] of spreadIncludes(files, numbers)) {
    const bare = written.replaceAll('=', '')
    const pattern: number[] = []
    const marks: string[] = []
    for (const part of bare.split(' ')) {
      const piece = pieces.get(part) ?? readPiece(part, language, words)
      pieces.set(part, piece)
      pattern.push(...piece.numbers)
      marks.push(...piece.marks)
    }
    if (pattern.length === 0) continue
    patterns.push(pattern)
    terms.push({
      concepts: [...concepts],
      marks,
      needsMarks: written.includes('=') || (language === 'vi' && pattern.length === 1 && isSyllable(fold(bare))),
      needsCapitals: /^[A-Z][A-Z0-9]+$/.test(bare),
    })
  }
  const abbreviations = new Map<string, readonly string[]>()
  for (const { abbreviations: typed } of files)
    for (const [short, full] of Object.entries(typed))
      abbreviations.set(/^[A-Z]+$/.test(short) ? short : fold(short), wordsOf(fold(full), language))
  return {
    automaton: buildAutomaton(patterns),
    terms,
    spelling: { language, abbreviations, numbers: words, known: new Map() },
  }
}

/** What stands between two spaces of a term; most of them stand in many terms. */
type Piece = { readonly numbers: readonly number[]; readonly marks: readonly string[] }

function readPiece(part: string, language: KnownLanguage, words: Map<string, number>): Piece {
  const folded = wordsOf(fold(part), language)
  for (const word of folded) if (!words.has(word)) words.set(word, words.size + 1)
  const asWritten = part.normalize('NFC').matchAll(/[\p{L}\p{N}\p{M}]+/gu)
  return {
    numbers: folded.map((word) => words.get(word) ?? 0),
    marks: language === 'vi' ? Array.from(asWritten, ([word]) => marksOf(word)) : [],
  }
}

/** Most terms that one written term with includes may stand for; more is a mistake in the lexicon. */
const mostProducts = 20_000

/**
 * Every term of a language with the concepts it stands for. "<child>" is read as all terms of that concept, "<lack> <food>"
 * as every term of the one followed by every term of the other.
 */
function spreadIncludes(files: readonly LexiconFile[], numbers: ReadonlyMap<string, number>): Map<string, Set<number>> {
  const own = new Map<string, Set<string>>()
  for (const { concepts } of files)
    for (const [name, terms] of Object.entries(concepts))
      own.set(name, new Set([...(own.get(name) ?? []), ...(terms ?? [])]))
  const termsOf = (name: string, seen: readonly string[]): string[] =>
    seen.includes(name) ? [] : [...(own.get(name) ?? [])].flatMap((term) => spread(term, [...seen, name]))
  const spread = (term: string, seen: readonly string[]): string[] =>
    term.split(/(<[^<>]+>)/).reduce<string[]>(
      (heads, part) => {
        const tails = part.startsWith('<') ? termsOf(part.slice(1, -1), seen) : [part]
        return heads.length * tails.length > mostProducts
          ? []
          : heads.flatMap((head) => tails.map((tail) => head + tail))
      },
      [''],
    )
  const out = new Map<string, Set<number>>()
  for (const name of own.keys())
    for (const term of termsOf(name, [])) out.set(term, (out.get(term) ?? new Set()).add(numbers.get(name) ?? -1))
  return out
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

/** By the last concept of each: the first is mostly a holder of rights, who stands in many texts. */
function indexRules(rules: readonly CompiledRule[]): Map<number, number[]> {
  const rulesOf = new Map<number, number[]>()
  for (const [number, { slots }] of rules.entries())
    for (const concept of new Set(slots.at(-1))) rulesOf.set(concept, [...(rulesOf.get(concept) ?? []), number])
  return rulesOf
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
