// Inbox: what another system may deliver of an item. Every other field, an author's name first of all, is dropped.
import { z } from 'zod'

export const inboxRowSchema = z
  .object({
    url: z
      .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
      .max(4000)
      .describe('Where the public can read it'),
    title: z.string('is missing').trim().min(1, 'is empty').max(2000),
    text: z.string().max(500_000).optional().describe('Plain text, a line for each paragraph'),
    html: z.string().max(2_000_000).optional().describe('Instead of `text`'),
    published: z.string().max(100).optional().describe('Best as ISO 8601 with its zone'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'must be an ISO 639 code such as vi')
      .optional(),
  })
  .refine(({ text, html }) => Boolean(text?.trim() || html?.trim()), {
    path: ['text'],
    error: 'is missing, and html too',
  })
export type InboxRow = z.output<typeof inboxRowSchema>

/** POST /api/inbox/:id. What became of a delivery; `ignoredFields` says how many kinds of field were dropped. */
export type InboxReceipt = {
  readonly items: number
  readonly ignoredFields: number
  readonly outcomes: readonly { readonly result: string; readonly reason: string | null; readonly count: number }[]
}
