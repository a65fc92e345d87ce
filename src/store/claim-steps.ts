// Steps on a claim: checked by the rules, appended to its record, and audited, in one transaction. Nobody overwrites anybody.
import { createHash } from 'node:crypto'
import type { Actor, ClaimState, ReviewAction, ReviewInput } from '../model/review.ts'
import { readCitations } from '../rules/citations.ts'
import { type Refusal, step } from '../rules/review.ts'
import { type DerivedStanding, deriveStanding, type TakenStep } from '../rules/standing.ts'
import { appendAudit } from './audit.ts'
import { addSpread } from './claims.ts'
import { readCited } from './knowledge.ts'
import type { Database, Trx } from './tables.ts'

/** A claim is its holder's for so long after each step; then anybody may take it. */
export const leaseMs = 2 * 3_600_000

export type StepAsked = {
  readonly claimId: number
  readonly action: ReviewAction
  readonly actor: Actor
  readonly input: ReviewInput
  /** Number of the last step that the person has seen; null for "whatever it is". */
  readonly seen: number | null
  /** Who may hold claims: for a hand-over, and to know whether anybody else could confirm. */
  readonly desk: readonly Actor[]
}

export type StepTaken =
  | { readonly state: ClaimState; readonly sequence: number }
  | { readonly refused: Refusal | 'changed_meanwhile' | 'unknown_claim' | 'unknown_citation' | 'unknown_target' }

export type History = { readonly steps: readonly StoredStep[]; readonly standing: DerivedStanding }
export type StoredStep = TakenStep & { readonly sequence: number; readonly at: string }

/** The record of a claim and how it has left it. */
export async function readHistory(db: Database, claimId: number, now: Date): Promise<History> {
  const rows = await db
    .selectFrom('review_event')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('sequence')
    .execute()
  const steps = rows.map(
    ({ sequence, at, account, person, role, office, action, input, state }): StoredStep => ({
      ...{ sequence, at, action: action as ReviewAction, to: state as ClaimState },
      ...{ actor: { account, person, role: role as Actor['role'], office }, input: JSON.parse(input) as ReviewInput },
    }),
  )
  return { steps, standing: deriveStanding(steps, now) }
}

/** Takes a step, or says why not. Two who saw the same claim cannot both take the next one. */
export async function takeStep(db: Database, asked: StepAsked, now: Date): Promise<StepTaken> {
  return db.transaction().execute((trx) => takeStepIn(trx, asked, now))
}

/** As `takeStep`, inside a transaction of the caller's. */
export async function takeStepIn(trx: Trx, asked: StepAsked, now: Date): Promise<StepTaken> {
  const { claimId, action, actor, input, seen, desk } = asked
  const claim = await trx.selectFrom('claim').selectAll().where('id', '=', claimId).executeTakeFirst()
  if (!claim) return { refused: 'unknown_claim' }
  const { steps, standing } = await readHistory(trx, claimId, now)
  const last = steps.at(-1)?.sequence ?? 0
  if (seen !== null && seen !== last) return { refused: 'changed_meanwhile' }

  const ids = input.citations ?? standing.cited
  const cited = await readCited(trx, ids)
  if (cited.length < new Set(ids).size) return { refused: 'unknown_citation' }
  const heir = action === 'hand_over' ? desk.find(({ account }) => account === input.target) : undefined
  if (action === 'hand_over' && input.target !== undefined && !heir) return { refused: 'unknown_target' }
  if (action === 'merge' && !(await mayMergeInto(trx, claimId, input.target))) return { refused: 'unknown_target' }
  const wording = input.wording ?? standing.wording ?? claim.wording
  const result = step(
    {
      ...{ state: standing.state, proposer: standing.proposer, verdict: standing.verdict, wording },
      ...{ holder: holderOf(claim.holder, steps, desk), heldUntil: claim.held_until },
      // What has been replaced supports nothing any more.
      citations: readCitations(
        cited.filter(({ supersededBy }) => supersededBy === null),
        wording ?? '',
      ),
      hasSecond: desk.some(({ role, person }) => role === 'reviewer' && person !== actor.person),
    },
    ...([action, actor, input, now] as const),
  )
  if ('refused' in result) return result

  const sequence = last + 1
  await append(trx, asked, { sequence, state: result.to, now })
  const holder = heir?.account ?? (action === 'take' ? actor.account : claim.holder)
  await writeRow(trx, asked, { state: result.to, holder, heldUntil: claim.held_until, now })
  if (result.to === 'closed') await letGo(trx, claimId, now)
  if (result.to === 'merged') await moveMentions(trx, claimId, Number(input.target))
  return { state: result.to, sequence }
}

