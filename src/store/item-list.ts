// Items as the console reads them: filtered lists, newest first, and one item with its history.
import { sql } from 'kysely'
import type { ItemDetail, ItemList, ItemListQuery, ItemRow } from '../model/api.ts'
import type { TextOrigin } from '../model/item.ts'
import type { InstrumentTag, Tag } from '../model/tag.ts'
import { excerpt } from '../text/excerpt.ts'
import { narrow } from './item-filter.ts'
import { readInstruments, readPlaces, readTags } from './item-judgement.ts'
import { nameRegions } from './regions.ts'
import type { SearchIndex } from './search.ts'
import type { Database } from './tables.ts'

const rowColumns = [
  'item.id',
  'item.title',
  'item.text',
  'item.url',
  'item.source_id',
  'item.day',
  'item.language',
  'item.published_at',
  'item.first_seen_at',
  'item.revision',
  'item.text_origin',
  'item.classified',
  'item.story_id',
  'item.copy_of',
] as const

/** Newest first, a page at a time; `total` counts all that match. The cursor is "day:id" of the last row. */
export async function listItems(db: Database, search: SearchIndex, query: ItemListQuery): Promise<ItemList> {
  const [{ total }, rows] = await Promise.all([
    narrow(db.selectFrom('item'), query, search)
      .select((select) => select.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    readPage(db, search, query),
  ])
  const ids = rows.map((row) => row.id)
  const [tags, instruments] = await Promise.all([readTags(db, ids), readInstruments(db, ids)])
  const last = rows.length === query.limit ? rows.at(-1) : undefined
  return {
    total,
    next: last ? `${last.day}:${last.id}` : null,
    items: rows.map((row) => toRow(row, tags.get(row.id) ?? [], instruments.get(row.id) ?? [])),
  }
}

async function readPage(db: Database, search: SearchIndex, query: ItemListQuery) {
  let page = narrow(db.selectFrom('item'), query, search)
    .innerJoin('source', 'source.id', 'item.source_id')
    .select([...rowColumns, 'source.name as source_name'])
  const [day, id] = query.cursor?.split(':') ?? []
  if (day && id) page = page.where(sql<boolean>`(item.day, item.id) < (${day}, ${Number(id)})`)
  return page.orderBy('item.day', 'desc').orderBy('item.id', 'desc').limit(query.limit).execute()
}

type Row = Awaited<ReturnType<typeof readPage>>[number]

function toRow(row: Row, tags: readonly Tag[], instruments: readonly InstrumentTag[]): ItemRow {
  return {
    id: String(row.id),
    title: row.title,
    excerpt: excerpt(row.text),
    url: row.url,
    sourceId: row.source_id,
    sourceName: row.source_name,
    language: row.language,
    publishedAt: row.published_at,
    firstSeenAt: row.first_seen_at,
    revision: row.revision,
    textOrigin: row.text_origin as TextOrigin,
    classified: row.classified === 1,
    tags: tags.map(({ convention, articles, direction, score }) => ({ convention, articles, direction, score })),
    instruments: instruments.map(({ instrument }) => instrument),
    storyId: row.story_id === null ? null : String(row.story_id),
    copyOf: row.copy_of === null ? null : String(row.copy_of),
  }
}

/** One item with its reasons, doors and older revisions; null where there is none. */
export async function readItem(db: Database, id: number): Promise<ItemDetail | null> {
  const row = await db
    .selectFrom('item')
    .innerJoin('source', 'source.id', 'item.source_id')
    .select([...rowColumns, 'item.judgement_version', 'item.extraction', 'source.name as source_name'])
    .where('item.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const tags = (await readTags(db, [id])).get(id) ?? []
  const instruments = (await readInstruments(db, [id])).get(id) ?? []
  const doors = await db
    .selectFrom('item_source')
    .innerJoin('source', 'source.id', 'item_source.source_id')
    .select(['item_source.source_id', 'source.name', 'item_source.url', 'item_source.seen_at'])
    .where('item_source.item_id', '=', id)
    .orderBy('item_source.seen_at')
    .execute()
  const older = await db
    .selectFrom('item_revision')
    .selectAll()
    .where('item_id', '=', id)
    .orderBy('revision', 'desc')
    .execute()
  return {
    ...toRow(row, tags, instruments),
    text: row.text,
    tags,
    instruments,
    places: await describePlaces(db, id),
    story: row.story_id === null ? [] : await listStory(db, row.story_id, id),
    judgementVersion: row.judgement_version,
    extraction: row.extraction,
    alsoAt: doors
      .filter((door) => door.url !== row.url || door.source_id !== row.source_id)
      .map((door) => ({ sourceId: door.source_id, sourceName: door.name, url: door.url, seenAt: door.seen_at })),
    revisions: older.map(({ revision, seen_at, title, text }) => ({ revision, seenAt: seen_at, title, text })),
  }
}

async function describePlaces(db: Database, id: number): Promise<ItemDetail['places']> {
  const places = (await readPlaces(db, [id])).get(id) ?? []
  const names = await nameRegions(
    db,
    places.flatMap(({ region, formerRegion }) => (formerRegion === null ? [region] : [region, formerRegion])),
  )
  const nameOf = (code: string) => names.get(code) ?? { code, vi: code, en: code }
  return places.map(({ region, formerRegion }) => ({
    ...nameOf(region),
    former: formerRegion === null ? null : nameOf(formerRegion),
  }))
}

/** More members than a reader looks through are left out. */
const mostMembers = 50

async function listStory(db: Database, storyId: number, exceptId: number): Promise<ItemDetail['story']> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('source', 'source.id', 'item.source_id')
    .select(['item.id', 'item.title', 'item.language', 'item.published_at', 'item.first_seen_at', 'item.copy_of'])
    .select('source.name as source_name')
    .where('item.story_id', '=', storyId)
    .where('item.id', '!=', exceptId)
    .orderBy('item.day')
    .orderBy('item.id')
    .limit(mostMembers)
    .execute()
  return rows.map((row) => ({
    id: String(row.id),
    title: row.title,
    language: row.language,
    sourceName: row.source_name,
    publishedAt: row.published_at,
    firstSeenAt: row.first_seen_at,
    copyOf: row.copy_of === null ? null : String(row.copy_of),
  }))
}
