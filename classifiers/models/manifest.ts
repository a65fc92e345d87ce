// What stands beside a trained model: which file, from what, how good.
import { z } from 'zod'

const artefact = z.strictObject({
  id: z.string(),
  file: z.string().regex(/^[\w.-]+$/, 'a file of this folder'),
  sha256: z.string().length(64),
})

/** classifiers/models/manifest.json, written by `npm run train`. */
export const manifestSchema = z.strictObject({
  linear: artefact,
  combine: artefact,
  licence: z.string(),
  /** What it was trained on: a hash of all example files, and how many examples they hold. */
  data: z.strictObject({ sha256: z.string().length(64), examples: z.int(), train: z.int(), dev: z.int() }),
  /** On the part of the examples that was not trained on. */
  figures: z.record(z.string(), z.number()),
})
export type Manifest = z.output<typeof manifestSchema>
