// Instruments: what plans name beside the seven conventions. Tags of a second kind, never an eighth convention.
import { z } from 'zod'
import { ruleSchema, termsByLanguage } from './taxonomy.ts'

export const instrumentKinds = ['ilo', 'trade', 'migration'] as const
export type InstrumentKind = (typeof instrumentKinds)[number]

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')

/** config/instruments.yaml; with `known`, rules may name only concepts that have terms. */
export function instrumentFileSchema(known?: readonly string[]) {
  return z.strictObject({
    concepts: z.record(id, termsByLanguage).describe('One idea, and how each language says it'),
    instruments: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(instrumentKinds).describe('ILO convention, trade agreement, or migrant workers'),
          vi: z.string().min(2),
          en: z.string().min(2),
          shortVi: z.string().min(2).describe('For chips and lists'),
          shortEn: z.string().min(2),
          rules: z.array(ruleSchema(known)).min(1),
        }),
      )
      .min(1),
  })
}
export type InstrumentFile = z.output<ReturnType<typeof instrumentFileSchema>>

/** What everybody calls an instrument. */
export type InstrumentName = Omit<InstrumentFile['instruments'][number], 'rules'>
