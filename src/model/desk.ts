// Desk: who reviews claims, as an office writes it in config/desk.yaml, until there are staff accounts.
import { z } from 'zod'
import { reviewRoles } from './review.ts'

const name = z.string().regex(/^[\p{L}\d][\p{L}\d.-]{0,39}$/u, 'letters, digits, dots and hyphens')

export const deskSchema = z
  .strictObject({
    accounts: z
      .array(
        z.strictObject({
          account: name.describe('What stands after --as'),
          person: name.describe('The person behind the account: two accounts of one person share it'),
          role: z.enum(reviewRoles).describe('Reviewers confirm, return and publish; analysts do not'),
          office: name.describe('The own office, or a partner that confirms for it'),
          away: z.boolean().default(false).describe('Absent: a reviewer may hand over what this account holds'),
        }),
      )
      .default([]),
  })
  .superRefine(({ accounts }, ctx) => {
    const seen = new Set<string>()
    for (const { account } of accounts) {
      if (seen.has(account)) ctx.addIssue({ code: 'custom', path: ['accounts'], message: `names ${account} twice` })
      seen.add(account)
    }
  })
export type Desk = z.output<typeof deskSchema>
