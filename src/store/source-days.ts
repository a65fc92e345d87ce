// Days of a source: what its rounds came to, added up in the transaction of each round.
import type { CrawlResult } from '../model/crawl.ts'
import { vietnamDay } from '../rules/day.ts'
import type { SourceDay } from '../rules/silence.ts'
import type { Database, Trx } from './tables.ts'

const isNew = ({ result, reason }: CrawlResult['outcomes'][number]): boolean =>
  result === 'stored' && (reason === 'new' || reason === 'counted')

/** Adds a round to its day. */
export async function countRound(trx: Trx, { sourceId, endedAt, status, outcomes }: CrawlResult): Promise<void> {
  const succeeded = status === 'failed' ? 0 : 1
  const failed = 1 - succeeded
  const items = outcomes.filter(isNew).reduce((sum, { count }) => sum + count, 0)
  await trx
    .insertInto('source_day')
    .values({ source_id: sourceId, day: vietnamDay(endedAt), succeeded, failed, items })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'day']).doUpdateSet((set) => ({
        succeeded: set('source_day.succeeded', '+', succeeded),
        failed: set('source_day.failed', '+', failed),
        items: set('source_day.items', '+', items),
      })),
    )
    .execute()
}

/** Days of every source from a day on, YYYY-MM-DD. */
export async function listSourceDays(db: Database, from: string): Promise<ReadonlyMap<string, readonly SourceDay[]>> {
  const rows = await db.selectFrom('source_day').selectAll().where('day', '>=', from).execute()
  const days = Map.groupBy(rows, (row) => row.source_id)
  return new Map([...days].map(([id, own]) => [id, own.map(({ source_id, ...day }) => day)]))
}
