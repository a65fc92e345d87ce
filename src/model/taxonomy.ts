// Taxonomy and lexicon: the shape of config/conventions, which an office reads and extends.
import { z } from 'zod'
import { conventionIds } from './convention.ts'
import { languages } from './language.ts'
import { directions } from './tag.ts'

/** Name of a concept: one idea that every language has its own terms for. */
const conceptName = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens')

/** Without a list any name is taken; with one, only names that have terms in some language. */
function conceptOf(known: readonly string[] | undefined) {
  return known ? z.enum(known) : conceptName
}

export function ruleSchema(known?: readonly string[]) {
  const concept = conceptOf(known)
  return z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
    all: z
      .array(z.union([concept, z.array(concept).min(1)]))
      .min(1)
      .describe('Concepts that must all stand near one another; a list in the list means "one of these"'),
    weight: z.number().positive().max(5).default(1).describe('1 reaches the threshold alone, 0.5 needs a second sign'),
    near: z.int().min(0).max(200).default(25).describe('Most words between two of them'),
    inOrder: z.boolean().default(false).describe('In the order of the list, each near the one before'),
    unless: z.array(concept).default([]).describe('Concepts that must not stand near'),
    firm: z.boolean().default(false).describe('Counts fully beside sport, films, shopping and the like'),
  })
}

function articleSchema(known?: readonly string[]) {
  return z.strictObject({
    article: z.string().regex(/^\d{1,2}(\.\d)?$/, 'an article number in quotation marks, such as "28" or "2.1"'),
    vi: z.string().min(2),
    en: z.string().min(2),
    covers: z.string().min(2).describe('What falls under the article (Vietnamese)'),
    excludes: z.string().min(2).describe('What does not, although it sounds so').optional(),
    neighbour: z.string().min(2).describe('Where it belongs then').optional(),
    situations: z.array(z.string().min(5)).min(2).describe('What typically happens (Vietnamese)'),
    rules: z.array(ruleSchema(known)).default([]),
  })
}

/** config/conventions/<id>.yaml: one convention, its articles and the rules that lead to them. */
export function conventionFileSchema(known?: readonly string[]) {
  return z.strictObject({
    convention: z.enum(conventionIds),
    threshold: z.number().min(0.05).max(0.95).default(0.5).describe('Score from which the tag is given'),
    yields: z
      .partialRecord(z.enum(conventionIds), z.number().positive())
      .default({})
      .describe('Conventions for particular holders of rights: what this one loses where they fit better'),
    rules: z.array(ruleSchema(known)).default([]).describe('Rules for the convention as a whole'),
    articles: z.array(articleSchema(known)).min(1),
  })
}
export type ConventionFile = z.output<ReturnType<typeof conventionFileSchema>>
export type Rule = ConventionFile['rules'][number]

export const terms = z.array(z.union([z.string().min(1), z.number().transform(String)])).min(1)

/** config/conventions/lexicon/**: terms of one language; with `used`, only concepts that something refers to. */
export function lexiconFileSchema(used?: readonly string[]) {
  return z.strictObject({
    language: z.enum([...languages, 'any']),
    abbreviations: z.record(z.string(), z.string()).default({}).describe('What people type, and what they mean'),
    concepts: used
      ? z.strictObject(Object.fromEntries(used.map((name) => [name, terms.optional()])))
      : z.record(conceptName, terms),
  })
}
export type LexiconFile = {
  readonly language: (typeof languages)[number] | 'any'
  readonly abbreviations: Readonly<Record<string, string>>
  readonly concepts: Readonly<Record<string, readonly string[] | undefined>>
}

/** Terms by language; `any` holds in each of them. */
export const termsByLanguage = z.partialRecord(z.enum([...languages, 'any']), terms)
export type TermsByLanguage = z.output<typeof termsByLanguage>

/** config/directions.yaml: words that tell what an item does with a right. */
export const directionFileSchema = z.record(z.enum(directions), termsByLanguage)
export type DirectionFile = z.output<typeof directionFileSchema>

/** Those who judge a text by convention, in the order in which their answers are combined. */
export const judgeNames = ['lexicon', 'linear', 'transformer'] as const
export type JudgeName = (typeof judgeNames)[number]

/** Those whose models come with the product. */
export const shippedJudges = ['lexicon', 'linear'] as const satisfies readonly JudgeName[]

/** config/conventions/scoring.yaml: who judges, and how strongly the parts of the lexicon count. */
export const scoringSchema = z.strictObject({
  direct: z.number().positive().describe('Weight of a term of "<convention>-<article>" or "<convention>"'),
  hint: z.number().positive().describe('Weight of a term of "…-hint"'),
  contexts: z.record(conceptName, z.number().positive()).describe('What a subject takes away from every tag'),
  judges: z
    .array(z.enum(judgeNames))
    .min(1)
    .default([...judgeNames])
    .describe('Who is asked; one that is left out, or whose model is missing, takes no part'),
})
export type Scoring = z.output<typeof scoringSchema>

/** What the console shows of the conventions: articles with their names, without the rules. */
export type Taxonomy = readonly Omit<ConventionFile, 'rules'>[]
