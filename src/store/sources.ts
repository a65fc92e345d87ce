// Sources as rows: the database is the truth, the configuration files are its import.
import type { CrawlResult, PauseReason } from '../model/crawl.ts'
import type { FailureCode } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import type { NextCheck } from '../rules/due.ts'
import { pauseUnconfirmed } from './confirmations.ts'
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
    // A pause by hand stays until it is lifted by hand.
    const paused_reason = before?.paused_reason === 'by_hand' ? before.paused_reason : null
    const failures = { failures: 0, failing_since: null, failure: null }
    const fresh = { ...values, ...failures, next_check_at: at, paused_reason, removed_at: null }
    await db
      .insertInto('source')
      .values({ id: source.id, ...fresh, last_attempt_at: null, last_success_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(fresh))
      .execute()
  }
  const kept = new Set(sources.map((source) => source.id))
  const removed = [...known.values()].filter((row) => row.removed_at === null && !kept.has(row.id)).map((row) => row.id)
  if (removed.length > 0) await db.updateTable('source').set({ removed_at: at }).where('id', 'in', removed).execute()
  await pauseUnconfirmed(db, sources)
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
      failing_since: isFailed ? update.fn.coalesce('failing_since', update.val(result.startedAt)) : null,
      failure: result.failure,
      next_check_at: next.at.toISOString(),
      // Somebody may have paused the source while the round was running.
      paused_reason: update
        .case()
        .when('paused_reason', '=', 'by_hand')
        .then(update.ref('paused_reason'))
        .else(next.pausedReason)
        .end(),
    }))
    .where('id', '=', result.sourceId)
    .execute()
}

export type Failing = { readonly failures: number; readonly since: string | null }

/** Rounds in a row that failed, before the one that is running. */
export async function readFailing(db: Database, sourceId: string): Promise<Failing> {
  const row = await db
    .selectFrom('source')
    .select(['failures', 'failing_since as since'])
    .where('id', '=', sourceId)
    .executeTakeFirst()
  return row ?? { failures: 0, since: null }
}

/** Stops asking a source until somebody resumes it. False where it was paused already, or does not exist. */
export async function pauseSource(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('source')
    .set({ paused_reason: 'by_hand' })
    .where('id', '=', id)
    .where('paused_reason', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lifts any pause: the source is asked at once, and its failures count from nought. False where it was not paused. */
export async function resumeSource(db: Database, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('source')
    .set({ paused_reason: null, failures: 0, failing_since: null, next_check_at: now.toISOString() })
    .where('id', '=', id)
    .where('paused_reason', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type SourceRow = {
  readonly source: Source
  readonly lastAttemptAt: string | null
  readonly lastSuccessAt: string | null
  readonly nextCheckAt: string
  readonly failures: number
  readonly failure: FailureCode | null
  readonly pausedReason: PauseReason | null
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
    pausedReason: row.paused_reason as PauseReason | null,
  }))
}

/** Lets a source be asked with the next tick: its hub said that there is something new. A paused one stays paused. */
export async function makeDue(db: Database, sourceId: string, now: Date): Promise<void> {
  const at = now.toISOString()
  await db
    .updateTable('source')
    .set({ next_check_at: at })
    .where('id', '=', sourceId)
    .where('next_check_at', '>', at)
    .execute()
}
