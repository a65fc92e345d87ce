// Labelled examples: their form, and which part each belongs to.
import { z } from 'zod'
import { conventionIds } from '../../src/model/convention.ts'
import { languages } from '../../src/model/language.ts'
import { directions } from '../../src/model/tag.ts'
import { hashName } from '../conventions/features.ts'

/** A line of classifiers/training/examples/*.jsonl. */
export const exampleSchema = z.object({
  id: z.string().min(1),
  lang: z.enum(languages),
  kind: z.enum(['headline', 'lead', 'post']),
  text: z.string().min(3),
  /** None: ordinary news, or what only sounds like rights. */
  labels: z.array(z.enum(conventionIds)),
  articles: z.array(z.string().regex(/^[a-z]+:[\d.]+$/, 'convention:article')).default([]),
  direction: z.enum(directions).nullable().default(null),
  /** The rights at stake are told by a situation, not named. */
  indirect: z.boolean().default(false),
})
export type Example = z.output<typeof exampleSchema>

/** One of so many parts is kept back to choose thresholds on: 3 of 20 are 15 %. */
const parts = 20
const devParts = 3
export const foldCount = 5

/** Spread evenly: the low bits of the hash alone would follow the last letter. */
function numberOf(key: string): number {
  const hash = hashName(key)
  return (Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0) % 1_000_003
}

/** By the story's key, so that no story stands in both parts, and an example stays where it is when others are added. */
export function isDev(storyKey: string): boolean {
  return numberOf(storyKey) % parts < devParts
}

/** Which fifth of the training part an example is judged in by a model that has not seen it. */
export function foldOf(storyKey: string): number {
  return Math.floor(numberOf(storyKey) / parts) % foldCount
}

/** Checks the lines of one file; throws with file and line for whatever is wrong. */
export function parseExamples(name: string, text: string): Example[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const parsed = exampleSchema.safeParse(JSON.parse(line))
    if (!parsed.success) throw new Error(`${name}:${i + 1}: ${z.prettifyError(parsed.error)}`)
    return [parsed.data]
  })
}
