// Stores an item once, however often and from however many doors it comes; an edited one keeps its history.
import type { Selectable } from 'kysely'
import type { ItemDraft } from '../model/item.ts'
import type { FactCheckDraft } from '../model/knowledge.ts'
import type { Outcome } from '../model/outcome.ts'
import { vietnamDay } from '../rules/day.ts'
import { writeJudgement } from './item-judgement.ts'
import { saveFactChecks } from './knowledge.ts'
import { createQueue } from './queue.ts'
import { type ResourceVisit, recordVisit } from './resources.ts'
import type { SearchIndex } from './search.ts'
import type { Database, Tables, Trx } from './tables.ts'

type ItemRecord = Selectable<Tables['item']>

export type ItemSave = {
  readonly sourceId: string
  readonly draft: ItemDraft
  readonly visit: ResourceVisit
  /** Fact-checks that the page carries; only those of sources that check facts. */
  readonly factChecks?: readonly FactCheckDraft[]
}

/** One transaction: the item, its tags and places, its place in the index, and that its address was visited. */
export async function saveItem(db: Database, search: SearchIndex, save: ItemSave, now: Date): Promise<Outcome> {
  return db.transaction().execute(async (trx) => {
    const outcome = await place(trx, search, save, now)
    await saveFactChecks(trx, save.factChecks ?? [], now)
    await recordVisit(trx, save.visit, now)
    if (outcome.reason === 'new') await sendJob(trx, 'link', now)
    if (outcome.result === 'stored') await sendJob(trx, 'triage', now)
    return outcome
  })
}

/** While such a job waits or runs, a second one is not needed: it does whatever it finds. */
function sendJob(trx: Trx, kind: 'link' | 'triage', now: Date): Promise<boolean> {
  return createQueue(trx).send(kind, {}, { key: kind, runAt: now, trx })
}

async function place(trx: Trx, search: SearchIndex, { sourceId, draft, visit }: ItemSave, now: Date): Promise<Outcome> {
  const known = await findByAddress(trx, [draft.url, visit.url])
  if (known) {
    if (await wasSeenAs(trx, known, draft)) return noteDoor(trx, known.id, sourceId, draft.url, 'same_address', now)
    // A feed's summary never replaces the text of the page.
    if (draft.textOrigin === 'feed' && known.text_origin === 'page')
      return noteDoor(trx, known.id, sourceId, draft.url, 'same_address', now)
    if (known.url === draft.url || known.source_id === sourceId) return revise(trx, search, known, draft, now)
    // A copy that another outlet has edited since is an article of its own.
    await trx.deleteFrom('item_source').where('item_id', '=', known.id).where('url', '=', draft.url).execute()
  }
  const twin = await findByContent(trx, draft.contentHash)
  if (twin) return noteDoor(trx, twin.id, sourceId, draft.url, 'same_text', now)
  return insert(trx, search, sourceId, draft, now)
}

async function findByAddress(trx: Trx, urls: readonly string[]): Promise<ItemRecord | null> {
  const row = await trx
    .selectFrom('item')
    .selectAll('item')
    .innerJoin('item_source', 'item_source.item_id', 'item.id')
    .where('item_source.url', 'in', [...new Set(urls)])
    .orderBy('item.id')
    .executeTakeFirst()
  return row ?? null
}

async function findByContent(trx: Trx, contentHash: string): Promise<{ id: number } | null> {
  const row = await trx.selectFrom('item').select('id').where('content_hash', '=', contentHash).executeTakeFirst()
  return row ?? null
}

/** The text as it stands, or as it once stood: a copy elsewhere may be older than the newest revision. */
async function wasSeenAs(trx: Trx, known: { id: number; content_hash: string }, draft: ItemDraft): Promise<boolean> {
  if (known.content_hash === draft.contentHash) return true
  const older = await trx
    .selectFrom('item_revision')
    .select('revision')
    .where('item_id', '=', known.id)
    .where('content_hash', '=', draft.contentHash)
    .executeTakeFirst()
  return older !== undefined
}

async function noteDoor(
  trx: Trx,
  itemId: number,
  sourceId: string,
  url: string,
  reason: 'same_address' | 'same_text',
  now: Date,
): Promise<Outcome> {
  const result = await trx
    .insertInto('item_source')
    .values({ item_id: itemId, source_id: sourceId, url, seen_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const isNewDoor = (result.numInsertedOrUpdatedRows ?? 0n) > 0n
  return isNewDoor ? { result: 'duplicate', reason } : { result: 'unchanged', reason: null }
}

const columns = (draft: ItemDraft) => ({
  title: draft.title,
  text: draft.text,
  language: draft.language,
  language_confidence: draft.languageConfidence,
  published_at: draft.publishedAt,
  text_origin: draft.textOrigin,
  extraction: draft.extraction,
  content_hash: draft.contentHash,
  judgement_version: draft.judgement.version,
  classified: draft.judgement.classified ? 1 : 0,
})

async function insert(trx: Trx, search: SearchIndex, sourceId: string, draft: ItemDraft, now: Date): Promise<Outcome> {
  const at = now.toISOString()
  const { id } = await trx
    .insertInto('item')
    .values({
      ...columns(draft),
      source_id: sourceId,
      url: draft.url,
      day: vietnamDay(draft.publishedAt ?? now),
      first_seen_at: at,
      revision: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('item_source')
    .values({ item_id: id, source_id: sourceId, url: draft.url, seen_at: at })
    .execute()
  await describe(trx, search, id, draft)
  return { result: 'stored', reason: 'new' }
}

async function revise(trx: Trx, search: SearchIndex, known: ItemRecord, draft: ItemDraft, now: Date): Promise<Outcome> {
  const { id, revision, title, text, content_hash } = known
  const seenAt = { seen_at: now.toISOString() }
  await trx
    .insertInto('item_revision')
    .values({ item_id: id, revision, title, text, content_hash, ...seenAt })
    .execute()
  const changes = { ...columns(draft), published_at: known.published_at ?? draft.publishedAt }
  await trx
    .updateTable('item')
    .set({ ...changes, revision: revision + 1, triaged_at: null, speech_at: null })
    .where('id', '=', id)
    .execute()
  await describe(trx, search, id, draft)
  return { result: 'stored', reason: 'revised' }
}

async function describe(trx: Trx, search: SearchIndex, id: number, draft: ItemDraft): Promise<void> {
  await writeJudgement(trx, id, draft.judgement, draft.places)
  await search.put(trx, [{ id, title: draft.title, text: draft.text }])
}
