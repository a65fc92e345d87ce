// The audit log: append-only rows, each holding the hash of the one before.
import { createHash } from 'node:crypto'
import type { AuditCheck, AuditEntry, AuditHead } from '../model/audit.ts'
import type { Database, Tables } from './tables.ts'

const genesis: AuditHead = { sequence: 0, hash: '0'.repeat(64) }

type Row = Tables['audit']

function hashRow(row: Omit<Row, 'hash'>): string {
  const content = [row.sequence, row.at, row.actor, row.action, row.subject, row.details, row.previous_hash]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The newest row's number and hash; printed in every weekly report, so that a cut tail shows. */
export async function readAuditHead(db: Database): Promise<AuditHead> {
  const row = await db
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? genesis
}

/** Adds one row to the chain. Give the transaction of the deed itself, so that neither stands without the other. */
export async function appendAudit(db: Database, entry: AuditEntry, now: Date): Promise<AuditHead> {
  if (!db.isTransaction) return db.transaction().execute((trx) => appendAudit(trx, entry, now))
  const head = await readAuditHead(db)
  const row = {
    sequence: head.sequence + 1,
    at: now.toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    details: JSON.stringify(entry.details ?? {}),
    previous_hash: head.hash,
  }
  const hash = hashRow(row)
  await db
    .insertInto('audit')
    .values({ ...row, hash })
    .execute()
  return { sequence: row.sequence, hash }
}

/** Reads the chain from its start and finds the first row that was changed, removed or put elsewhere. */
export async function verifyAudit(db: Database): Promise<AuditCheck> {
  const pageRows = 5000
  let head = genesis
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', head.sequence)
      .orderBy('sequence')
      .limit(pageRows)
      .execute()
    for (const { hash, ...row } of rows) {
      const fits = row.sequence === head.sequence + 1 && row.previous_hash === head.hash && hashRow(row) === hash
      if (!fits) return { rows: head.sequence, head, brokenAt: row.sequence }
      head = { sequence: row.sequence, hash }
    }
    if (rows.length < pageRows) return { rows: head.sequence, head, brokenAt: null }
  }
}
