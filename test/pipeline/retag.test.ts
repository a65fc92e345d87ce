import { afterEach, describe, expect, it } from 'vitest'
import type { ConventionId } from '../../src/model/convention.ts'
import { type RetagOptions, retag } from '../../src/pipeline/retag.ts'
import { readTags } from '../../src/store/item-judgement.ts'
import { listRetagRuns } from '../../src/store/retags.ts'
import { makeDraft, now, redacted, visit } from '../store/samples.ts'
import { openPipeline } from './deps.ts'

let pipeline: Awaited<ReturnType<typeof openPipeline>>
afterEach(async () => {
  await pipeline.deps.stories.close()
  await pipeline.db.destroy()
})

/** Items, all tagged CRC; today's judge says what `said` says of a title. */
async function open(count: number, said: (title: string) => readonly ConventionId[]) {
  pipeline = await openPipeline(async function* () {})
  for (let n = 1; n <= count; n++) {
    const url = `https://a.example/${n}`
    const draft = makeDraft({ url, contentHash: url, title: redacted(`Tin ${n}`), conventions: ['crc'] })
    await pipeline.deps.store.saveItem({ sourceId: 'bao-a', draft, visit: visit(url) }, now)
  }
  const judge = {
    ...pipeline.deps.judge,
    stored: async ({ title }: { title: string }) => ({
      judgement: { ...makeDraft({ conventions: said(title) }).judgement, version: 'test 2' },
      places: [],
    }),
  }
  return { ...pipeline.deps, judge }
}

const options = (more: Partial<RetagOptions> = {}): RetagOptions => ({
  period: { from: '2026-11-17', to: '2026-11-17' },
  version: 'test 2',
  actor: 'cli',
  isDryRun: false,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...more,
})
const conventionsOf = async (id: number) =>
  (await readTags(pipeline.db, [id])).get(id)?.map(({ convention }) => convention) ?? []
const actions = async () =>
  (await pipeline.db.selectFrom('audit').select('action').execute()).map(({ action }) => action)

describe('retag', () => {
  it('writes what changed, and keeps the figures before and after', async () => {
    const deps = await open(3, (title) => (title === 'Tin 2' ? ['cat'] : title === 'Tin 3' ? [] : ['crc']))
    const run = await retag(deps, options())
    expect(run).toMatchObject({
      items: 3,
      changed: 2,
      before: { crc: 3, cat: 0, none: 0 },
      after: { crc: 1, cat: 1, none: 1 },
    })
    expect([await conventionsOf(1), await conventionsOf(2), await conventionsOf(3)]).toEqual([['crc'], ['cat'], []])
    expect(await listRetagRuns(pipeline.db)).toEqual([run])
    expect(await actions()).toEqual(['retag_started', 'retagged'])
  })

  it('leaves items of other days alone', async () => {
    const deps = await open(1, () => ['cat'])
    const run = await retag(deps, options({ period: { from: '2026-11-18', to: '2026-11-30' } }))
    expect([run.items, await conventionsOf(1)]).toEqual([0, ['crc']])
  })

  it('compares and writes nothing when asked to', async () => {
    const deps = await open(2, () => ['cat'])
    const run = await retag(deps, options({ isDryRun: true }))
    expect(run).toMatchObject({ before: { crc: 2 }, after: { cat: 2, crc: 0 } })
    expect([await conventionsOf(1), await listRetagRuns(pipeline.db), await actions()]).toEqual([['crc'], [], []])
  })

  it('goes on where it was broken off, with the figures of the first part', async () => {
    const deps = await open(120, () => ['cat'])
    const stop = new AbortController()
    const first = await retag(deps, options({ signal: stop.signal, progress: (done) => done > 0 && stop.abort() }))
    expect([first.endedAt, first.items]).toEqual([null, 100])
    const whole = await retag(deps, options())
    expect(whole).toMatchObject({ id: first.id, items: 120, before: { crc: 120 }, after: { cat: 120 } })
    expect(await listRetagRuns(pipeline.db)).toHaveLength(1)
  })

  it('does not overwrite an item that was edited while it was judged', async () => {
    const deps = await open(1, () => ['cat'])
    const stored: typeof deps.judge.stored = async (text) => {
      await pipeline.db.updateTable('item').set({ content_hash: 'edited' }).execute()
      return deps.judge.stored(text)
    }
    await retag({ ...deps, judge: { ...deps.judge, stored } }, options())
    expect(await conventionsOf(1)).toEqual(['crc'])
  })

  it('keeps an item as it is where it cannot be judged', async () => {
    const deps = await open(1, () => ['cat'])
    const stored = () => Promise.reject(new Error('took too long'))
    const run = await retag({ ...deps, judge: { ...deps.judge, stored } }, options())
    expect([run.changed, run.after.crc, await conventionsOf(1)]).toEqual([0, 1, ['crc']])
  })
})
