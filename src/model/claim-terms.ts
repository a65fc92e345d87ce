// What an office can read and edit of the terms by which claims are compared: config/claim-terms.yaml.
import { z } from 'zod'

const term = z.strictObject({
  vi: z.array(z.string().min(1)).default([]),
  en: z.array(z.string().min(1)).default([]),
  zh: z.array(z.string().min(1)).default([]),
})
const named = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'has to be lower-case words with hyphens'), term)

export const claimTermsSchema = z.strictObject({
  who: named.describe('Groups of people that a benefit or a duty concerns'),
  institutions: named.describe('Bodies, by their name without a place'),
  subjects: named.describe('What a claim is about'),
})
export type ClaimTerms = z.output<typeof claimTermsSchema>
