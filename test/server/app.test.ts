import { beforeAll, describe, expect, it } from 'vitest'
import type { ItemList, Meta, SourceStatus } from '../../src/model/api.ts'
import { createApp } from '../../src/server/app.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { saveItem } from '../../src/store/item-save.ts'
import type { Database } from '../../src/store/tables.ts'
import { makeDraft, now, openSample, redacted, visit } from '../store/samples.ts'

let app: ReturnType<typeof createApp>
let db: Database

const article = { article: '28', vi: 'Quyền được giáo dục', en: 'Right to education' }
const taxonomy = [
  {
    convention: 'crc' as const,
    threshold: 0.5,
    yields: {},
    articles: [{ ...article, covers: 'giáo dục', situations: [], rules: [] }],
  },
]
const files = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', body: new TextEncoder().encode('<!doctype html>') }],
])

beforeAll(async () => {
  const opened = await openSample()
  db = opened.db
  const drafts = [
    makeDraft({ conventions: ['crc'] }),
    makeDraft({ url: 'https://a.example/2', contentHash: 'h2', title: redacted('<script>alert(1)</script>') }),
  ]
  for (const draft of drafts)
    await saveItem(db, opened.search, { sourceId: 'bao-a', draft, visit: visit(draft.url) }, now)
  app = createApp(
    { db, search: opened.search, officeName: 'Sở', version: '1.2.3', taxonomy, instruments: [], now: () => now },
    files,
  )
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost:8787${path}`, { headers: { host: 'localhost:8787', ...headers } })
const read = async <T>(path: string, headers?: Record<string, string>): Promise<T> =>
  (await ask(path, headers)).json() as Promise<T>

describe('API', () => {
  it('lists, filters and pages items', async () => {
    const { items, total, next } = await read<ItemList>('/api/items?limit=1')
    expect([items.length, total, next]).toEqual([1, 2, expect.any(String)])
    expect((await read<ItemList>(`/api/items?limit=1&cursor=${next}`)).items[0]?.id).not.toBe(items[0]?.id)
    expect((await read<ItemList>('/api/items?convention=crc')).items.map(({ id }) => id)).toEqual(['1'])
  })

  it('gives an item with its reasons', async () => {
    expect(await read('/api/items/1')).toMatchObject({
      id: '1',
      tags: [{ convention: 'crc', reasons: [{ words: 'Trường' }] }],
    })
  })

  it('lists the periods that were judged again', async () => {
    const counts = '{"crc":3}'
    const days = { from_day: '2026-11-01', to_day: '2026-11-30', started_at: now.toISOString(), ended_at: null }
    const figures = { last_item_id: 9, items: 9, changed: 2, counts_before: counts, counts_after: '{"crc":5}' }
    await db
      .insertInto('retag_run')
      .values({ id: 'r1', version: 'lexicon 1', ...days, ...figures })
      .execute()
    expect(await read('/api/retags')).toMatchObject([{ from: '2026-11-01', before: { crc: 3 }, after: { crc: 5 } }])
  })

  it('asks the judges why the next conventions were not given', async () => {
    const whyNot = async () => [{ convention: 'cat' as const, score: 0.2, threshold: 0.6, missing: [] }]
    const context = { db, search: (await openSample()).search, officeName: 'Sở', version: '1', now: () => now }
    const judging = createApp({ ...context, taxonomy, instruments: [], whyNot }, files)
    const headers = { host: 'localhost:8787' }
    const response = await judging.request('http://localhost:8787/api/items/1/why-not', { headers })
    expect(await response.json()).toEqual(await whyNot())
    expect((await judging.request('http://localhost:8787/api/items/99/why-not', { headers })).status).toBe(404)
  })

  it('gives sources in plain words, in the reader’s language', async () => {
    await db.updateTable('source').set({ failures: 2, failure: 'timeout' }).where('id', '=', 'bao-b').execute()
    const message = async (language: string) =>
      (await read<SourceStatus[]>('/api/sources', { 'accept-language': language })).find((s) => s.sourceId === 'bao-b')
        ?.message
    expect(await message('vi')).toContain('Trang trả lời quá chậm')
    expect(await message('en-GB,vi;q=0.5')).toContain('The site answers too slowly')
  })

  it('gives what the console needs first', async () => {
    const meta = await read<Meta>('/api/meta')
    expect(meta).toMatchObject({ version: '1.2.3', today: '2026-11-18', privatePosts: { thisWeek: 0 } })
    expect(meta.conventions.find(({ id }) => id === 'crc')?.articles).toEqual([article])
    expect(meta.transformer).toEqual({ state: 'off', message: null })
  })

  it.each([
    ['/api/items?convention=abc', 400],
    ['/api/items?from=18/11/2026', 400],
    ['/api/items?author=x', 400],
    ['/api/items?direction=hostile', 400],
    ['/api/items/1/why-not', 404],
    ['/api/items?limit=1000', 400],
    ['/api/items/99', 404],
    ['/api/items/abc', 404],
    ['/api/nothing', 404],
  ])('refuses %s in one shape of error', async (path, status) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: Record<string, string> }
    expect(Object.keys(error)).toEqual(['code', 'message', 'todo'])
  })

  it('writes every search into the audit log, without what may name a person', async () => {
    await ask(`/api/items?q=${encodeURIComponent('nước sạch 0912345678')}&language=vi`)
    const rows = await db.selectFrom('audit').select(['action', 'subject', 'details']).execute()
    expect(rows.at(-1)).toEqual({
      action: 'search',
      subject: 'nước sạch [phone]',
      details: '{"language":"vi","total":0}',
    })
    expect((await verifyAudit(db)).brokenAt).toBeNull()
  })
})

describe('console', () => {
  it('is served for its own addresses, under a policy without foreign or inline scripts', async () => {
    const response = await ask('/items?item=1')
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html>'])
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'none'")
  })

  it.each(['evil.example', 'localhost.evil.example:8787', '10.0.0.1:8787'])(
    'does not answer to the name %s',
    async (host) => {
      expect((await ask('/api/items', { host })).status).toBe(421)
    },
  )

  it('says plainly why the transformer is off', async () => {
    const { search } = await openSample()
    const transformer = () => ({ state: 'failed', reason: 'too_slow' }) as const
    const office = { officeName: 'Sở', version: '1', taxonomy, instruments: [], now: () => now }
    const judging = createApp({ db, search, ...office, transformer }, files)
    const headers = { host: 'localhost', 'accept-language': 'en' }
    const meta = (await (await judging.request('http://localhost/api/meta', { headers })).json()) as Meta
    expect(meta.transformer).toEqual({
      state: 'failed',
      message: expect.stringMatching(/^Transformer off: .*too slow/),
    })
  })

  it('says how to build it when it is not there', async () => {
    const bare = createApp(
      {
        db,
        search: (await openSample()).search,
        officeName: 'Sở',
        version: '1',
        taxonomy,
        instruments: [],
        now: () => now,
      },
      new Map(),
    )
    const response = await bare.request('http://localhost/', { headers: { host: 'localhost' } })
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')])
  })
})
