// Sources as rows: the database is the truth, the configuration files are its import.
import type { CrawlResult } from '../model/crawl.ts'
import type { FailureCode } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import type { NextCheck } from '../rules/due.ts'
import type { Database } from './tables.ts'

/** Brings the rows in line with the configuration; what is no longer there is marked as removed. Returns what changed. */
export async function applySources(db: Database, sources: readonly Source[], now: Date) {
  const at = now.toISOString()
  const known = new Map((await db.selectFrom('source').selectAll().execute()).map((row) => [row.id, row]))
  const changed: string[] = []
  for (const source of sources) {
    const definition = JSON.stringify(source)
    const before = known.get(source.id)
    if (before?.definition === definition && before.removed_at === null) continue
    changed.push(source.id)
    const values = { name: source.name, ownership: source.ownership, region: source.region, definition }
    // A changed definition is tried at once: whoever mended a source wants to see whether it works.
    const fresh = { ...values, next_check_at: at, paused_reason: null, removed_at: null, failures: 0, failure: null }
    await db
      .insertInto('source')
      .values({ id: source.id, ...fresh, last_attempt_at: null, last_success_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(fresh))
      .execute()
  }
  const kept = new Set(sources.map((source) => source.id))
  const removed = [...known.values()].filter((row) => row.removed_at === null && !kept.has(row.id)).map((row) => row.id)
  if (removed.length > 0) await db.updateTable('source').set({ removed_at: at }).where('id', 'in', removed).execute()
  return { changed, removed }
}

const parse = (row: { definition: string }): Source => JSON.parse(row.definition) as Source

export async function readSource(db: Database, id: string): Promise<Source | null> {
  const row = await db.selectFrom('source').select('definition').where('id', '=', id).executeTakeFirst()
  return row ? parse(row) : null
}

/** Ids of the sources that may be asked now, the longest due first. */
export async function listDueSources(db: Database, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'definition'])
    .where('next_check_at', '<=', now.toISOString())
    .where('paused_reason', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('next_check_at')
    .execute()
  return rows.filter((row) => parse(row).enabled).map((row) => row.id)
}

/** Ids of the sources that wait for a person. */
export async function listPausedSources(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('source').select('id').where('paused_reason', 'is not', null).execute()
  return new Set(rows.map((row) => row.id))
}

/** Writes how a round went and when the next one is. */
export async function recordRound(db: Database, result: CrawlResult, next: NextCheck): Promise<void> {
  const isFailed = result.status === 'failed'
  await db
    .updateTable('source')
    .set((update) => ({
      last_attempt_at: result.endedAt,
      ...(isFailed ? {} : { last_success_at: result.endedAt }),
      failures: isFailed ? update('failures', '+', 1) : 0,
      failure: result.failure,
      next_check_at: next.at.toISOString(),
      paused_reason: next.pausedReason,
    }))
    .where('id', '=', result.sourceId)
    .execute()
}

/** Rounds in a row that failed, before the one that is running. */
export async function countFailures(db: Database, sourceId: string): Promise<number> {
  const row = await db.selectFrom('source').select('failures').where('id', '=', sourceId).executeTakeFirst()
  return row?.failures ?? 0
}

export type SourceRow = {
  readonly source: Source
  readonly lastAttemptAt: string | null
  readonly lastSuccessAt: string | null
  readonly nextCheckAt: string
  readonly failures: number
  readonly failure: FailureCode | null
  readonly pausedReason: string | null
}

/** Every source with what is known of its rounds. */
export async function listSourceRows(db: Database): Promise<SourceRow[]> {
  const rows = await db.selectFrom('source').selectAll().where('removed_at', 'is', null).orderBy('name').execute()
  return rows.map((row) => ({
    source: parse(row),
    lastAttemptAt: row.last_attempt_at,
    lastSuccessAt: row.last_success_at,
    nextCheckAt: row.next_check_at,
    failures: row.failures,
    failure: row.failure as FailureCode | null,
    pausedReason: row.paused_reason,
  }))
}
