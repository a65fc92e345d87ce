import { describe, expect, it } from 'vitest'
import { work } from '../../src/pipeline/work.ts'
import { createQueue, maxAttempts } from '../../src/store/queue.ts'
import { now, openSample } from '../store/samples.ts'

async function openWorkers(crawl: (sourceId: string, signal: AbortSignal) => Promise<void>) {
  const { db } = await openSample()
  const queue = createQueue(db)
  let clock = now.getTime()
  const stop = new AbortController()
  const errors: string[] = []
  const handlers = {
    crawl: ({ payload }: { payload: { sourceId: string } }, signal: AbortSignal) => crawl(payload.sourceId, signal),
    link: async () => undefined,
    triage: async () => undefined,
    purge: async () => undefined,
    report: async () => undefined,
  }
  const run = () =>
    work({
      queue,
      handlers,
      concurrency: 2,
      now: () => new Date(clock),
      signal: stop.signal,
      untilEmpty: true,
      onError: (job) => errors.push(job.kind),
    })
  const later = (ms: number) => {
    clock += ms
  }
  const send = (sourceId: string) => queue.send('crawl', { sourceId }, { key: `crawl:${sourceId}`, runAt: now })
  return { db, queue, run, later, send, stop, errors }
}

describe('workers', () => {
  it('do every job once', async () => {
    const done: string[] = []
    const { run, send, db } = await openWorkers(async (id) => void done.push(id))
    for (const id of ['a', 'b', 'c']) await send(id)
    await run()
    expect(done.sort()).toEqual(['a', 'b', 'c'])
    expect(await db.selectFrom('job').selectAll().execute()).toEqual([])
  })

  it('try a failing job again later, each time later still, and give it up after its last try', async () => {
    let tries = 0
    const { run, send, later, queue, errors } = await openWorkers(async () => {
      tries++
      throw new TypeError('quotes the text')
    })
    await send('a')
    await run()
    await run()
    expect(tries).toBe(1)
    for (let i = 1; i < maxAttempts; i++) {
      later(3_600_000)
      await run()
    }
    expect([tries, errors.length]).toEqual([maxAttempts, maxAttempts])
    expect(await queue.listDead()).toMatchObject([{ kind: 'crawl', lastError: 'TypeError' }])
  })

  it('give back what they hold when the program stops, as if it had not been taken', async () => {
    const { run, send, stop, db } = await openWorkers(async (_, signal) => {
      stop.abort()
      signal.throwIfAborted()
    })
    await send('a')
    await run()
    const rows = await db.selectFrom('job').select(['state', 'attempts', 'lease_until']).execute()
    expect(rows).toEqual([{ state: 'waiting', attempts: 0, lease_until: null }])
  })
})
