// Items as the console reads them: filtered lists, newest first, and one item with its history.
import { sql } from 'kysely'
import type { ItemDetail, ItemList, ItemListQuery, ItemRow } from '../model/api.ts'
import type { ConventionId } from '../model/convention.ts'
import type { TextOrigin } from '../model/item.ts'
import type { Reason, Tag } from '../model/tag.ts'
import { excerpt } from '../text/excerpt.ts'
import { narrow } from './item-filter.ts'
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
] as const

/** Newest first, a page at a time; `total` counts all that match. The cursor is "day:id" of the last row. */
export async function listItems(db: Database, search: SearchIndex, query: ItemListQuery): Promise<ItemList> {
  const [{ total }, rows] = await Promise.all([
    narrow(db.selectFrom('item'), query, search)
      .select((select) => select.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    readPage(db, search, query),
  ])
  const tags = await readTags(
    db,
    rows.map((row) => row.id),
  )
  const last = rows.length === query.limit ? rows.at(-1) : undefined
  return {
    total,
    next: last ? `${last.day}:${last.id}` : null,
    items: rows.map((row) => toRow(row, tags.get(row.id) ?? [])),
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

function toRow(row: Row, tags: readonly Tag[]): ItemRow {
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
    tags: tags.map(({ convention, articles, score }) => ({ convention, articles, score })),
  }
}

/** SQLite and PostgreSQL both limit how many values a condition may list. */
const idsAtOnce = 1000

/** Tags of some items, the highest score first, with their articles in the judges' order. */
export async function readTags(db: Database, ids: readonly number[]): Promise<Map<number, Tag[]>> {
  const byItem = new Map<number, Tag[]>()
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce)
    const articles = new Map<string, string[]>()
    const articleRows = db.selectFrom('tag_article').selectAll().where('item_id', 'in', some).orderBy('rank')
    for (const row of await articleRows.execute()) append(articles, `${row.item_id} ${row.convention}`, row.article)
    const tagRows = db.selectFrom('tag').selectAll().where('item_id', 'in', some).orderBy('score', 'desc')
    for (const row of await tagRows.execute())
      append(byItem, row.item_id, {
        convention: row.convention as ConventionId,
        score: row.score,
        articles: articles.get(`${row.item_id} ${row.convention}`) ?? [],
        reasons: JSON.parse(row.reasons) as Reason[],
      })
  }
  return byItem
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
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
    ...toRow(row, tags),
    text: row.text,
    tags,
    judgementVersion: row.judgement_version,
    extraction: row.extraction,
    alsoAt: doors
      .filter((door) => door.url !== row.url || door.source_id !== row.source_id)
      .map((door) => ({ sourceId: door.source_id, sourceName: door.name, url: door.url, seenAt: door.seen_at })),
    revisions: older.map(({ revision, seen_at, title, text }) => ({ revision, seenAt: seen_at, title, text })),
  }
}
