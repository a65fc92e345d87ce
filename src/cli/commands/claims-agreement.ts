// langnghe claims blind, langnghe claims agreement: two people judge a sample apart, and how well they agree.
import { UserError } from '../../errors.ts'
import { type Verdict, verdicts } from '../../model/review.ts'
import { appendAudit } from '../../store/audit.ts'
import { countWrongFlags, giveBlindVerdict, readAgreement } from '../../store/claim-desk.ts'
import { atDesk, print, readNumber } from '../claim-desk.ts'
import { speakClaims } from '../claim-words.ts'
import type { Define } from '../command.ts'
import { toActor } from './claims-steps.ts'

export const measureReviewers: Define = (group, { language, environment }) => {
  const say = speakClaims(language)
  group
    .command('blind')
    .description(say('blind'))
    .argument('<id>')
    .requiredOption('--as <account>', say('as'))
    .requiredOption('--verdict <verdict>', say('verdict'))
    .action(async (id: string, { as, verdict: given }: { as: string; verdict: string }) => {
      const verdict: Verdict | undefined = verdicts.find((one) => one === given)
      if (verdict === undefined) throw new UserError('--verdict', say('badInput'), say('verdict'))
      await atDesk(environment, as, say, async ({ db, now, actor }) => {
        const taken = await giveBlindVerdict(db, { claimId: readNumber(id, say), actor: toActor(actor), verdict }, now)
        if (taken !== 'given') throw new UserError(`claims ${id}`, say(taken), say('refusedTodo'))
        print(`${id}: ${say('blindGiven')}`)
      })
    })
  group
    .command('agreement')
    .description(say('agreement'))
    .requiredOption('--as <account>', say('as'))
    .option('--json', say('json'))
    .action(({ as, json }: { as: string; json?: boolean }) =>
      atDesk(environment, as, say, async ({ db, now, actor }) => {
        const agreement = { ...(await readAgreement(db, now)), wrongFlags: await countWrongFlags(db) }
        const { claims, observed, kappa, wrongFlags } = agreement
        const details = { claims }
        await appendAudit(db, { actor: actor.account, action: 'agreement_read', subject: 'claims', details }, now)
        const write = (value: number | null): string => value?.toFixed(2) ?? '–'
        if (json) print(JSON.stringify(agreement))
        else {
          print(`${claims} ${say('agreementLine')}: ${write(observed)}; ${say('kappa')}: ${write(kappa)}`)
          print(`${wrongFlags} ${say('wrongFlags')}`)
        }
      }),
    )
}
