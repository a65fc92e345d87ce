import { describe, expect, it } from 'vitest'
import { retentionLimits } from '../../src/rules/retention.ts'
import { saveCrawl, saveFetch } from '../../src/store/crawls.ts'
import { listItems } from '../../src/store/item-list.ts'
import { saveItem } from '../../src/store/item-save.ts'
import { purge } from '../../src/store/purge.ts'
import { makeDraft, now, openSample, redacted, visit } from './samples.ts'

const limits = retentionLimits({ items: 30, ledger: 7, privatePosts: 30 }, now)

describe('retention', () => {
  it('deletes old items whole, after writing their daily figures', async () => {
    const { db, search } = await openSample()
    const old = makeDraft({ publishedAt: '2026-09-01T02:00:00.000Z', conventions: ['crc'], title: redacted('Tin cũ') })
    const edited = { ...old, contentHash: 'other', text: redacted('Đã sửa.') }
    const young = makeDraft({ url: 'https://a.example/2', contentHash: 'h2', title: redacted('Tin mới') })
    for (const draft of [old, edited, young])
      await saveItem(db, search, { sourceId: 'bao-a', draft, visit: visit(draft.url) }, now)

    expect(await purge(db, search, limits)).toMatchObject({ items: 1 })
    for (const q of ['tin cũ', 'tin']) {
      const list = await listItems(db, search, { q, limit: 50 })
      expect(list.items.map(({ title }) => title)).toEqual(q === 'tin' ? ['Tin mới'] : [])
    }
    for (const table of ['item_revision', 'tag', 'tag_article'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    const figures = await db
      .selectFrom('daily_count')
      .select(['day', 'convention', 'count'])
      .orderBy('convention')
      .execute()
    expect(figures).toEqual([
      { day: '2026-09-01', convention: 'all', count: 1 },
      { day: '2026-09-01', convention: 'crc', count: 1 },
    ])
    expect(await purge(db, search, limits)).toMatchObject({ items: 0 })
  })

  it('forgets old requests and rounds, and keeps the young', async () => {
    const { db, search } = await openSample()
    for (const at of ['2026-11-01T00:00:00.000Z', '2026-11-17T00:00:00.000Z']) {
      const outcomes = [{ result: 'stored', reason: 'new', count: 1 }] as const
      const round = {
        sourceId: 'bao-a',
        startedAt: at,
        endedAt: at,
        status: 'ok',
        failure: null,
        message: null,
        outcomes,
      } as const
      await saveCrawl(db, round, [{ url: 'https://a.example/1', outcome: { result: 'stored', reason: 'new' }, at }])
      const request = {
        host: 'a.example',
        url: 'https://a.example/1',
        robots: 'allowed',
        crawlDelayMs: null,
        status: 200,
      } as const
      await saveFetch(db, 'bao-a', { at: new Date(at), failure: null, bytes: 1, elapsedMs: 1, ...request })
    }
    await purge(db, search, limits)
    for (const table of ['crawl', 'crawl_outcome', 'capture', 'fetch'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toHaveLength(1)
  })
})
