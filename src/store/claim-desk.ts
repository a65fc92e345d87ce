// What reviewers do beside the steps: enter what came by phone or on paper, split a claim, judge a sample blind; and what
// happens by itself when evidence that a verdict rests on is replaced.
import type { Actor, Verdict } from '../model/review.ts'
import { type Agreement, isInSample, measureAgreement } from '../rules/agreement.ts'
import { vietnamDay } from '../rules/day.ts'
import { rateCheckability } from '../rules/priority.ts'
import { appendAudit } from './audit.ts'
import { readHistory, type StepTaken, takeStepIn } from './claim-steps.ts'
import { addSpread, openClaim } from './claims.ts'
import type { Database, Trx } from './tables.ts'

export const entryWays = ['phone', 'paper', 'visit'] as const

/** Enters a claim by hand, in the person's own words; returns its number. */
export async function enterClaim(
  db: Database,
  entry: {
    readonly actor: Actor
    readonly wording: string
    readonly language: string
    readonly way: (typeof entryWays)[number]
  },
  now: Date,
): Promise<number> {
  const { actor, wording, language, way } = entry
  const day = vietnamDay(now)
  return db.transaction().execute(async (trx) => {
    const claim = { category: 'entered', language, day, wording, matchId: null } as const
    const id = await openClaim(trx, { ...claim, matchStrength: 1, checkability: rateCheckability(['institution']) })
    await addSpread(trx, id, day, way)
    const details = { action: 'enter', way }
    await appendAudit(trx, { actor: actor.account, action: 'claim_step', subject: String(id), details }, now)
    return id
  })
}

/** Takes items out of a claim into a new one; gives the step, and the new claim's number in its record. */
export async function splitClaim(
  db: Database,
  asked: Omit<Parameters<typeof takeStepIn>[1], 'action' | 'input'> & { readonly items: readonly number[] },
  now: Date,
): Promise<StepTaken & { readonly claimId?: number }> {
  const { items, ...rest } = asked
  return db.transaction().execute(async (trx) => {
    const from = await trx.selectFrom('claim').selectAll().where('id', '=', rest.claimId).executeTakeFirst()
    const moved = await trx
      .selectFrom('mention')
      .innerJoin('item', 'item.id', 'mention.item_id')
      .innerJoin('source', 'source.id', 'item.source_id')
      .select(['mention.item_id', 'mention.day', 'source.ownership'])
      .where('mention.claim_id', '=', rest.claimId)
      .where('mention.item_id', 'in', items.length > 0 ? [...items] : [0])
      .execute()
    if (!from) return { refused: 'unknown_claim' as const }
    if (moved.length === 0 || moved.length < new Set(items).size) return { refused: 'unknown_target' as const }
    const day = moved.map((mention) => mention.day).sort()[0] ?? from.first_seen
    const { checkability, match_strength: matchStrength, language } = from
    // Not held against the same again: that is what was wrong.
    const fresh = {
      category: 'entered',
      language,
      day,
      wording: null,
      matchId: null,
      checkability,
      matchStrength,
    } as const
    const claimId = await openClaim(trx, fresh)
    const taken = await takeStepIn(trx, { ...rest, action: 'split', input: { target: String(claimId) } }, now)
    if ('refused' in taken) {
      await trx.deleteFrom('claim').where('id', '=', claimId).execute()
      return taken
    }
    for (const { item_id, day, ownership } of moved) {
      await trx
        .updateTable('mention')
        .set({ claim_id: claimId })
        .where('item_id', '=', item_id)
        .where('claim_id', '=', rest.claimId)
        .execute()
      await addSpread(trx, claimId, day, ownership)
      await addSpread(trx, rest.claimId, day, ownership, -1)
    }
    return { ...taken, claimId }
  })
}

const service: Actor = { account: 'service', person: 'service', role: 'reviewer', office: 'service' }

/** Verdicts that rest on replaced evidence are open again; returns the claims. Give the transaction that replaces it. */
export async function reopenResting(trx: Trx, replaced: readonly string[], by: string, now: Date): Promise<number[]> {
  if (replaced.length === 0) return []
  const resting = await trx
    .selectFrom('claim')
    .select('id')
    .where('state', 'in', ['proposed', 'confirmed', 'published'])
    .orderBy('id')
    .execute()
  const reopened: number[] = []
  for (const { id } of resting) {
    const { standing } = await readHistory(trx, id, now)
    if (!standing.cited.some((cited) => replaced.includes(cited))) continue
    const action = standing.state === 'proposed' ? 'return' : 'reopen'
    const asked = { claimId: id, action, actor: service, input: { target: by }, seen: null, desk: [] } as const
    if ('state' in (await takeStepIn(trx, asked, now))) reopened.push(id)
  }
  return reopened
}

export type BlindTaken = 'given' | 'not_in_sample' | 'not_proposed' | 'same_person' | 'given_before'

/** A second person's verdict on a proposed claim of the sample, given before seeing the first one's. */
export async function giveBlindVerdict(
  db: Database,
  { claimId, actor, verdict }: { readonly claimId: number; readonly actor: Actor; readonly verdict: Verdict },
  now: Date,
): Promise<BlindTaken> {
  if (!isInSample(claimId)) return 'not_in_sample'
  return db.transaction().execute(async (trx) => {
    const { steps, standing } = await readHistory(trx, claimId, now)
    if (standing.state !== 'proposed') return 'not_proposed'
    if (steps.some((step) => step.actor.person === actor.person)) return 'same_person'
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('blind_verdict')
      .values({ claim_id: claimId, person: actor.person, verdict, at: now.toISOString() })
      .onConflict((conflict) => conflict.columns(['claim_id', 'person']).doNothing())
      .executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return 'given_before'
    const subject = String(claimId)
    await appendAudit(trx, { actor: actor.account, action: 'blind_verdict_given', subject }, now)
    return 'given'
  })
}

/** Whether this person may see the verdict: of the sample's claims a second person sees it after giving one. */
export async function maySeeVerdict(db: Database, claimId: number, actor: Actor, now: Date): Promise<boolean> {
  if (!isInSample(claimId)) return true
  const { steps, standing } = await readHistory(db, claimId, now)
  if (standing.state !== 'proposed' || steps.some((step) => step.actor.person === actor.person)) return true
  const given = await db
    .selectFrom('blind_verdict')
    .select('claim_id')
    .where('claim_id', '=', claimId)
    .where('person', '=', actor.person)
    .executeTakeFirst()
  return given !== undefined
}

/** Flags that turned out to be speech: the product's errors. */
export async function countWrongFlags(db: Database): Promise<number> {
  const closed = await db
    .selectFrom('review_event')
    .select(({ fn }) => fn.count<number>('claim_id').distinct().as('claims'))
    .where('state', '=', 'closed')
    .executeTakeFirstOrThrow()
  return Number(closed.claims)
}

/** How well two people who judged apart agree: the verdict first proposed against the first blind one. */
export async function readAgreement(db: Database, now: Date): Promise<Agreement> {
  const blind = await db.selectFrom('blind_verdict').selectAll().orderBy('claim_id').orderBy('at').execute()
  const pairs: [Verdict, Verdict][] = []
  for (const [i, { claim_id, verdict, at }] of blind.entries()) {
    if (blind[i - 1]?.claim_id === claim_id) continue
    const { steps } = await readHistory(db, claim_id, now)
    const proposed = steps.findLast((step) => step.action === 'propose' && step.at <= at)?.input.verdict
    if (proposed) pairs.push([proposed, verdict as Verdict])
  }
  return measureAgreement(pairs)
}
