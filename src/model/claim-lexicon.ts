// What an office can read and edit about claims: words of speech in config/claims, patterns of fraud in config/harms.yaml.
import { z } from 'zod'
import { harmCategories } from './claim.ts'

const name = z.string().regex(/^[a-z][a-z-]*$/, 'has to be lower-case words with hyphens')

/** config/harms.yaml: a pattern is a combination of features; one feature alone never makes one. */
export const harmFileSchema = z.strictObject({
  features: z
    .record(name, z.strictObject({ vi: z.string(), en: z.string() }))
    .describe('What a reviewer reads for each feature; its terms stand in config/claims'),
  patterns: z.array(
    z.strictObject({
      id: name,
      category: z.enum(harmCategories),
      all: z
        .array(z.union([name, z.array(name).min(1)]))
        .min(2)
        .describe('Features that must all be there; of a list inside the list, one'),
      unless: z.array(name).default([]).describe('Features that speak for a genuine notice'),
    }),
  ),
})
export type HarmFile = z.output<typeof harmFileSchema>
export type HarmPattern = HarmFile['patterns'][number]
