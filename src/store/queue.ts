// Jobs, embedded: a table with leases, retries and a dead-letter state. Behind `Queue` a job server can stand later.
import { randomUUID } from 'node:crypto'
import type { DeadJob, Job, JobKind, JobPayloads } from '../model/job.ts'
import { isAlive, self } from './lease-owner.ts'
import type { Database, Tables, Trx } from './tables.ts'

export type SendOptions = {
  /** While a job with this key waits or runs, another one is not taken in. */
  readonly key: string
  readonly runAt: Date
  /** The transaction of the rows that the job is about: both stand, or neither. */
  readonly trx?: Trx
}

export type Queue = {
  /** False when a job with the same key is already there. */
  readonly send: <K extends JobKind>(kind: K, payload: JobPayloads[K], options: SendOptions) => Promise<boolean>
  /** The job that is due longest, leased to the caller; null when nothing is due. */
  readonly take: (kinds: readonly JobKind[], leaseMs: number, now: Date) => Promise<Job | null>
  readonly extend: (job: Job, leaseMs: number, now: Date) => Promise<void>
  readonly complete: (job: Job) => Promise<void>
  /** Gives a job back as if it had not been taken: the program is stopping. */
  readonly release: (job: Job) => Promise<void>
  /** Puts the job back for later, or among the dead after `maxAttempts`. */
  readonly fail: (job: Job, error: string, afterMs: number, now: Date) => Promise<'waiting' | 'dead'>
  readonly listDead: () => Promise<DeadJob[]>
  /** Frees jobs whose process has died without a word; call it once at start. Returns how many. */
  readonly recover: () => Promise<number>
}

export const maxAttempts = 5

const toJob = (row: Tables['job']): Job =>
  ({ id: row.id, kind: row.kind, payload: JSON.parse(row.payload), attempts: row.attempts }) as Job

/** The queue on the product's own database. */
export function createQueue(db: Database): Queue {
  return {
    async send(kind, payload, { key, runAt, trx }) {
      const result = await (trx ?? db)
        .insertInto('job')
        .values({
          id: randomUUID(),
          kind,
          payload: JSON.stringify(payload),
          unique_key: key,
          state: 'waiting',
          run_at: runAt.toISOString(),
          attempts: 0,
          lease_until: null,
          lease_owner: null,
          last_error: null,
          created_at: new Date().toISOString(),
        })
        .onConflict((conflict) => conflict.column('unique_key').doNothing())
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    take: (kinds, leaseMs, now) => db.transaction().execute((trx) => takeJob(trx, kinds, leaseMs, now)),
    async extend(job, leaseMs, now) {
      const until = new Date(now.getTime() + leaseMs).toISOString()
      await db.updateTable('job').set({ lease_until: until }).where('id', '=', job.id).execute()
    },
    async release(job) {
      const changes = { state: 'waiting', lease_until: null, attempts: job.attempts - 1 }
      await db.updateTable('job').set(changes).where('id', '=', job.id).execute()
    },
    async complete(job) {
      await db.deleteFrom('job').where('id', '=', job.id).execute()
    },
    async fail(job, error, afterMs, now) {
      const state = job.attempts >= maxAttempts ? 'dead' : 'waiting'
      const changes = {
        state,
        lease_until: null,
        last_error: error.slice(0, 500),
        run_at: new Date(now.getTime() + afterMs).toISOString(),
        // A dead job frees its key, so that the next round can be asked for.
        ...(state === 'dead' ? { unique_key: `dead:${job.id}` } : {}),
      }
      await db.updateTable('job').set(changes).where('id', '=', job.id).execute()
      return state
    },
    async listDead() {
      const rows = await db.selectFrom('job').selectAll().where('state', '=', 'dead').orderBy('created_at').execute()
      return rows.map((row) => ({ ...toJob(row), lastError: row.last_error ?? '' }))
    },
    async recover() {
      const running = await db.selectFrom('job').select(['id', 'lease_owner']).where('state', '=', 'running').execute()
      const lost = running.filter((job) => job.lease_owner === null || !isAlive(job.lease_owner)).map((job) => job.id)
      if (lost.length > 0)
        await db.updateTable('job').set({ state: 'waiting', lease_until: null }).where('id', 'in', lost).execute()
      return lost.length
    },
  }
}

async function takeJob(trx: Trx, kinds: readonly JobKind[], leaseMs: number, now: Date): Promise<Job | null> {
  const at = now.toISOString()
  const row = await trx
    .selectFrom('job')
    .selectAll()
    .where('kind', 'in', [...kinds])
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'waiting'), where('run_at', '<=', at)]),
        // Whoever held it has died: the lease has run out.
        where.and([where('state', '=', 'running'), where('lease_until', '<=', at)]),
      ]),
    )
    .orderBy('run_at')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const attempts = row.attempts + 1
  await trx
    .updateTable('job')
    .set({
      state: 'running',
      attempts,
      lease_until: new Date(now.getTime() + leaseMs).toISOString(),
      lease_owner: self,
    })
    .where('id', '=', row.id)
    .execute()
  return toJob({ ...row, attempts })
}
