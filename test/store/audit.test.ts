import { beforeEach, describe, expect, it } from 'vitest'
import { appendAudit, readAuditHead, verifyAudit } from '../../src/store/audit.ts'
import type { Database } from '../../src/store/tables.ts'
import { now, openSample } from './samples.ts'

let db: Database

beforeEach(async () => {
  db = (await openSample()).db
  for (const subject of ['một', 'hai', 'ba', 'bốn'])
    await appendAudit(db, { actor: 'cli', action: 'search', subject, details: { total: 1 } }, now)
})

describe('audit chain', () => {
  it('is whole as written, and its head is the last row', async () => {
    const check = await verifyAudit(db)
    expect([check.rows, check.brokenAt]).toEqual([4, null])
    expect(check.head).toEqual(await readAuditHead(db))
  })

  it('shows a changed row', async () => {
    await db.updateTable('audit').set({ subject: 'khác' }).where('sequence', '=', 2).execute()
    expect((await verifyAudit(db)).brokenAt).toBe(2)
  })

  it('shows a removed row', async () => {
    await db.deleteFrom('audit').where('sequence', '=', 3).execute()
    expect((await verifyAudit(db)).brokenAt).toBe(4)
  })

  it('shows rows in another order', async () => {
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ] as const)
      await db.updateTable('audit').set({ sequence: to }).where('sequence', '=', from).execute()
    expect((await verifyAudit(db)).brokenAt).toBe(2)
  })

  it('shows a cut tail against a head that was printed before', async () => {
    const printed = await readAuditHead(db)
    await db.deleteFrom('audit').where('sequence', '=', 4).execute()
    const check = await verifyAudit(db)
    expect(check.brokenAt).toBeNull()
    expect(check.head).not.toEqual(printed)
  })

  it('gives each of many at once its own place', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => appendAudit(db, { actor: 'cli', action: 'search', subject: `${i}` }, now)),
    )
    expect(await verifyAudit(db)).toMatchObject({ rows: 24, brokenAt: null })
  })
})
