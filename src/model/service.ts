// How this installation runs: config/service.yaml, and the few settings that belong to the machine, in the environment.
import { z } from 'zod'
import { transformerSchema } from './transformer.ts'

/** Five fields: minute, hour, day of month, month, day of week, in Viet Nam time. */
const cron = z.string().regex(/^\S+( \S+){4}$/, 'five cron fields, for example "0 6 * * 1"')

export const serviceSchema = z.strictObject({
  contact: z
    .string()
    .min(5)
    .describe('Address or e-mail that site owners can write to; part of the user agent of every request'),
  retention: z
    .strictObject({
      items: z.int().min(30).default(1095).describe('Days that items are kept'),
      ledger: z.int().min(7).default(90).describe('Days that requests, rounds and outcomes are kept'),
      privatePosts: z
        .int()
        .min(1)
        .max(90)
        .default(90)
        .describe('Days that the redacted text of private posts behind a claim is kept'),
    })
    .prefault({}),
  schedule: z
    .strictObject({
      crawl: cron.default('* * * * *').describe('How often due sources are looked for'),
      purge: cron.default('15 3 * * *').describe('When old rows are deleted'),
      weeklyReport: cron.default('0 6 * * 1').describe('When last week’s report is drafted'),
    })
    .prefault({}),
  websub: z
    .strictObject({
      callback: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe('Public address under which hubs of feeds reach this service; without it nothing is subscribed'),
    })
    .prefault({}),
  transformer: transformerSchema.nullable().default(null).describe('A third judge of conventions; null for none'),
})
export type Service = z.output<typeof serviceSchema>

export const environmentSchema = z.object({
  LANGNGHE_CONFIG: z.string().default('config').describe('Folder of the configuration'),
  LANGNGHE_DATA: z.string().default('data').describe('Folder of the database; this is what a backup holds'),
  LANGNGHE_KEYS: z.string().default('.keys').describe('Folder of the keys; never part of a backup'),
  LANGNGHE_OUT: z.string().default('out').describe('Folder that reports are written to'),
  LANGNGHE_CONTACT: z.string().min(5).optional().describe('Takes the place of `contact` in service.yaml'),
  LANGNGHE_PROXY: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The office’s proxy, where there is no other way to the internet; may hold its password'),
  LANGNGHE_FACEBOOK_TOKEN: z.string().regex(/^\S+$/).optional().describe('The office’s own token for Facebook Pages'),
  LANGNGHE_YOUTUBE_KEY: z.string().regex(/^\S+$/).optional().describe('The office’s own key for the YouTube Data API'),
  LANGNGHE_CHROMIUM: z.string().min(1).optional().describe('Program that opens pages of sources with `render: true`'),
  LANGNGHE_LANG: z.enum(['vi', 'en']).default('vi').describe('Language of commands and reports'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787).describe('Port of the console, on 127.0.0.1'),
})
export type Environment = z.output<typeof environmentSchema>
