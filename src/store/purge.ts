// Deletes what is too old; the daily figures are written in the same transaction, before the rows go.
import type { RetentionLimits } from '../rules/retention.ts'
import { readTags } from './item-judgement.ts'
import type { SearchIndex } from './search.ts'
import type { Database, Trx } from './tables.ts'

export type Purged = { readonly items: number; readonly ledgerRows: number; readonly privateTexts: number }

/** Items at a time: a transaction stays short, so that a crawl never waits long for it. */
const batchSize = 500

export async function purge(db: Database, search: SearchIndex, limits: RetentionLimits): Promise<Purged> {
  let items = 0
  for (;;) {
    const deleted = await db.transaction().execute((trx) => purgeItems(trx, search, limits.itemsBefore))
    items += deleted
    if (deleted < batchSize) break
  }
  const privateTexts = await purgePrivateTexts(db, limits)
  return { items, privateTexts, ledgerRows: await purgeLedger(db, limits.ledgerBefore.toISOString()) }
}

async function purgePrivateTexts(db: Database, { today, privateBefore }: RetentionLimits): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('private_mention')
    .where((where) => where.or([where('expires', '<=', today), where('day', '<', privateBefore)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function purgeItems(trx: Trx, search: SearchIndex, before: string): Promise<number> {
  const rows = await trx
    .selectFrom('item')
    .innerJoin('source', 'source.id', 'item.source_id')
    .select(['item.id', 'item.day', 'item.source_id', 'source.region', 'item.language'])
    .where('item.day', '<', before)
    .orderBy('item.id')
    .limit(batchSize)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map((row) => row.id)
  const tags = await readTags(trx, ids)
  for (const { id, ...key } of rows)
    for (const convention of ['all', ...(tags.get(id) ?? []).map((tag) => tag.convention)])
      await trx
        .insertInto('daily_count')
        .values({ ...key, convention, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'source_id', 'region', 'language', 'convention'])
            .doUpdateSet((set) => ({ count: set('daily_count.count', '+', 1) })),
        )
        .execute()
  await search.remove(trx, ids)
  await trx.deleteFrom('item').where('id', 'in', ids).execute()
  return rows.length
}

async function purgeLedger(db: Database, before: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const old = trx.selectFrom('crawl').select('id').where('ended_at', '<', before)
    const deleted = [
      await trx.deleteFrom('fetch').where('at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('capture').where('at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('crawl_outcome').where('crawl_id', 'in', old).executeTakeFirst(),
      await trx.deleteFrom('crawl').where('ended_at', '<', before).executeTakeFirst(),
      // Addresses not met for as long are forgotten too: the item's own row knows them still.
      await trx.deleteFrom('resource').where('checked_at', '<', before).executeTakeFirst(),
    ]
    return deleted.reduce((sum, result) => sum + Number(result.numDeletedRows), 0)
  })
}
