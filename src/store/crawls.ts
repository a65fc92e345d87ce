// Rounds: what each capture became, how the round ended, and every single request.

import type { FetchRecord } from '../model/capture.ts'
import type { CrawlResult, OutcomeCount } from '../model/crawl.ts'
import type { Outcome } from '../model/outcome.ts'
import { vietnamDay } from '../rules/day.ts'
import { countRound } from './source-days.ts'
import type { Database } from './tables.ts'

/** An article of an organisation and its outcome, for "collected but not shown, because …". */
export type CaptureRow = { readonly url: string; readonly outcome: Outcome; readonly at: string }

/** Writes a round that has ended. */
export async function saveCrawl(db: Database, result: CrawlResult, captures: readonly CaptureRow[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('crawl')
      .values({
        source_id: result.sourceId,
        started_at: result.startedAt,
        ended_at: result.endedAt,
        day: vietnamDay(result.endedAt),
        status: result.status,
        failure: result.failure,
        message: result.message,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const { result: outcome, reason, count } of result.outcomes)
      await trx
        .insertInto('crawl_outcome')
        .values({ crawl_id: id, result: outcome, reason: reason ?? '', count })
        .execute()
    await countRound(trx, result)
    for (const { url, outcome, at } of captures)
      await trx
        .insertInto('capture')
        .values({
          crawl_id: id,
          source_id: result.sourceId,
          url,
          result: outcome.result,
          reason: outcome.reason ?? '',
          at,
        })
        .execute()
  })
}

export async function saveFetch(db: Database, sourceId: string, record: FetchRecord): Promise<void> {
  await db
    .insertInto('fetch')
    .values({
      source_id: sourceId,
      at: record.at.toISOString(),
      host: record.host,
      url: record.url,
      robots: record.robots,
      crawl_delay_ms: record.crawlDelayMs,
      status: record.status,
      failure: record.failure,
      bytes: record.bytes,
      elapsed_ms: Math.round(record.elapsedMs),
    })
    .execute()
}

export type LastRound = { readonly message: string | null; readonly outcomes: OutcomeCount[] }

/** The last round of each source. */
export async function listLastRounds(db: Database): Promise<Map<string, LastRound>> {
  const rounds = await db
    .selectFrom('crawl')
    .select(['id', 'source_id', 'message'])
    .where('id', 'in', (all) =>
      all
        .selectFrom('crawl')
        .select((s) => s.fn.max('crawl.id').as('id'))
        .groupBy('source_id'),
    )
    .execute()
  if (rounds.length === 0) return new Map()
  const ids = rounds.map((round) => round.id)
  const outcomes = await db.selectFrom('crawl_outcome').selectAll().where('crawl_id', 'in', ids).execute()
  const of = (id: number): OutcomeCount[] =>
    outcomes
      .filter((row) => row.crawl_id === id)
      .map((row) => ({ result: row.result, reason: row.reason || null, count: row.count }) as OutcomeCount)
  return new Map(rounds.map((round) => [round.source_id, { message: round.message, outcomes: of(round.id) }]))
}

/** New items of each source since a moment, or of one source. */
export async function countNewItems(db: Database, since: Date, sourceId?: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('item')
    .select((select) => ['source_id', select.fn.countAll<number>().as('count')])
    .where('first_seen_at', '>=', since.toISOString())
    .$if(sourceId !== undefined, (query) => query.where('source_id', '=', sourceId ?? ''))
    .groupBy('source_id')
    .execute()
  return new Map(rows.map((row) => [row.source_id, row.count]))
}
