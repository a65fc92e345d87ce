// What is remembered of web addresses, so that nothing is fetched twice without need. Never a private post's address.
import type { Checkpoint, KnownResource, Validators } from '../model/capture.ts'
import type { Database } from './tables.ts'

export async function readResource(db: Database, sourceId: string, url: string): Promise<KnownResource | null> {
  const row = await db
    .selectFrom('resource')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .executeTakeFirst()
  if (!row) return null
  return {
    validators: { etag: row.etag, lastModified: row.last_modified },
    checkedAt: new Date(row.checked_at),
    entryFingerprint: row.entry_fingerprint,
    failures: row.failures,
  }
}

export type ResourceVisit = {
  readonly sourceId: string
  readonly url: string
  /** Null keeps what is known: a 304, or a page that failed. */
  readonly validators: Validators | null
  readonly entryFingerprint: string | null
  readonly hasFailed: boolean
}

/** Remembers a visit; call it in the transaction that stores what came of it. */
export async function recordVisit(db: Database, visit: ResourceVisit, now: Date): Promise<void> {
  const checked = {
    checked_at: now.toISOString(),
    ...(visit.entryFingerprint === null ? {} : { entry_fingerprint: visit.entryFingerprint }),
    ...(visit.validators === null ? {} : { etag: visit.validators.etag, last_modified: visit.validators.lastModified }),
  }
  await db
    .insertInto('resource')
    .values({
      source_id: visit.sourceId,
      url: visit.url,
      etag: null,
      last_modified: null,
      entry_fingerprint: null,
      ...checked,
      failures: visit.hasFailed ? 1 : 0,
    })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'url']).doUpdateSet((set) => ({
        ...checked,
        failures: visit.hasFailed ? set('resource.failures', '+', 1) : 0,
      })),
    )
    .execute()
}

/** Validators of a feed or listing, after everything in it was stored. */
export async function recordCheckpoint(
  db: Database,
  sourceId: string,
  checkpoint: Checkpoint,
  now: Date,
): Promise<void> {
  const { url, validators } = checkpoint
  await recordVisit(db, { sourceId, url, validators, entryFingerprint: null, hasFailed: false }, now)
}
