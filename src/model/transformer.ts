// The third judge: its setting in config/service.yaml, and how it is doing.
import { z } from 'zod'

/** `owner/name` on the model hub; a folder starts with ".", "/", "~" or a drive. */
const hubId = /^[A-Za-z0-9][\w-]*\/[A-Za-z0-9][\w.-]*$/
const folder = /^([./~]|[A-Za-z]:[\\/])/

export const transformerSchema = z.strictObject({
  model: z
    .string()
    .refine(
      (name) => hubId.test(name) || folder.test(name),
      '"owner/name" on the model hub, or a folder: "./models/e5"',
    )
    .describe(
      'Embedding model: "owner/name" on the model hub, or a folder of this machine that starts with "." or "/"',
    ),
  prefix: z.string().max(100).default('query: ').describe('What the model wants before every text; "" for nothing'),
  secondsPerItem: z.number().min(0.1).max(60).default(5).describe('An item that takes longer is judged without it'),
})
export type TransformerSetting = z.output<typeof transformerSchema>

export const isHubId = (model: string): boolean => hubId.test(model)

export const transformerFailures = [
  'library_missing', // installed with --omit=optional
  'files_missing', // the folder is not there, or has not all files of a model
  'not_downloaded', // the hub cannot be reached, or does not have it
  'broken_model', // the files are there and cannot be loaded
  'wrong_output', // it loads, and what comes out is no embedding
  'ended', // its process ended, again and again
  'too_slow', // no text came back in time, again and again
  'not_fitted', // the head could not be fitted on the examples
  'no_gain', // fitted, and no better than the others alone
] as const
export type TransformerFailure = (typeof transformerFailures)[number]

/** "off": the office has not asked for it. While it is starting, being fitted or failed, the other judges judge alone. */
export type TransformerStatus =
  | { readonly state: 'off' | 'starting' }
  | { readonly state: 'fitting'; readonly share: number }
  | { readonly state: 'on'; readonly model: string; readonly figures: TransformerFigures }
  | { readonly state: 'failed'; readonly reason: TransformerFailure; readonly figures?: TransformerFigures }

/** Micro-F1 on the examples kept back, each judged by weights that were fitted without it; and how many these are. */
export type TransformerFigures = { readonly without: number; readonly with: number; readonly examples: number }
