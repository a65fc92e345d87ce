// Claims as a reviewer sees them: the list by priority, and one claim with what it was met in and held against.
import type { Actor } from '../model/review.ts'
import { isInSample } from '../rules/agreement.ts'
import { vietnamDay } from '../rules/day.ts'
import { type ClaimCategory, type Priority, ratePriority } from '../rules/priority.ts'
import { appendAudit } from './audit.ts'
import { type History, readHistory } from './claim-steps.ts'
import { type KnownSource, readCited } from './knowledge.ts'
import type { Database } from './tables.ts'

export type ClaimLine = {
  readonly id: number
  readonly state: string
  readonly category: string
  readonly firstSeen: string
  /** A reviewer's words; null until there are some. */
  readonly wording: string | null
  readonly holder: string | null
  readonly heldUntil: string | null
  /** How often it was met, in all kinds of sources. */
  readonly mentions: number
  readonly priority: Priority
}

/** What waits for a person. */
const waiting = ['new', 'taken', 'proposed', 'confirmed', 'snoozed']

/** Claims that wait, the most pressing first; with `all`, those that are done too. Sleeping ones come when they wake. */
export async function listClaims(db: Database, now: Date, all = false): Promise<ClaimLine[]> {
  let query = claims(db)
  if (!all) query = query.where('claim.state', 'in', waiting)
  const lines = (await query.execute()).map(toLine).map(hideWording)
  const awake: ClaimLine[] = []
  for (const line of lines) {
    if (line.state !== 'snoozed') awake.push(line)
    else {
      const { standing } = await readHistory(db, line.id, now)
      if (all || standing.state !== 'snoozed') awake.push({ ...line, state: standing.state })
    }
  }
  return awake.sort((a, b) => b.priority.total - a.priority.total || a.id - b.id)
}

/** The wording of a claim that a second person still has to judge apart would tell the first one's verdict. */
const hideWording = (line: ClaimLine): ClaimLine =>
  line.state === 'proposed' && isInSample(line.id) ? { ...line, wording: null } : line

const claims = (db: Database) =>
  db
    .selectFrom('claim')
    .leftJoin('claim_spread', 'claim_spread.claim_id', 'claim.id')
    .selectAll('claim')
    .select(({ fn }) => fn.sum<number | null>('claim_spread.count').as('mentions'))
    .groupBy('claim.id')

type Row = Awaited<ReturnType<ReturnType<typeof claims>['execute']>>[number]

function toLine(row: Row): ClaimLine {
  const mentions = Number(row.mentions ?? 0)
  const { checkability, match_strength: matchStrength } = row
  const category = row.category as ClaimCategory
  return {
    ...{ id: row.id, state: row.state, category, firstSeen: row.first_seen, wording: row.wording, mentions },
    ...{ holder: row.holder, heldUntil: row.held_until },
    priority: ratePriority({ category, checkability, matchStrength }, mentions),
  }
}

export type ClaimView = {
  readonly claim: ClaimLine
  readonly history: History
  /** What it was met in: published items, with the sentence that led here. */
  readonly mentions: readonly {
    readonly itemId: number
    readonly title: string
    readonly url: string
    readonly sourceName: string
    readonly day: string
    readonly sentence: string
    readonly reason: string
  }[]
  readonly spread: readonly { readonly day: string; readonly kind: string; readonly count: number }[]
  /** The fact-check or evidence that it was held against, and what was cited since. */
  readonly sources: readonly KnownSource[]
}

/** One claim; null where there is none. The view is audited. */
export async function viewClaim(db: Database, id: number, viewer: string, now: Date): Promise<ClaimView | null> {
  const row = await claims(db).where('claim.id', '=', id).executeTakeFirst()
  if (!row) return null
  const history = await readHistory(db, id, now)
  const mentions = await db
    .selectFrom('mention')
    .innerJoin('item', 'item.id', 'mention.item_id')
    .innerJoin('source', 'source.id', 'item.source_id')
    .select(['item.id as itemId', 'item.title', 'item.url', 'source.name as sourceName'])
    .select(['mention.day', 'mention.sentence', 'mention.reason'])
    .where('mention.claim_id', '=', id)
    .orderBy('mention.day')
    .execute()
  const spread = await db
    .selectFrom('claim_spread')
    .select(['day', 'kind', 'count'])
    .where('claim_id', '=', id)
    .where('count', '>', 0)
    .orderBy('day')
    .orderBy('kind')
    .execute()
  const known = [row.match_id, ...history.standing.cited].filter((one) => one !== null)
  await appendAudit(db, { actor: viewer, action: 'claim_viewed', subject: String(id) }, now)
  const claim = hideWording({ ...toLine(row), state: history.standing.state })
  return { claim, history, mentions, spread, sources: await readCited(db, [...new Set(known)]) }
}

export type PrivateText = { readonly text: string; readonly day: string }

/**
 * The redacted private posts behind a claim, for the person who holds it or may confirm it; null for everybody else. Each
 * view is audited (safeguard 2).
 */
export async function viewPrivateTexts(
  db: Database,
  id: number,
  actor: Actor,
  now: Date,
): Promise<PrivateText[] | null> {
  const claim = await db.selectFrom('claim').select(['holder', 'held_until']).where('id', '=', id).executeTakeFirst()
  const { standing } = await readHistory(db, id, now)
  const isHolder = claim?.holder === actor.account && Date.parse(claim.held_until ?? '') > now.getTime()
  const isConfirmer =
    standing.state === 'proposed' && actor.role === 'reviewer' && standing.proposer?.person !== actor.person
  if (!isHolder && !isConfirmer) return null
  const texts = await db
    .selectFrom('private_mention')
    .select(['text', 'day'])
    .where('claim_id', '=', id)
    .where('expires', '>', vietnamDay(now))
    .orderBy('day')
    .orderBy('text')
    .execute()
  const details = { texts: texts.length }
  await appendAudit(db, { actor: actor.account, action: 'private_text_viewed', subject: String(id), details }, now)
  return texts
}
