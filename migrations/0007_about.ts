// What an item does with a right, the instruments it is about, and what re-judging a period changed.
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tag').addColumn('direction', 'text').execute()
  await db.schema
    .createTable('item_instrument')
    .addColumn('item_id', 'integer', (column) => column.notNull().references('item.id').onDelete('cascade'))
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('score', 'real', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('item_instrument_pk', ['item_id', 'instrument'])
    .execute()
  await db.schema.createIndex('item_instrument_item').on('item_instrument').columns(['instrument', 'item_id']).execute()
  const text = ['from_day', 'to_day', 'version', 'started_at', 'counts_before', 'counts_after'] as const
  let runs = db.schema.createTable('retag_run').addColumn('id', 'text', (column) => column.primaryKey())
  for (const name of text) runs = runs.addColumn(name, 'text', (column) => column.notNull())
  for (const name of ['last_item_id', 'items', 'changed'] as const)
    runs = runs.addColumn(name, 'integer', (column) => column.notNull())
  await runs.addColumn('ended_at', 'text').execute()
}
