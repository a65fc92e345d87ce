import { describe, expect, it } from 'vitest'
import { itemListQuerySchema } from '../../src/model/api.ts'
import type { ItemDraft } from '../../src/model/item.ts'
import { countDaily, countFacets } from '../../src/store/item-count.ts'
import { listItems, readItem } from '../../src/store/item-list.ts'
import { saveItem } from '../../src/store/item-save.ts'
import { readResource } from '../../src/store/resources.ts'
import { makeDraft, now, openSample, redacted, visit } from './samples.ts'

const query = (changes: Record<string, unknown> = {}) => itemListQuerySchema.parse(changes)

async function openWith(...drafts: (readonly [sourceId: string, ItemDraft])[]) {
  const { db, search } = await openSample()
  const outcomes = []
  for (const [sourceId, draft] of drafts)
    outcomes.push(await saveItem(db, search, { sourceId, draft, visit: visit(draft.url, sourceId) }, now))
  return { db, search, outcomes }
}

describe('saving items', () => {
  it('stores an article once and remembers its validators', async () => {
    const { db, search, outcomes } = await openWith(['bao-a', makeDraft()], ['bao-a', makeDraft()])
    expect(outcomes).toEqual([
      { result: 'stored', reason: 'new' },
      { result: 'unchanged', reason: null },
    ])
    expect((await listItems(db, search, query())).total).toBe(1)
    expect((await readResource(db, 'bao-a', 'https://a.example/1'))?.validators.etag).toBe('"1"')
  })

  it('takes the same text at another outlet as one item, published at both', async () => {
    const copy = makeDraft({ url: 'https://b.example/x' })
    const { db, outcomes } = await openWith(['bao-a', makeDraft()], ['bao-b', copy], ['bao-b', copy])
    expect(outcomes.slice(1)).toEqual([
      { result: 'duplicate', reason: 'same_text' },
      { result: 'unchanged', reason: null },
    ])
    expect((await readItem(db, 1))?.alsoAt.map(({ sourceId, url }) => [sourceId, url])).toEqual([
      ['bao-b', 'https://b.example/x'],
    ])
  })

  it('takes the same address through two feeds as one item', async () => {
    const { outcomes } = await openWith(['bao-a', makeDraft()], ['bao-b', makeDraft()])
    expect(outcomes[1]).toEqual({ result: 'duplicate', reason: 'same_address' })
  })

  it('keeps the history of an edited article, and finds its new words', async () => {
    const edited = makeDraft({
      text: redacted('Bản sửa: thêm suất ăn trưa.'),
      contentHash: 'hash-2',
      conventions: ['crc'],
    })
    const { db, search, outcomes } = await openWith(['bao-a', makeDraft()], ['bao-a', edited])
    expect(outcomes[1]).toEqual({ result: 'stored', reason: 'revised' })
    const item = await readItem(db, 1)
    expect([item?.revision, item?.text, item?.tags[0]?.articles]).toEqual([
      2,
      'Bản sửa: thêm suất ăn trưa.',
      ['28', '2'],
    ])
    expect(item?.revisions.map(({ revision, text }) => [revision, text])).toEqual([
      [1, 'Học sinh vùng cao được ở lại trường cả tuần.'],
    ])
    expect((await listItems(db, search, query({ q: 'suat an trua' }))).total).toBe(1)
    expect((await listItems(db, search, query({ q: 'vùng cao' }))).total).toBe(0)
  })

  it('makes an item of its own from a copy that the other outlet has edited', async () => {
    const copy = makeDraft({ url: 'https://b.example/x' })
    const edited = makeDraft({ url: 'https://b.example/x', contentHash: 'hash-3', text: redacted('Khác hẳn.') })
    const { db, search, outcomes } = await openWith(['bao-a', makeDraft()], ['bao-b', copy], ['bao-b', edited])
    expect(outcomes[2]).toEqual({ result: 'stored', reason: 'new' })
    expect((await listItems(db, search, query())).total).toBe(2)
    expect((await readItem(db, 1))?.alsoAt).toEqual([])
  })

  it('does not let a feed summary replace the text of the page', async () => {
    const summary = makeDraft({ textOrigin: 'feed', text: redacted('Tóm tắt.'), contentHash: 'hash-4' })
    const { db, outcomes } = await openWith(['bao-a', makeDraft()], ['bao-a', summary])
    expect(outcomes[1]?.result).toBe('unchanged')
    expect((await readItem(db, 1))?.text).toBe('Học sinh vùng cao được ở lại trường cả tuần.')
  })
})

describe('listing items', () => {
  const drafts = [
    ['bao-a', makeDraft({ conventions: ['crc', 'cerd'] })],
    [
      'bao-a',
      makeDraft({
        url: 'https://a.example/2',
        contentHash: 'h2',
        title: redacted('Quyền trẻ em'),
        publishedAt: '2026-11-16T18:30:00.000Z',
      }),
    ],
    [
      'bao-b',
      makeDraft({
        url: 'https://b.example/3',
        contentHash: 'h3',
        language: 'lo',
        title: redacted('ສິດທິມະນຸດຢູ່ ສປປ ລາວ'),
        publishedAt: null,
      }),
    ],
  ] as const

  it('goes newest first by the Viet Nam day, page by page, without loss or repetition', async () => {
    const { db, search } = await openWith(...drafts)
    const first = await listItems(db, search, query({ limit: 2 }))
    const second = await listItems(db, search, query({ limit: 2, cursor: first.next }))
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['3', '2', '1'])
    expect([first.total, second.next]).toEqual([3, null])
  })

  it.each([
    ['quyen tre em', ['2']],
    ['QUYỀN TRẺ EM', ['2']],
    ['Quyền trẻ em'.normalize('NFD'), ['2']],
    ['quyền tr', ['2']],
    ['"tre em"', ['2']],
    ['"em tre"', []],
    ['ສິດທິ', ['3']],
    ['!!!', ['3', '2', '1']],
    [`" OR title:* NEAR( '`, []],
  ])('finds by %s', async (q, ids) => {
    const { db, search } = await openWith(...drafts)
    expect((await listItems(db, search, query({ q }))).items.map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    [{ convention: 'crc' }, ['1']],
    [{ convention: 'crc', article: '28' }, ['1']],
    [{ convention: 'crc', article: '19' }, []],
    [{ convention: 'none' }, ['3', '2']],
    [{ language: 'lo' }, ['3']],
    [{ source: 'bao-b' }, ['3']],
    [{ from: '2026-11-18' }, ['3']],
    [{ to: '2026-11-17', q: 'trẻ' }, ['2']],
  ])('filters by %o', async (filter, ids) => {
    const { db, search } = await openWith(...drafts)
    expect((await listItems(db, search, query(filter))).items.map(({ id }) => id)).toEqual(ids)
  })

  it('counts the same items by day and in facets', async () => {
    const { db, search } = await openWith(...drafts)
    const daily = await countDaily(db, search, { from: '2026-11-16', to: '2026-11-18' })
    // The 16th is null: nothing came from it and no round succeeded on it.
    expect(daily.total).toEqual([null, 2, 1])
    expect(daily.series.find(({ convention }) => convention === 'crc')?.counts).toEqual([null, 1, 0])
    const facets = await countFacets(db, search, { convention: 'crc' })
    expect(facets.language).toEqual([{ value: 'vi', count: 1 }])
    expect(facets.convention).toContainEqual({ value: 'none', count: 2 })
    expect(facets.convention).toContainEqual({ value: 'cerd', count: 1 })
  })
})
