// langnghe claims list, langnghe claims show ID: what waits, and one claim with everything that it was met in.
import { UserError } from '../../errors.ts'
import { appendAudit } from '../../store/audit.ts'
import { maySeeVerdict } from '../../store/claim-desk.ts'
import {
  type ClaimLine,
  type ClaimView,
  listClaims,
  type PrivateText,
  viewClaim,
  viewPrivateTexts,
} from '../../store/claim-list.ts'
import { atDesk, print, readNumber } from '../claim-desk.ts'
import { type SayClaim, speakClaims } from '../claim-words.ts'
import type { CommandContext, Define } from '../command.ts'

export const showClaims: Define = (group, context) => {
  const say = speakClaims(context.language)
  group
    .command('list')
    .description(say('list'))
    .requiredOption('--as <account>', say('as'))
    .option('--all', say('all'))
    .option('--json', say('json'))
    .action((given: { as: string; all?: boolean; json?: boolean }) => list(given, context))
  group
    .command('show')
    .description(say('show'))
    .argument('<id>')
    .requiredOption('--as <account>', say('as'))
    .option('--json', say('json'))
    .action((id: string, given: { as: string; json?: boolean }) => show(id, given, context))
}

async function list(
  { as, all, json }: { as: string; all?: boolean; json?: boolean },
  { environment, language }: CommandContext,
): Promise<void> {
  const say = speakClaims(language)
  await atDesk(environment, as, say, async ({ db, now, actor }) => {
    const claims = await listClaims(db, now, all)
    const details = { claims: claims.length }
    await appendAudit(db, { actor: actor.account, action: 'claims_listed', subject: 'claims', details }, now)
    if (json) print(JSON.stringify(claims))
    else if (claims.length === 0) print(say('noneWaiting'))
    else for (const claim of claims) print(writeLine(claim, say))
  })
}

const round = (part: number): string => part.toFixed(2)

function writeLine(
  { id, state, category, firstSeen, wording, mentions, holder, priority }: ClaimLine,
  say: SayClaim,
): string {
  const { checkability, match, spread, harm, total } = priority
  const factors = [checkability, match, spread, harm].map(round).join(' × ')
  const held = holder === null ? '' : ` [${holder}]`
  return `${id}  ${state}${held}  ${category}  ${firstSeen}  ${mentions} ${say('met')}  ${say('priority')} ${round(total)} (${factors}: ${say('factors')})\n   ${wording ?? say('noWording')}`
}

async function show(
  id: string,
  { as, json }: { as: string; json?: boolean },
  { environment, language }: CommandContext,
): Promise<void> {
  const say = speakClaims(language)
  await atDesk(environment, as, say, async ({ db, now, actor }) => {
    const view = await viewClaim(db, readNumber(id, say), actor.account, now)
    if (!view) throw new UserError(`claims ${id}`, say('unknownClaim'), say('unknownClaimTodo'))
    const isOpen = await maySeeVerdict(db, view.claim.id, actor, now)
    const texts = await viewPrivateTexts(db, view.claim.id, actor, now)
    if (json) print(JSON.stringify({ ...(isOpen ? view : hideVerdict(view)), privateTexts: texts }))
    else for (const line of writeView(view, { isOpen, texts, say })) print(line)
  })
}

const hideVerdict = ({ claim, mentions, spread }: ClaimView) => ({ claim, mentions, spread })

type Shown = { readonly isOpen: boolean; readonly texts: readonly PrivateText[] | null; readonly say: SayClaim }

function writeView({ claim, history, mentions, spread, sources }: ClaimView, { isOpen, texts, say }: Shown): string[] {
  const lines = [writeLine(claim, say), `${say('spread')}:`]
  for (const { day, kind, count } of spread) lines.push(`  ${day}  ${kind}  ${count}`)
  lines.push(`${say('mentions')}:`)
  for (const { itemId, sourceName, day, title, url, sentence, reason } of mentions)
    lines.push(`  ${itemId}  ${sourceName}, ${day}: ${title} <${url}>`, `     “${sentence}”`, `     ${reason}`)
  if (!isOpen) return [...lines, say('blindFirst')]
  lines.push(`${say('sources')}:`)
  for (const { id, publisher, published, text, supersededBy } of sources)
    lines.push(
      `  ${id}  ${publisher}, ${published ?? ''}${supersededBy ? ` (${say('superseded')})` : ''}: ${text.slice(0, 300)}`,
    )
  lines.push(`${say('steps')}:`)
  for (const { sequence, at, actor, action, input } of history.steps)
    lines.push(`  ${sequence}  ${at}  ${actor.account}  ${action}  ${JSON.stringify(input)}`)
  if (texts === null) return lines
  return [...lines, `${say('privateTexts')}:`, ...texts.map(({ day, text }) => `  ${day}  ${text}`)]
}