type Row = {
  readonly state: ClaimState
  readonly holder: string | null
  readonly heldUntil: string | null
  readonly now: Date
}

/** The claim as lists see it; a step by the holder, or a hand-over, begins the lease anew. */
async function writeRow(
  trx: Trx,
  { claimId, action, actor, input }: StepAsked,
  { state, holder, heldUntil, now }: Row,
): Promise<void> {
  const isHeld = state === 'taken'
  const isRenewed = action === 'hand_over' || holder === actor.account
  const lease = isRenewed ? new Date(now.getTime() + leaseMs).toISOString() : heldUntil
  await trx
    .updateTable('claim')
    .set({
      state,
      holder: isHeld ? holder : null,
      held_until: isHeld ? lease : null,
      ...(action === 'propose' && input.wording ? { wording: input.wording } : {}),
      ...(action === 'merge' ? { merged_into: Number(input.target) } : {}),
    })
    .where('id', '=', claimId)
    .execute()
}

/** Who holds it, as an actor; accounts that have left the desk still stand in the record. */
function holderOf(account: string | null, steps: readonly StoredStep[], desk: readonly Actor[]): Actor | null {
  if (account === null) return null
  const known = desk.find((actor) => actor.account === account)
  return known ?? steps.findLast(({ actor }) => actor.account === account)?.actor ?? null
}

type Appended = { readonly sequence: number; readonly state: ClaimState; readonly now: Date }

async function append(
  trx: Trx,
  { claimId, action, actor, input }: StepAsked,
  { sequence, state, now }: Appended,
): Promise<void> {
  const written = JSON.stringify(input)
  await trx
    .insertInto('review_event')
    .values({ claim_id: claimId, sequence, at: now.toISOString(), ...actor, action, input: written, state })
    .execute()
  // The hash ties the reviewer's words to the chain, without repeating them there.
  const words = createHash('sha256').update(written).digest('hex').slice(0, 16)
  const details = { action, sequence, state, words }
  await appendAudit(trx, { actor: actor.account, action: 'claim_step', subject: String(claimId), details }, now)
}

/** Another claim that is not itself gone; a missing target is the rules' to refuse. */
async function mayMergeInto(trx: Trx, claimId: number, target: string | undefined): Promise<boolean> {
  if (target === undefined) return true
  const other = await trx
    .selectFrom('claim')
    .select('id')
    .where('id', '=', Number(target) || 0)
    .where('id', '!=', claimId)
    .where('state', 'not in', ['merged', 'closed'])
    .executeTakeFirst()
  return other !== undefined
}

/** Speech leaves no claim: what was linked is let go, and is not flagged again. */
async function letGo(trx: Trx, claimId: number, now: Date): Promise<void> {
  const carrying = trx.selectFrom('mention').select('item_id').where('claim_id', '=', claimId)
  await trx.updateTable('item').set({ speech_at: now.toISOString() }).where('id', 'in', carrying).execute()
  for (const table of ['mention', 'private_mention', 'claim_spread'] as const)
    await trx.deleteFrom(table).where('claim_id', '=', claimId).execute()
}

async function moveMentions(trx: Trx, from: number, to: number): Promise<void> {
  const both = trx.selectFrom('mention').select('item_id').where('claim_id', '=', to)
  await trx.deleteFrom('mention').where('claim_id', '=', from).where('item_id', 'in', both).execute()
  await trx.updateTable('mention').set({ claim_id: to }).where('claim_id', '=', from).execute()
  await trx.updateTable('private_mention').set({ claim_id: to }).where('claim_id', '=', from).execute()
  const spread = await trx.deleteFrom('claim_spread').where('claim_id', '=', from).returningAll().execute()
  for (const { day, kind, count } of spread) await addSpread(trx, to, day, kind, count)
}
