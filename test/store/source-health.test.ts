import { describe, expect, it } from 'vitest'
import type { CrawlResult } from '../../src/model/crawl.ts'
import { dayMs } from '../../src/rules/day.ts'
import { saveCrawl } from '../../src/store/crawls.ts'
import { readSourceStatuses } from '../../src/store/source-status.ts'
import {
  applySources,
  listDueSources,
  pauseSource,
  readFailing,
  recordRound,
  resumeSource,
} from '../../src/store/sources.ts'
import { makeSource, now, openSample } from './samples.ts'

const at = (days: number): string => new Date(now.getTime() + days * dayMs).toISOString()

function round(day: number, more: Partial<CrawlResult> = {}): CrawlResult {
  const times = { startedAt: at(day), endedAt: at(day) }
  return { sourceId: 'bao-a', ...times, status: 'ok', failure: null, message: null, outcomes: [], ...more }
}
const withItems = (count: number): Partial<CrawlResult> => ({
  outcomes: [
    { result: 'stored', reason: 'new', count },
    { result: 'unchanged', reason: null, count: 9 },
  ],
})
const failed: Partial<CrawlResult> = { status: 'failed', failure: 'timeout' }
const soon = { at: now, pausedReason: null } as const

const statusOf = async (db: Awaited<ReturnType<typeof openSample>>['db'], id = 'bao-a', language: 'vi' | 'en' = 'en') =>
  (await readSourceStatuses(db, language, now)).find(({ sourceId }) => sourceId === id)

describe('source health', () => {
  it('gives the yield of eight weeks, kept beyond the ledger', async () => {
    const { db } = await openSample()
    for (let day = -27; day <= 0; day++) await saveCrawl(db, round(day, day === -27 ? withItems(80) : withItems(2)), [])
    await saveCrawl(db, round(0, withItems(3)), [])
    await db.deleteFrom('crawl_outcome').execute()
    await db.deleteFrom('crawl').execute()
    expect(await statusOf(db)).toMatchObject({ itemsByWeek: [null, null, null, null, 92, 14, 14, 17], typicalWeek: 16 })
  })

  it('calls a source silent by its own rhythm, and says what to do in both languages', async () => {
    const { db } = await openSample()
    for (let day = -40; day <= 0; day++) {
      const result = round(day, day < -5 ? withItems(5) : {})
      await saveCrawl(db, result, [])
      await recordRound(db, result, soon)
    }
    const status = await statusOf(db)
    expect([status?.state, status?.message]).toEqual(['silent', expect.stringContaining('5 days in a row')])
    expect((await statusOf(db, 'bao-a', 'vi'))?.message).toContain('5 ngày liền')
  })

  it('does not take a week of failed rounds for silence', async () => {
    const { db } = await openSample()
    for (let day = -40; day <= 0; day++) {
      const result = round(day, day < -8 ? withItems(5) : day < 0 ? failed : {})
      await saveCrawl(db, result, [])
      await recordRound(db, result, soon)
    }
    expect((await statusOf(db))?.state).toBe('healthy')
  })
})

describe('pauses', () => {
  it('remember since when a source fails, until a round goes well', async () => {
    const { db } = await openSample()
    for (const day of [-9, -4]) await recordRound(db, round(day, failed), soon)
    expect(await readFailing(db, 'bao-a')).toEqual({ failures: 2, since: at(-9) })
    await recordRound(db, round(0), soon)
    expect(await readFailing(db, 'bao-a')).toEqual({ failures: 0, since: null })
  })

  it('say why in words, and are lifted by hand', async () => {
    const { db } = await openSample()
    await recordRound(db, round(-1, failed), { at: now, pausedReason: 'kept_failing' })
    expect(await statusOf(db)).toMatchObject({
      state: 'paused',
      nextCheckAt: null,
      message: expect.stringMatching(/20 times in a row.*too slowly.*sources resume bao-a/),
    })
    expect(await listDueSources(db, now)).not.toContain('bao-a')
    expect([await resumeSource(db, 'bao-a', now), await resumeSource(db, 'bao-a', now)]).toEqual([true, false])
    expect(await listDueSources(db, now)).toContain('bao-a')
    expect(await readFailing(db, 'bao-a')).toEqual({ failures: 0, since: null })
  })

  it('by hand outlast the round that is running and a change of the entry', async () => {
    const { db } = await openSample()
    expect([await pauseSource(db, 'bao-a'), await pauseSource(db, 'bao-a')]).toEqual([true, false])
    await recordRound(db, round(0), soon)
    await applySources(db, [makeSource('bao-a', { name: 'Báo A mới' })], now)
    expect(await statusOf(db)).toMatchObject({ state: 'paused', pausedReason: 'by_hand', name: 'Báo A mới' })
  })
})
