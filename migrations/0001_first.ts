// The first schema: sources and what they gave, numbers of private posts, jobs, the audit log, places and offices.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

type Builder = CreateTableBuilder<string, string>

/** An integer key that the database counts up; SQLite and PostgreSQL name it differently. */
function withNumber(table: Builder, isSqlite: boolean): Builder {
  return table.addColumn('id', 'integer', (column) =>
    isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity(),
  )
}

const texts = (table: Builder, names: readonly string[]): Builder =>
  names.reduce((t, name) => t.addColumn(name, 'text', (column) => column.notNull()), table)

const optionalTexts = (table: Builder, names: readonly string[]): Builder =>
  names.reduce((t, name) => t.addColumn(name, 'text'), table)

const integers = (table: Builder, names: readonly string[]): Builder =>
  names.reduce((t, name) => t.addColumn(name, 'integer', (column) => column.notNull()), table)

const toItem = (table: Builder): Builder =>
  table.addColumn('item_id', 'integer', (column) => column.notNull().references('item.id').onDelete('cascade'))

export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter.constructor.name.startsWith('Sqlite')
  const create = (name: string): Builder => db.schema.createTable(name) as Builder

  await sourcesAndItems(db, create, isSqlite)
  await roundsAndPosts(db, create, isSqlite)
  await officeTables(db, create)
}

type Create = (name: string) => Builder

async function sourcesAndItems(db: Kysely<unknown>, create: Create, isSqlite: boolean): Promise<void> {
  let t = texts(create('source'), ['id', 'name', 'ownership', 'region', 'definition', 'next_check_at'])
  t = optionalTexts(t, ['last_attempt_at', 'last_success_at', 'failure', 'paused_reason', 'removed_at'])
  await integers(t, ['failures']).addPrimaryKeyConstraint('source_pk', ['id']).execute()

  t = texts(create('resource'), ['source_id', 'url', 'checked_at'])
  t = integers(optionalTexts(t, ['etag', 'last_modified', 'entry_fingerprint']), ['failures'])
  await t.addPrimaryKeyConstraint('resource_pk', ['source_id', 'url']).execute()

  t = withNumber(create('item'), isSqlite)
  t = texts(t, ['source_id', 'url', 'title', 'text', 'language', 'day', 'first_seen_at', 'text_origin', 'extraction'])
  t = optionalTexts(texts(t, ['content_hash', 'judgement_version']), ['published_at'])
  t = integers(t, ['classified', 'revision'])
  await t.addColumn('language_confidence', 'real', (column) => column.notNull()).execute()
  await db.schema.createIndex('item_url').unique().on('item').column('url').execute()
  await db.schema.createIndex('item_content').on('item').column('content_hash').execute()
  await db.schema.createIndex('item_seen').on('item').columns(['source_id', 'first_seen_at']).execute()
  await sql`create index item_newest on item (day desc, id desc)`.execute(db)

  t = texts(toItem(create('tag')), ['convention', 'reasons'])
  t = t.addColumn('score', 'real', (column) => column.notNull())
  await t.addPrimaryKeyConstraint('tag_pk', ['item_id', 'convention']).execute()
  await db.schema.createIndex('tag_convention').on('tag').columns(['convention', 'item_id']).execute()

  t = integers(texts(toItem(create('tag_article')), ['convention', 'article']), ['rank'])
  await t.addPrimaryKeyConstraint('tag_article_pk', ['item_id', 'convention', 'article']).execute()

  t = texts(toItem(create('item_source')), ['source_id', 'url', 'seen_at'])
  await t.addPrimaryKeyConstraint('item_source_pk', ['item_id', 'source_id', 'url']).execute()
  await db.schema.createIndex('item_source_url').on('item_source').column('url').execute()

  t = integers(texts(toItem(create('item_revision')), ['title', 'text', 'content_hash', 'seen_at']), ['revision'])
  await t.addPrimaryKeyConstraint('item_revision_pk', ['item_id', 'revision']).execute()
}

