import { describe, expect, it } from 'vitest'
import { FetchFailure } from '../../src/errors.ts'
import type { CrawlEvent } from '../../src/model/capture.ts'
import { crawlSource } from '../../src/pipeline/crawl.ts'
import { article, checkpoint, openPipeline } from './deps.ts'

const feedUrl = 'https://bao-a.example/rss.xml'
const { signal } = new AbortController()

async function* say(...events: CrawlEvent[]): AsyncGenerator<CrawlEvent> {
  yield* events
}

async function crawlOnce(script: () => AsyncGenerator<CrawlEvent>, sourceId = 'bao-a') {
  const pipeline = await openPipeline(script)
  const source = await pipeline.deps.store.readSource(sourceId)
  if (!source) throw new Error('no such source')
  const progress: string[] = []
  const tell = (_: string, expected: number, done: number) => progress.push(`${done}/${expected}`)
  const result = await crawlSource(pipeline.deps, source, { signal, progress: tell })
  return { ...pipeline, source, result, progress }
}

describe('a round', () => {
  it('counts exactly one outcome for every capture', async () => {
    const unchanged = {
      kind: 'unchanged',
      url: 'https://a.example/9',
      entryFingerprint: null,
      wasAsked: false,
    } as const
    const { result } = await crawlOnce(() =>
      say(
        article('1', 'Một', 'A'),
        article('2', 'Một', 'A'),
        article('3', null),
        article('4', 'x', 'hang'),
        unchanged,
        unchanged,
        checkpoint(feedUrl),
      ),
    )
    expect(result.status).toBe('ok')
    expect(result.outcomes).toEqual([
      { result: 'stored', reason: 'new', count: 1 },
      { result: 'duplicate', reason: 'same_text', count: 1 },
      { result: 'dropped', reason: 'page_failed', count: 1 },
      { result: 'quarantined', reason: 'took longer than 20 s', count: 1 },
      { result: 'unchanged', reason: null, count: 2 },
    ])
  })

  it('keeps why an article is not shown', async () => {
    const { db } = await crawlOnce(() => say(article('3', null)))
    expect(await db.selectFrom('capture').select(['url', 'result', 'reason']).execute()).toEqual([
      { url: 'https://a.example/3', result: 'dropped', reason: 'page_failed' },
    ])
  })

  it('remembers a feed’s validators only after its articles stand', async () => {
    const { deps } = await crawlOnce(() => say(article('1', 'Một'), checkpoint(feedUrl)))
    expect((await deps.store.readResource('bao-a', feedUrl))?.validators.etag).toBe('"feed-1"')
  })

  it('does not remember them when it breaks off before the end', async () => {
    const { deps, result } = await crawlOnce(async function* () {
      yield article('1', 'Một')
      throw new FetchFailure('timeout', 'a.example did not answer within 15 s')
    })
    expect(result).toMatchObject({ status: 'failed', failure: 'timeout', outcomes: [{ result: 'stored', count: 1 }] })
    expect(await deps.store.readResource('bao-a', feedUrl)).toBeNull()
  })

  it('pauses a source that is gone, and backs off from one that fails', async () => {
    const gone = await crawlOnce(async function* () {
      yield* []
      throw new FetchFailure('gone', 'a.example answered 410')
    })
    expect(await gone.deps.store.listDueSources(new Date('2030-01-01'))).not.toContain('bao-a')
    const failing = await crawlOnce(async function* () {
      yield* []
      throw new FetchFailure('rate_limited', 'a.example asks to wait', 3 * 3_600_000)
    })
    const row = await failing.db.selectFrom('source').selectAll().where('id', '=', 'bao-a').executeTakeFirstOrThrow()
    expect(row).toMatchObject({ failures: 1, failure: 'rate_limited', next_check_at: '2026-11-18T06:00:00.000Z' })
  })

  it('goes on past one address of several that fails, and shows it', async () => {
    const failed = {
      kind: 'resource_failed',
      url: feedUrl,
      failure: 'not_found',
      message: 'a.example answered 404',
    } as const
    const { result } = await crawlOnce(() => say(failed, article('1', 'Một'), checkpoint(`${feedUrl}?2`)))
    expect(result).toMatchObject({ status: 'ok', failure: 'not_found', message: 'a.example answered 404' })
  })

  it('tells how far it is', async () => {
    const { progress } = await (async () => {
      const script = async function* (context: { expect: (count: number) => void }): AsyncGenerator<CrawlEvent> {
        context.expect(2)
        yield article('1', 'Một', 'A')
        yield article('2', 'Hai', 'B')
      }
      return crawlOnce(script as never)
    })()
    expect(progress).toEqual(['0/2', '1/2', '2/2'])
  })
})

describe('private sources', () => {
  const post = {
    kind: 'post',
    secretKey: 'https://mxh.example/@ai/1',
    html: 'x',
    day: '2026-11-17',
    language: null,
  } as const

  it('are counted, and nothing of a post is kept', async () => {
    const { db, result } = await crawlOnce(() => say(post, post), 'mxh')
    expect(result.outcomes).toEqual([
      { result: 'stored', reason: 'counted', count: 1 },
      { result: 'duplicate', reason: 'already_counted', count: 1 },
    ])
    for (const table of ['item', 'capture', 'resource', 'tag'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it('can never give an item, whatever a connector says', async () => {
    const { db, result } = await crawlOnce(() => say(article('1', 'Một')), 'mxh')
    expect(result.outcomes[0]?.result).toBe('quarantined')
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([])
  })
})
