// langnghe claims add TEXT: what came by phone, or with --evidence a dated statement that stands on paper only.
import { z } from 'zod'
import { readConfig } from '../../config.ts'
import { readDesk } from '../../desk.ts'
import { UserError } from '../../errors.ts'
import { openRuntime } from '../../main.ts'
import type { EvidenceDraft } from '../../model/knowledge.ts'
import { learnStatement } from '../../pipeline/claims.ts'
import { enterClaim, entryWays } from '../../store/claim-desk.ts'
import { redact } from '../../text/redact.ts'
import { atDesk, findMember, print } from '../claim-desk.ts'
import { type SayClaim, speakClaims } from '../claim-words.ts'
import type { CommandContext, Define } from '../command.ts'
import { toActor } from './claims-steps.ts'

const optionsSchema = z.object({
  as: z.string(),
  text: z.string().trim().min(10).max(4000),
  lang: z.string().regex(/^[a-z]{2,3}$/),
  way: z.enum(entryWays),
  evidence: z.boolean().default(false),
  warning: z.boolean().default(false),
  publisher: z.string().trim().min(2).optional(),
  published: z.iso.date().optional(),
  validUntil: z.iso.date().optional(),
})
type Given = z.output<typeof optionsSchema>

export const addByHand: Define = (group, context) => {
  const say = speakClaims(context.language)
  group
    .command('add')
    .description(say('add'))
    .argument('<text>', say('text'))
    .requiredOption('--as <account>', say('as'))
    .option('--lang <code>', say('language'), 'vi')
    .option('--way <way>', say('way'), 'phone')
    .option('--evidence', say('evidence'))
    .option('--warning', say('warning'))
    .option('--publisher <name>', say('publisher'))
    .option('--published <day>', say('published'))
    .option('--valid-until <day>', say('validUntil'))
    .action(async (text: string, options: object) => {
      const given = optionsSchema.safeParse({ ...options, text })
      if (!given.success) throw wrong(String(given.error.issues[0]?.path[0] ?? ''), say)
      await (given.data.evidence ? addEvidence(given.data, context) : addClaim(given.data, context))
    })
}

const wrong = (option: string, say: SayClaim): UserError =>
  new UserError(`--${option}`, say('badInput'), say('badInputTodo'))

async function addClaim({ as, text, lang, way }: Given, { environment, language }: CommandContext): Promise<void> {
  const say = speakClaims(language)
  await atDesk(environment, as, say, async ({ db, now, actor }) => {
    // Who rang, or whom they named, is nobody's business here.
    const entry = { actor: toActor(actor), wording: redact(text).text, language: lang, way }
    print(`${await enterClaim(db, entry, now)} ${say('added')}`)
  })
}

async function addEvidence(given: Given, { environment, language }: CommandContext): Promise<void> {
  const say = speakClaims(language)
  const { publisher, published, validUntil = null, lang, text, warning } = given
  const actor = findMember(await readDesk(environment.LANGNGHE_CONFIG), given.as, say)
  if (publisher === undefined) throw wrong('publisher', say)
  if (published === undefined) throw wrong('published', say)
  const draft: EvidenceDraft = {
    ...{ kind: warning ? 'warning' : 'statement', lang, publisher, published, text: redact(text).text },
    ...{ url: null, validFrom: null, validUntil },
  }
  const runtime = await openRuntime(environment, await readConfig(environment.LANGNGHE_CONFIG))
  try {
    const id = await learnStatement(runtime.deps, draft, actor.account)
    print(id === null ? say('knownBefore') : `${id} ${say('added')}`)
  } finally {
    await runtime.close()
  }
}