async function roundsAndPosts(db: Kysely<unknown>, create: Create, isSqlite: boolean): Promise<void> {
  let t = integers(texts(create('post_count'), ['source_id', 'week', 'region', 'convention']), ['count'])
  await t.addPrimaryKeyConstraint('post_count_pk', ['source_id', 'week', 'region', 'convention']).execute()

  await texts(create('seen_post'), ['hash', 'key_id']).addPrimaryKeyConstraint('seen_post_pk', ['hash']).execute()

  t = texts(withNumber(create('crawl'), isSqlite), ['source_id', 'started_at', 'ended_at', 'day', 'status'])
  await optionalTexts(t, ['failure', 'message']).execute()
  await db.schema.createIndex('crawl_source').on('crawl').columns(['source_id', 'id']).execute()
  await db.schema.createIndex('crawl_day').on('crawl').column('day').execute()

  t = integers(texts(create('crawl_outcome'), ['result', 'reason']), ['crawl_id', 'count'])
  await t.addPrimaryKeyConstraint('crawl_outcome_pk', ['crawl_id', 'result', 'reason']).execute()

  await integers(texts(create('capture'), ['source_id', 'url', 'result', 'reason', 'at']), ['crawl_id']).execute()
  await db.schema.createIndex('capture_source').on('capture').columns(['source_id', 'at']).execute()

  t = texts(withNumber(create('fetch'), isSqlite), ['source_id', 'at', 'host', 'url', 'robots'])
  t = integers(optionalTexts(t, ['failure']), ['bytes', 'elapsed_ms'])
  await t.addColumn('crawl_delay_ms', 'integer').addColumn('status', 'integer').execute()
  await db.schema.createIndex('fetch_at').on('fetch').column('at').execute()

  t = integers(texts(create('daily_count'), ['day', 'source_id', 'region', 'language', 'convention']), ['count'])
  await t.addPrimaryKeyConstraint('daily_count_pk', ['day', 'source_id', 'region', 'language', 'convention']).execute()
}

async function officeTables(db: Kysely<unknown>, create: Create): Promise<void> {
  let t = texts(create('job'), ['id', 'kind', 'payload', 'unique_key', 'state', 'run_at', 'created_at'])
  t = integers(optionalTexts(t, ['lease_until', 'last_error']), ['attempts'])
  t = t.addColumn('lease_owner', 'text')
  await t.addPrimaryKeyConstraint('job_pk', ['id']).addUniqueConstraint('job_key', ['unique_key']).execute()
  await db.schema.createIndex('job_due').on('job').columns(['state', 'run_at']).execute()

  t = texts(create('audit'), ['at', 'actor', 'action', 'subject', 'details', 'previous_hash', 'hash'])
  await integers(t, ['sequence']).addPrimaryKeyConstraint('audit_pk', ['sequence']).execute()

  t = texts(create('region'), ['code', 'level', 'kind_vi', 'name_vi', 'name_en'])
  t = optionalTexts(t, ['parent', 'valid_from', 'valid_to'])
  await t.addPrimaryKeyConstraint('region_pk', ['code']).execute()
  t = integers(texts(create('region_succession'), ['from_code', 'to_code']), ['partial'])
  await t.addPrimaryKeyConstraint('region_succession_pk', ['from_code', 'to_code']).execute()

  t = optionalTexts(texts(create('channel'), ['id', 'name', 'kind', 'region']), ['source_id', 'valid_from', 'valid_to'])
  await t.addPrimaryKeyConstraint('channel_pk', ['id']).execute()
  t = optionalTexts(texts(create('unit'), ['id', 'name', 'region']), ['valid_from', 'valid_to', 'successor'])
  await t.addPrimaryKeyConstraint('unit_pk', ['id']).execute()

  t = texts(create('applied_config'), ['name', 'checksum', 'applied_at'])
  await t.addPrimaryKeyConstraint('applied_config_pk', ['name']).execute()
}
