// langnghe claims import FILE: fact-checks in the forms of Data Commons and Google, JSON or JSON Lines.
import { readFile } from 'node:fs/promises'
import { UserError } from '../../errors.ts'
import { appendAudit } from '../../store/audit.ts'
import { saveFactChecks } from '../../store/knowledge.ts'
import { type ClaimReview, readClaimReviews } from '../../text/claim-reviews.ts'
import { toFactCheck } from '../../text/fact-check.ts'
import { atDesk, print } from '../claim-desk.ts'
import { speakClaims } from '../claim-words.ts'
import type { Define } from '../command.ts'

export const importChecks: Define = (group, { language, environment }) => {
  const say = speakClaims(language)
  group
    .command('import')
    .description(say('import'))
    .argument('<file>')
    .requiredOption('--as <account>', say('as'))
    .option('--lang <code>', say('language'), 'vi')
    .action(async (file: string, { as, lang }: { as: string; lang: string }) => {
      const reviews = await readReviews(file).catch((error: unknown) => {
        throw new UserError(file, error instanceof Error ? error.message : String(error), say('badFileTodo'))
      })
      if (reviews.length === 0) throw new UserError(file, say('badFile'), say('badFileTodo'))
      await atDesk(environment, as, say, async ({ db, now, actor }) => {
        const defaults = { publisher: '', language: lang, now }
        const drafts = reviews.map((review) => toFactCheck(review, defaults))
        const added = await db.transaction().execute(async (trx) => {
          const ids = await saveFactChecks(trx, drafts, now)
          const details = { kind: 'fact-checks', read: drafts.length, added: ids.length }
          await appendAudit(trx, { actor: actor.account, action: 'knowledge_added', subject: 'import', details }, now)
          return ids
        })
        print(`${drafts.length} ${say('read')}, ${added.length} ${say('imported')}`)
      })
    })
}

async function readReviews(file: string): Promise<ClaimReview[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  const whole = parse(text)
  if (whole !== undefined) return readClaimReviews(whole)
  return text.split('\n').flatMap((line) => readClaimReviews(parse(line)))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
