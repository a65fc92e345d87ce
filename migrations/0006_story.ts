// Which story an item tells, whether it repeats another one, and the places that it is about.
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('item').addColumn('story_id', 'integer').execute()
  await db.schema.alterTable('item').addColumn('copy_of', 'integer').execute()
  await db.schema.createIndex('item_story').on('item').column('story_id').execute()
  await db.schema
    .createTable('item_place')
    .addColumn('item_id', 'integer', (column) => column.notNull().references('item.id').onDelete('cascade'))
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('former_region', 'text')
    .addColumn('rank', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('item_place_pk', ['item_id', 'region'])
    .execute()
  await db.schema.createIndex('item_place_region').on('item_place').columns(['region', 'item_id']).execute()
}
