// Claims, what they are held against, who carries them, and every step that a person took on them.
import type { CreateTableBuilder, Kysely } from 'kysely'

type Builder = CreateTableBuilder<string, string>

const texts = (table: Builder, names: readonly string[]): Builder =>
  names.reduce((t, name) => t.addColumn(name, 'text', (column) => column.notNull()), table)

const optionalTexts = (table: Builder, names: readonly string[]): Builder =>
  names.reduce((t, name) => t.addColumn(name, 'text'), table)

/** An integer key that the database counts up; SQLite and PostgreSQL name it differently. */
const withNumber = (table: Builder, isSqlite: boolean): Builder =>
  table.addColumn('id', 'integer', (column) =>
    isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity(),
  )

const toClaim = (table: Builder): Builder =>
  table.addColumn('claim_id', 'integer', (column) => column.notNull().references('claim.id').onDelete('cascade'))

export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter.constructor.name.startsWith('Sqlite')
  const create = (name: string): Builder => db.schema.createTable(name) as Builder
  await db.schema.alterTable('item').addColumn('triaged_at', 'text').execute()
  await db.schema.alterTable('item').addColumn('speech_at', 'text').execute()
  await db.schema.createIndex('item_triaged').on('item').columns(['triaged_at', 'id']).execute()
  await knowledge(db, create)
  await claims(db, create, isSqlite)
  await reviews(create)
}

type Create = (name: string) => Builder

async function knowledge(db: Kysely<unknown>, create: Create): Promise<void> {
  let t = texts(create('evidence'), ['id', 'kind', 'lang', 'publisher', 'published', 'text', 'added_at'])
  t = optionalTexts(t, ['url', 'valid_from', 'valid_until', 'superseded_by'])
  await t.addPrimaryKeyConstraint('evidence_pk', ['id']).execute()
  await db.schema.createIndex('evidence_publisher').on('evidence').column('publisher').execute()

  t = texts(create('fact_check'), ['id', 'lang', 'claim_reviewed', 'rating', 'publisher', 'explanation', 'added_at'])
  await optionalTexts(t, ['url', 'published']).addPrimaryKeyConstraint('fact_check_pk', ['id']).execute()
}

async function claims(db: Kysely<unknown>, create: Create, isSqlite: boolean): Promise<void> {
  let t = texts(withNumber(create('claim'), isSqlite), ['first_seen', 'category', 'language', 'state'])
  t = optionalTexts(t, ['match_id', 'wording', 'holder', 'held_until'])
  for (const factor of ['checkability', 'match_strength']) t = t.addColumn(factor, 'real', (column) => column.notNull())
  await t.addColumn('merged_into', 'integer').execute()
  await db.schema.createIndex('claim_match').on('claim').column('match_id').execute()
  await db.schema.createIndex('claim_state').on('claim').column('state').execute()

  t = toClaim(create('mention')).addColumn('item_id', 'integer', (column) =>
    column.notNull().references('item.id').onDelete('cascade'),
  )
  await texts(t, ['sentence', 'reason', 'day']).addPrimaryKeyConstraint('mention_pk', ['claim_id', 'item_id']).execute()
  await db.schema.createIndex('mention_item').on('mention').column('item_id').execute()

  t = texts(toClaim(withNumber(create('private_mention'), isSqlite)), ['text', 'day', 'expires'])
  await t.execute()
  await db.schema.createIndex('private_mention_claim').on('private_mention').column('claim_id').execute()
  await db.schema.createIndex('private_mention_expires').on('private_mention').column('expires').execute()

  t = texts(toClaim(create('claim_spread')), ['day', 'kind'])
  t = t.addColumn('count', 'integer', (column) => column.notNull())
  await t.addPrimaryKeyConstraint('claim_spread_pk', ['claim_id', 'day', 'kind']).execute()
}

async function reviews(create: Create): Promise<void> {
  // No cascade: the record of steps outlives everything.
  let t = create('review_event').addColumn('claim_id', 'integer', (column) => column.notNull())
  t = t.addColumn('sequence', 'integer', (column) => column.notNull())
  t = texts(t, ['at', 'account', 'person', 'role', 'office', 'action', 'input', 'state'])
  // Two people who saw the same claim cannot both write its next step.
  await t.addPrimaryKeyConstraint('review_event_pk', ['claim_id', 'sequence']).execute()

  t = texts(toClaim(create('blind_verdict')), ['person', 'verdict', 'at'])
  await t.addPrimaryKeyConstraint('blind_verdict_pk', ['claim_id', 'person']).execute()
}
