// Evidence and fact-checks in the database: each once, under an id made of what it says; replaced, never rewritten.
import { createHash } from 'node:crypto'
import type { Redacted } from '../model/brands.ts'
import type { Evidence, FactCheck } from '../model/claim.ts'
import type { EvidenceDraft, FactCheckDraft } from '../model/knowledge.ts'
import type { Cited } from '../rules/citations.ts'
import { addDays, vietnamDay } from '../rules/day.ts'
import { tokens } from '../text/normalize.ts'
import { createQueue } from './queue.ts'
import type { Database } from './tables.ts'

/** Equal for the same words, so that a page read twice or a file imported twice adds nothing. */
const idOf = (prefix: 'e' | 'f', ...said: readonly string[]): string =>
  `${prefix}-${createHash('sha256')
    .update(JSON.stringify(said.map((text) => tokens(text).join(' '))))
    .digest('hex')
    .slice(0, 16)}`

/** Saves what is not known yet, and has the items of the last days held against it; returns the new ones' ids. */
export async function saveFactChecks(db: Database, drafts: readonly FactCheckDraft[], now: Date): Promise<string[]> {
  const added: string[] = []
  for (const { claimReviewed, ...draft } of drafts) {
    const id = idOf('f', draft.publisher, claimReviewed, draft.rating)
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('fact_check')
      .values({ id, ...draft, claim_reviewed: claimReviewed, added_at: now.toISOString() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) added.push(id)
  }
  if (added.length > 0) await lookBack(db, now)
  return added
}

/** A hoax is older than its fact-check: items of so many days are triaged again. */
const lookBackDays = 7

/** What people have decided stays: items with a mention are not asked again, nor those that turned out to be speech. */
async function lookBack(db: Database, now: Date): Promise<void> {
  await db
    .updateTable('item')
    .set({ triaged_at: null })
    .where('day', '>=', addDays(vietnamDay(now), -lookBackDays))
    .where('speech_at', 'is', null)
    .where('id', 'not in', db.selectFrom('mention').select('item_id'))
    .execute()
  await createQueue(db).send('triage', {}, { key: 'triage', runAt: now })
}

/** Saves a statement; null where it is known already. */
export async function saveEvidence(db: Database, draft: EvidenceDraft, now: Date): Promise<string | null> {
  const { validFrom, validUntil, ...rest } = draft
  const id = idOf('e', draft.publisher, draft.published, draft.text)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('evidence')
    .values({
      ...{ id, ...rest, valid_from: validFrom, valid_until: validUntil },
      ...{ superseded_by: null, added_at: now.toISOString() },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n ? id : null
}

/** The same publisher has said otherwise since: `ids` no longer speak. */
export async function supersede(db: Database, ids: readonly string[], by: string): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('evidence')
    .set({ superseded_by: by })
    .where('id', 'in', [...ids])
    .where('id', '!=', by)
    .execute()
}

export type HeldEvidence = Evidence & { readonly url: string | null }

/** Evidence in force on `day`: not replaced and not past its end. */
export async function readEvidence(db: Database, day: string, publisher?: string): Promise<HeldEvidence[]> {
  let query = db
    .selectFrom('evidence')
    .select(['id', 'lang', 'publisher', 'published', 'text', 'url'])
    .where('superseded_by', 'is', null)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)]))
    .orderBy('id')
  if (publisher !== undefined) query = query.where('publisher', '=', publisher)
  return query.execute()
}

export async function readFactChecks(db: Database): Promise<FactCheck[]> {
  const rows = await db
    .selectFrom('fact_check')
    .select(['id', 'lang', 'claim_reviewed', 'rating', 'publisher', 'published', 'explanation'])
    .orderBy('id')
    .execute()
  return rows.map(({ claim_reviewed, published, ...row }) => ({
    ...{ ...row, claimReviewed: claim_reviewed },
    ...(published === null ? {} : { published }),
  }))
}

/** Changes whenever what is held against items changes; cheap to ask. */
export async function readKnowledgeVersion(db: Database, day: string): Promise<string> {
  const evidence = await db
    .selectFrom('evidence')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.count<number>('superseded_by').as('replaced'),
      fn.max('added_at').as('newest'),
    ])
    .executeTakeFirstOrThrow()
  const checks = await db
    .selectFrom('fact_check')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('added_at').as('newest')])
    .executeTakeFirstOrThrow()
  return JSON.stringify([day, ...Object.values(evidence), ...Object.values(checks)])
}

export type KnownSource = Cited & {
  readonly text: Redacted
  readonly url: string | null
  readonly published: string | null
  readonly supersededBy: string | null
}

/** What a reviewer cites, in the order of `ids`; unknown ids are left out. */
export async function readCited(db: Database, ids: readonly string[]): Promise<KnownSource[]> {
  if (ids.length === 0) return []
  const evidence = await db
    .selectFrom('evidence')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const checks = await db
    .selectFrom('fact_check')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const known = new Map<string, KnownSource>()
  for (const { id, kind, publisher, text, url, published, superseded_by } of evidence) {
    const row = { id, publisher, text, url, published, supersededBy: superseded_by }
    known.set(id, { ...row, kind: kind as 'statement' | 'warning' })
  }
  for (const { id, publisher, claim_reviewed, url, published } of checks)
    known.set(id, { id, publisher, text: claim_reviewed, url, published, supersededBy: null, kind: 'factcheck' })
  return ids.flatMap((id) => known.get(id) ?? [])
}
