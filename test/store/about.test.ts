// What an item is about, stored, filtered and counted: direction, instruments, places, story.
import { beforeAll, describe, expect, it } from 'vitest'
import { itemListQuerySchema } from '../../src/model/api.ts'
import type { ItemDraft } from '../../src/model/item.ts'
import type { Direction } from '../../src/model/tag.ts'
import { countFacets } from '../../src/store/item-count.ts'
import { listItems, readItem } from '../../src/store/item-list.ts'
import { saveItem } from '../../src/store/item-save.ts'
import { readReportRows } from '../../src/store/report-rows.ts'
import { saveStories } from '../../src/store/stories.ts'
import { makeDraft, now, openSample, redacted, visit } from './samples.ts'

let opened: Awaited<ReturnType<typeof openSample>>

function draftOf(number: number, direction: Direction | null, more: Partial<ItemDraft> = {}): ItemDraft {
  const url = `https://a.example/${number}`
  const draft = makeDraft({ url, contentHash: url, title: redacted(`Tin ${number}`), conventions: ['crc'] })
  const tags = draft.judgement.tags.map((tag) => ({ ...tag, direction }))
  return { ...draft, judgement: { ...draft.judgement, tags }, ...more }
}

const region = (code: string, level: string, name: string, parent: string | null) => ({
  ...{ code, level, kind_vi: '', name_vi: name, name_en: name, parent, valid_from: null, valid_to: null },
})

beforeAll(async () => {
  opened = await openSample()
  const { db, search } = opened
  await db
    .insertInto('region')
    .values([
      region('12', 'province', 'Lai Châu', 'vn'),
      region('03388', 'commune', 'Tân Phong', '12'),
      region('old:ha-tay', 'province', 'Hà Tây', 'vn'),
      region('01', 'province', 'Hà Nội', 'vn'),
    ])
    .execute()
  await db.updateTable('source').set({ region: '12' }).where('id', '=', 'bao-b').execute()
  const reasons = [{ start: 0, end: 3, words: 'Tin', rule: 'ilo-c155-subject', article: null, weight: 1 }]
  const instruments = [{ instrument: 'ilo-c155', score: 0.5, reasons }]
  const judgement = { ...draftOf(2, 'progress').judgement, instruments }
  const drafts = [
    ['bao-a', draftOf(1, 'concern', { places: [{ region: '03388', formerRegion: null }] })],
    ['bao-a', draftOf(2, 'progress', { judgement, places: [{ region: '01', formerRegion: 'old:ha-tay' }] })],
    ['bao-b', draftOf(3, null)],
  ] as const
  for (const [sourceId, draft] of drafts)
    await saveItem(db, search, { sourceId, draft, visit: visit(draft.url, sourceId) }, now)
  await saveStories(db, [
    { itemId: 1, storyId: 1, copyOf: null },
    { itemId: 2, storyId: 2, copyOf: null },
    { itemId: 3, storyId: 1, copyOf: 1 },
  ])
})

const ids = async (filter: Record<string, unknown>) =>
  (await listItems(opened.db, opened.search, itemListQuerySchema.parse(filter))).items.map(({ id }) => id).sort()

describe('filters', () => {
  it.each([
    [{ direction: 'concern' }, ['1']],
    [{ direction: 'unknown' }, ['3']],
    [{ direction: 'progress', convention: 'crc' }, ['2']],
    [{ direction: 'progress', convention: 'cat' }, []],
    [{ instrument: 'ilo-c155' }, ['2']],
    [{ instrument: 'cptpp' }, []],
    [{ place: '03388' }, ['1']],
    [{ place: '12' }, ['1']],
    [{ region: '12' }, ['3']],
    [{ region: '12', place: '12' }, []],
  ])('%o', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected)
  })

  it('are counted as they would leave items', async () => {
    const facets = await countFacets(opened.db, opened.search, {})
    expect(facets.direction).toContainEqual({ value: 'unknown', count: 1 })
    expect(facets.instrument).toEqual([{ value: 'ilo-c155', count: 1 }])
    expect(facets.place).toEqual([{ value: '01', vi: 'Hà Nội', en: 'Hà Nội', count: 1 }])
    expect(facets.region).toEqual([{ value: '12', vi: 'Lai Châu', en: 'Lai Châu', count: 1 }])
    const narrowed = await countFacets(opened.db, opened.search, { direction: 'concern' })
    expect(narrowed.direction).toHaveLength(3)
    expect(narrowed.instrument).toEqual([])
  })
})

describe('an item', () => {
  it('says in the list which story it tells and whether it is a copy', async () => {
    const { items } = await listItems(opened.db, opened.search, itemListQuerySchema.parse({}))
    expect(items.map(({ id, storyId, copyOf }) => [id, storyId, copyOf])).toEqual([
      ['3', '1', '1'],
      ['2', '2', null],
      ['1', '1', null],
    ])
    expect(items[1]).toMatchObject({ instruments: ['ilo-c155'], tags: [{ direction: 'progress' }] })
  })

  it('has its places by name, instruments with reasons, and the others of its story', async () => {
    const item = await readItem(opened.db, 2)
    expect(item?.places).toEqual([
      { code: '01', vi: 'Hà Nội', en: 'Hà Nội', former: { code: 'old:ha-tay', vi: 'Hà Tây', en: 'Hà Tây' } },
    ])
    expect(item?.instruments[0]?.reasons[0]?.words).toBe('Tin')
    expect(item?.story).toEqual([])
    expect((await readItem(opened.db, 1))?.story).toMatchObject([{ id: '3', sourceName: 'Báo bao-b', copyOf: '1' }])
  })
})

it('a report learns which rows are copies, which tell one event, and what they do with the right', async () => {
  const week = { week: '2026-W47', from: '2026-11-16', to: '2026-11-22' }
  const { items } = await readReportRows(opened.db, week, week)
  expect(items.map(({ id, storyId, isCopy, directions }) => [id, storyId, isCopy, directions.crc])).toEqual([
    ['3', '1', true, null],
    ['2', '2', false, 'progress'],
    ['1', '1', false, 'concern'],
  ])
})
