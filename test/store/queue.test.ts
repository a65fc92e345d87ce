import { describe, expect, it } from 'vitest'
import { createQueue, maxAttempts } from '../../src/store/queue.ts'
import { now, openSample } from './samples.ts'

const later = (ms: number): Date => new Date(now.getTime() + ms)

async function openQueue() {
  const { db } = await openSample()
  return { db, queue: createQueue(db) }
}

describe('queue', () => {
  it('takes in one job per key until it is done', async () => {
    const { queue } = await openQueue()
    const send = () => queue.send('crawl', { sourceId: 'bao-a' }, { key: 'crawl:bao-a', runAt: now })
    expect([await send(), await send()]).toEqual([true, false])
    const job = await queue.take(['crawl'], 1000, now)
    expect(await send()).toBe(false)
    if (job) await queue.complete(job)
    expect(await send()).toBe(true)
  })

  it('gives a job to one taker, and to another when the lease has run out', async () => {
    const { queue } = await openQueue()
    await queue.send('crawl', { sourceId: 'bao-a' }, { key: 'k', runAt: now })
    expect(await queue.take(['crawl'], 1000, now)).toMatchObject({ payload: { sourceId: 'bao-a' }, attempts: 1 })
    expect(await queue.take(['crawl'], 1000, later(500))).toBeNull()
    expect(await queue.take(['crawl'], 1000, later(1001))).toMatchObject({ attempts: 2 })
  })

  it('keeps a lease that is extended', async () => {
    const { queue } = await openQueue()
    await queue.send('purge', {}, { key: 'k', runAt: now })
    const job = await queue.take(['purge'], 1000, now)
    if (job) await queue.extend(job, 5000, now)
    expect(await queue.take(['purge'], 1000, later(2000))).toBeNull()
  })

  it('does not run a job before its time, nor one of another kind', async () => {
    const { queue } = await openQueue()
    await queue.send('purge', {}, { key: 'k', runAt: later(1000) })
    expect(await queue.take(['purge'], 1000, now)).toBeNull()
    expect(await queue.take(['crawl'], 1000, later(1000))).toBeNull()
    expect(await queue.take(['purge'], 1000, later(1000))).not.toBeNull()
  })

  it('puts a failing job back, and among the dead after its last try, where its key is free again', async () => {
    const { queue } = await openQueue()
    await queue.send('purge', {}, { key: 'k', runAt: now })
    const states = []
    for (let i = 0; i < maxAttempts; i++) {
      const job = await queue.take(['purge'], 1000, now)
      if (job) states.push(await queue.fail(job, 'SomeError', 0, now))
    }
    expect(states).toEqual([...Array(maxAttempts - 1).fill('waiting'), 'dead'])
    expect(await queue.listDead()).toMatchObject([{ kind: 'purge', lastError: 'SomeError' }])
    expect(await queue.send('purge', {}, { key: 'k', runAt: now })).toBe(true)
  })

  it('frees at once what a process held that is no longer alive', async () => {
    const { db, queue } = await openQueue()
    await queue.send('purge', {}, { key: 'k', runAt: now })
    await queue.take(['purge'], 60_000, now)
    expect(await queue.recover()).toBe(0)
    // No process has the first number; this one's own process began at another time.
    for (const owner of [`${2 ** 30}:1`, `${process.pid}:1`]) {
      await db.updateTable('job').set({ lease_owner: owner, state: 'running' }).execute()
      expect(await queue.recover()).toBe(1)
    }
    expect(await queue.take(['purge'], 1000, now)).toMatchObject({ attempts: 2 })
  })

  it('stands or falls with the transaction it was sent in', async () => {
    const { db, queue } = await openQueue()
    const broken = db.transaction().execute(async (trx) => {
      await queue.send('purge', {}, { key: 'k', runAt: now, trx })
      throw new Error('rolled back')
    })
    await expect(broken).rejects.toThrow('rolled back')
    expect(await queue.take(['purge'], 1000, now)).toBeNull()
  })
})
