// Office words: terms, rules, exclusions and labelled examples of an office, beside those that come with the product.
import { z } from 'zod'
import { conventionIds } from './convention.ts'
import { languages } from './language.ts'
import { directions } from './tag.ts'
import { type ConventionFile, lexiconFileSchema, ruleSchema, terms } from './taxonomy.ts'

const exampleSchema = z.strictObject({
  text: z.string().min(10).describe('A headline, or the first sentences; without names of private people'),
  labels: z.array(z.enum(conventionIds)).describe('Empty: it only sounds like rights'),
  articles: z.array(z.string().regex(/^[a-z]+:[\d.]+$/, 'convention:article, such as crc:28')).default([]),
  direction: z.enum(directions).nullable().default(null),
})

/** Articles of each convention, as the treaty numbers them. */
export type ArticlesOf = Readonly<Record<string, readonly string[]>>

/** What an office's file may name: concepts that something refers to, concepts that have terms, articles that are there. */
type Known = { readonly used: readonly string[]; readonly withTerms: readonly string[]; readonly articles: ArticlesOf }

/** config/conventions/office/*.yaml; without `known`, names are only held against their form. */
export function officeWordsSchema(known?: Known) {
  const schema = z.strictObject({
    language: z.enum(languages),
    concepts: lexiconFileSchema(known?.used).shape.concepts.default({}),
    exclusions: terms.optional().describe('Phrases inside which nothing shorter is counted'),
    rules: z
      .array(
        ruleSchema(known?.withTerms).extend({
          convention: z.enum(conventionIds),
          article: z.string().optional().describe('Left out: the convention as a whole'),
        }),
      )
      .default([]),
    examples: z.array(exampleSchema).default([]).describe('Learnt from at `langnghe models train`'),
  })
  return schema.superRefine(({ rules, examples }, context) => {
    const check = (convention: string, article: string | undefined, path: (string | number)[]) => {
      if (known === undefined || article === undefined || known.articles[convention]?.includes(article)) return
      context.addIssue({
        code: 'custom',
        path,
        message: `names article ${article} of ${convention}, which is not there`,
      })
    }
    for (const [i, { convention, article }] of rules.entries()) check(convention, article, ['rules', i, 'article'])
    for (const [i, { articles }] of examples.entries())
      for (const [j, name] of articles.entries()) {
        const [convention = '', article] = name.split(':')
        check(convention, article, ['examples', i, 'articles', j])
      }
  })
}
export type OfficeWords = z.output<ReturnType<typeof officeWordsSchema>>

/** The conventions with the office's rules under their articles. */
export function addOfficeRules(files: readonly ConventionFile[], words: readonly OfficeWords[]): ConventionFile[] {
  const own = words.flatMap(({ rules }) => rules)
  return files.map((file) => {
    const rules = own.filter(({ convention }) => convention === file.convention)
    const of = (article: string | undefined) =>
      rules.flatMap(({ convention: _, article: at, ...rule }) =>
        at === article ? [{ ...rule, id: `office-${rule.id}` }] : [],
      )
    return {
      ...file,
      rules: [...file.rules, ...of(undefined)],
      articles: file.articles.map((each) => ({ ...each, rules: [...each.rules, ...of(each.article)] })),
    }
  })
}
