import { describe, expect, it } from 'vitest'
import { createTurns } from '../../crawlers/turns.ts'
import type { HostTurns } from '../../src/model/host-turns.ts'
import { createSharedTurns } from '../../src/store/host-turns.ts'
import { openSample } from './samples.ts'

const startMs = Date.parse('2026-11-16T01:00:00Z')

const kinds: Record<string, (clock: () => number) => Promise<HostTurns>> = {
  'in memory': async (clock) => createTurns(clock),
  'in the database': async (clock) => createSharedTurns((await openSample()).db, clock),
}

describe.each(Object.entries(kinds))('host turns %s', (_, open) => {
  it('gives a free host to the first who asks, and to nobody else until the turn ends', async () => {
    const turns = await open(() => startMs)
    expect(await turns.claim('a.vn', 0)).toEqual({ waitMs: 0, heldMs: 0 })
    expect((await turns.claim('a.vn', 0)).waitMs).toBeGreaterThan(0)
    expect((await turns.claim('b.vn', 0)).waitMs).toBe(0)
    await turns.end('a.vn')
    expect((await turns.claim('a.vn', 0)).waitMs).toBe(0)
  })

  it('counts the gap from the end of the turn', async () => {
    let nowMs = startMs
    const turns = await open(() => nowMs)
    await turns.claim('a.vn', 5000)
    nowMs += 3000
    await turns.end('a.vn')
    nowMs += 4000
    expect((await turns.claim('a.vn', 5000)).waitMs).toBe(1000)
    nowMs += 1000
    expect((await turns.claim('a.vn', 5000)).waitMs).toBe(0)
  })

  it('keeps the longest quiet that a host asked for', async () => {
    let nowMs = startMs
    const turns = await open(() => nowMs)
    await turns.hold('a.vn', 60_000)
    await turns.hold('a.vn', 1000)
    expect(await turns.claim('a.vn', 0)).toEqual({ waitMs: 60_000, heldMs: 60_000 })
    nowMs += 60_000
    expect((await turns.claim('a.vn', 0)).waitMs).toBe(0)
  })
})

describe('host turns of several processes', () => {
  const dead = { holder: '999999999:1', lease_until: new Date(startMs + 60_000).toISOString() }
  const never = new Date(0).toISOString()

  it('are taken from a process that has died, after the gap', async () => {
    let nowMs = startMs
    const { db } = await openSample()
    const turns = createSharedTurns(db, () => nowMs)
    await db
      .insertInto('host_turn')
      .values({ host: 'a.vn', ...dead, ended_at: never, quiet_until: never })
      .execute()
    expect((await turns.claim('a.vn', 5000)).waitMs).toBeGreaterThan(0)
    nowMs += 4000
    expect((await turns.claim('a.vn', 5000)).waitMs).toBe(1000)
    nowMs += 1000
    expect((await turns.claim('a.vn', 5000)).waitMs).toBe(0)
  })

  it('are not locked by a clock that was set back', async () => {
    let nowMs = startMs
    const { db } = await openSample()
    const turns = createSharedTurns(db, () => nowMs)
    await turns.claim('a.vn', 5000)
    await turns.end('a.vn')
    await turns.hold('a.vn', 10_000)
    nowMs -= 30 * 86_400_000
    expect((await turns.claim('a.vn', 5000)).waitMs).toBe(0)
  })

  it('do not end the turn of another process', async () => {
    const { db } = await openSample()
    const turns = createSharedTurns(db, () => startMs)
    const other = { ...dead, holder: `${process.ppid}:other` }
    await db
      .insertInto('host_turn')
      .values({ host: 'a.vn', ...other, ended_at: never, quiet_until: never })
      .execute()
    await turns.end('a.vn')
    expect(await db.selectFrom('host_turn').select('holder').executeTakeFirst()).toEqual({ holder: other.holder })
  })
})
