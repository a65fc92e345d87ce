// Re-judging stored items: what a period holds, what is written back, and the figures before and after.
import { randomUUID } from 'node:crypto'
import type { Period } from '../model/crawl.ts'
import type { ItemPlace } from '../model/item.ts'
import type { Language } from '../model/language.ts'
import type { RetagRun } from '../model/retag.ts'
import type { Judgement } from '../model/tag.ts'
import { readInstruments, readPlaces, readTags, writeJudgement } from './item-judgement.ts'
import type { Database, Tables } from './tables.ts'

/** An item with all that is known of what it is about. */
export type TaggedItem = {
  readonly itemId: number
  readonly contentHash: string
  readonly title: string
  readonly text: string
  readonly language: Language
  readonly day: string
  /** Region of the outlet. */
  readonly region: string
  readonly judgement: Judgement
  readonly places: readonly ItemPlace[]
}

const inPeriod = (db: Database, { from, to }: Period) =>
  db.selectFrom('item').where('item.day', '>=', from).where('item.day', '<=', to)

export async function countItemsOf(db: Database, period: Period): Promise<number> {
  const row = await inPeriod(db, period)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The next items of a period after `afterId`, in the order of their ids. */
export async function readTagged(
  db: Database,
  period: Period,
  afterId: number,
  limit: number,
): Promise<readonly TaggedItem[]> {
  const rows = await inPeriod(db, period)
    .innerJoin('source', 'source.id', 'item.source_id')
    .select(['item.id', 'item.title', 'item.text', 'item.language', 'item.day', 'item.content_hash', 'source.region'])
    .select(['item.judgement_version', 'item.classified'])
    .where('item.id', '>', afterId)
    .orderBy('item.id')
    .limit(limit)
    .execute()
  const ids = rows.map((row) => row.id)
  const [tags, instruments, places] = [
    await readTags(db, ids),
    await readInstruments(db, ids),
    await readPlaces(db, ids),
  ]
  return rows.map((row) => ({
    itemId: row.id,
    contentHash: row.content_hash,
    title: row.title,
    text: row.text,
    language: row.language as Language,
    day: row.day,
    region: row.region,
    judgement: {
      tags: tags.get(row.id) ?? [],
      instruments: instruments.get(row.id) ?? [],
      classified: row.classified === 1,
      version: row.judgement_version,
    },
    places: places.get(row.id) ?? [],
  }))
}

/** The run of this period and version that has not come to its end, or a new one. */
export async function openRetagRun(db: Database, fresh: Omit<RetagRun, 'id'>): Promise<RetagRun> {
  const open = await db
    .selectFrom('retag_run')
    .selectAll()
    .where('from_day', '=', fresh.from)
    .where('to_day', '=', fresh.to)
    .where('version', '=', fresh.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (open) return toRun(open)
  const run = { id: randomUUID(), ...fresh }
  await db.insertInto('retag_run').values(toRow(run)).execute()
  return run
}

/** Writes a batch and how far the run has come in one transaction. An item that was edited meanwhile is left alone. */
export async function saveRetagged(db: Database, changed: readonly TaggedItem[], run: RetagRun): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { itemId, contentHash, judgement, places } of changed) {
      const { numUpdatedRows } = await trx
        .updateTable('item')
        .set({ judgement_version: judgement.version, classified: judgement.classified ? 1 : 0 })
        .where('id', '=', itemId)
        .where('content_hash', '=', contentHash)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) await writeJudgement(trx, itemId, judgement, places)
    }
    const { id, ...row } = toRow(run)
    await trx.updateTable('retag_run').set(row).where('id', '=', id).execute()
  })
}

/** All runs, the newest first. */
export async function listRetagRuns(db: Database): Promise<readonly RetagRun[]> {
  const rows = await db.selectFrom('retag_run').selectAll().orderBy('started_at', 'desc').execute()
  return rows.map(toRun)
}

type Row = Tables['retag_run']

const toRow = ({ from, to, startedAt, endedAt, lastItemId, before, after, ...run }: RetagRun): Row => ({
  ...run,
  from_day: from,
  to_day: to,
  started_at: startedAt,
  ended_at: endedAt,
  last_item_id: lastItemId,
  counts_before: JSON.stringify(before),
  counts_after: JSON.stringify(after),
})

const toRun = (row: Row): RetagRun => ({
  id: row.id,
  from: row.from_day,
  to: row.to_day,
  version: row.version,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  lastItemId: row.last_item_id,
  items: row.items,
  changed: row.changed,
  before: JSON.parse(row.counts_before),
  after: JSON.parse(row.counts_after),
})
