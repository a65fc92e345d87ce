// What was found out about an item: tags with articles and direction, instruments, places.
import type { ConventionId } from '../model/convention.ts'
import type { ItemPlace } from '../model/item.ts'
import type { Direction, InstrumentTag, Judgement, Reason, Tag } from '../model/tag.ts'
import type { Database, Trx } from './tables.ts'

/** SQLite and PostgreSQL both limit how many values a condition may list. */
const idsAtOnce = 1000

function* chunks(ids: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < ids.length; from += idsAtOnce) yield ids.slice(from, from + idsAtOnce)
}

/** Tags of some items, the highest score first, with their articles in the judges' order. */
export async function readTags(db: Database, ids: readonly number[]): Promise<Map<number, Tag[]>> {
  const byItem = new Map<number, Tag[]>()
  for (const some of chunks(ids)) {
    const articles = new Map<string, string[]>()
    const articleRows = db.selectFrom('tag_article').selectAll().where('item_id', 'in', some).orderBy('rank')
    for (const row of await articleRows.execute()) append(articles, `${row.item_id} ${row.convention}`, row.article)
    const tagRows = db.selectFrom('tag').selectAll().where('item_id', 'in', some).orderBy('score', 'desc')
    for (const row of await tagRows.execute())
      append(byItem, row.item_id, {
        convention: row.convention as ConventionId,
        score: row.score,
        articles: articles.get(`${row.item_id} ${row.convention}`) ?? [],
        direction: row.direction as Direction | null,
        reasons: JSON.parse(row.reasons) as Reason[],
      })
  }
  return byItem
}

/** Instruments of some items, the highest score first. */
export async function readInstruments(db: Database, ids: readonly number[]): Promise<Map<number, InstrumentTag[]>> {
  const byItem = new Map<number, InstrumentTag[]>()
  for (const some of chunks(ids)) {
    const rows = db.selectFrom('item_instrument').selectAll().where('item_id', 'in', some).orderBy('score', 'desc')
    for (const { item_id, instrument, score, reasons } of await rows.execute())
      append(byItem, item_id, { instrument, score, reasons: JSON.parse(reasons) as Reason[] })
  }
  return byItem
}

/** Places that some items are about, the most mentioned first. */
export async function readPlaces(db: Database, ids: readonly number[]): Promise<Map<number, ItemPlace[]>> {
  const byItem = new Map<number, ItemPlace[]>()
  for (const some of chunks(ids)) {
    const rows = db.selectFrom('item_place').selectAll().where('item_id', 'in', some).orderBy('rank')
    for (const { item_id, region, former_region } of await rows.execute())
      append(byItem, item_id, { region, formerRegion: former_region })
  }
  return byItem
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Puts a judgement in the place of the one before; the item's own row carries its version. */
export async function writeJudgement(
  trx: Trx,
  itemId: number,
  { tags, instruments }: Judgement,
  places: readonly ItemPlace[],
): Promise<void> {
  for (const table of ['tag', 'tag_article', 'item_instrument', 'item_place'] as const)
    await trx.deleteFrom(table).where('item_id', '=', itemId).execute()
  for (const tag of tags) await writeTag(trx, itemId, tag)
  const named = instruments.map(({ instrument, score, reasons }) => ({
    item_id: itemId,
    instrument,
    score,
    reasons: JSON.stringify(reasons),
  }))
  if (named.length > 0) await trx.insertInto('item_instrument').values(named).execute()
  const placed = places.map(({ region, formerRegion }, rank) => ({
    item_id: itemId,
    region,
    former_region: formerRegion,
    rank,
  }))
  if (placed.length > 0) await trx.insertInto('item_place').values(placed).execute()
}

async function writeTag(trx: Trx, itemId: number, tag: Tag): Promise<void> {
  const key = { item_id: itemId, convention: tag.convention }
  const { score, direction } = tag
  await trx
    .insertInto('tag')
    .values({ ...key, score, direction, reasons: JSON.stringify(tag.reasons) })
    .execute()
  const articles = tag.articles.map((article, rank) => ({ ...key, article, rank }))
  if (articles.length > 0) await trx.insertInto('tag_article').values(articles).execute()
}
