// A line a day for each source: rounds that went well, rounds that failed, new items; and since when a source fails.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('source').addColumn('failing_since', 'text').execute()
  let table = db.schema.createTable('source_day')
  for (const name of ['source_id', 'day'] as const) table = table.addColumn(name, 'text', (column) => column.notNull())
  for (const name of ['succeeded', 'failed', 'items'] as const)
    table = table.addColumn(name, 'integer', (column) => column.notNull())
  await table.addPrimaryKeyConstraint('source_day_pk', ['source_id', 'day']).execute()
  // What the ledger still knows, so that an installation that was running keeps its sources' rhythm.
  await sql`
    insert into source_day (source_id, day, succeeded, failed, items)
    select source_id, day,
      sum(case when status = 'failed' then 0 else 1 end),
      sum(case when status = 'failed' then 1 else 0 end),
      coalesce(sum((
        select sum(crawl_outcome.count) from crawl_outcome
        where crawl_outcome.crawl_id = crawl.id and result = 'stored' and reason in ('new', 'counted')
      )), 0)
    from crawl group by source_id, day
  `.execute(db)
}
