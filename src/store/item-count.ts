// Items as numbers: by day and convention, and what each further filter would leave.
import type { SelectQueryBuilder } from 'kysely'
import type { DailyCounts, Facets, ItemQuery } from '../model/api.ts'
import { conventionIds } from '../model/convention.ts'
import { addDays } from '../rules/day.ts'
import { narrow } from './item-filter.ts'
import type { SearchIndex } from './search.ts'
import type { Database, Tables } from './tables.ts'

/** Items a day, all and by convention; null on days on which no round of any source succeeded. */
export async function countDaily(
  db: Database,
  search: SearchIndex,
  query: ItemQuery & { from: string; to: string },
): Promise<DailyCounts> {
  const days: string[] = []
  for (let day = query.from; day <= query.to; day = addDays(day, 1)) days.push(day)
  const totals = await narrow(db.selectFrom('item'), query, search)
    .select((select) => ['item.day', select.fn.countAll<number>().as('count')])
    .groupBy('item.day')
    .execute()
  const tagged = await narrow(db.selectFrom('item'), query, search)
    .innerJoin('tag', 'tag.item_id', 'item.id')
    .select((select) => ['item.day', 'tag.convention', select.fn.countAll<number>().as('count')])
    .groupBy(['item.day', 'tag.convention'])
    .execute()
  const heard = await readHeardDays(db, query)
  const fill = (rows: readonly { day: string; count: number }[]): (number | null)[] => {
    const counts = new Map(rows.map((row) => [row.day, row.count]))
    return days.map((day) => counts.get(day) ?? (heard.has(day) ? 0 : null))
  }
  const series = conventionIds.map((id) => ({
    convention: id,
    counts: fill(tagged.filter((r) => r.convention === id)),
  }))
  return { days, series, total: fill(totals) }
}

/** Days on which at least one round succeeded, or from which something came in later. */
async function readHeardDays(db: Database, { from, to }: { from: string; to: string }): Promise<Set<string>> {
  const rounds = db
    .selectFrom('crawl')
    .select('day')
    .where('status', '!=', 'failed')
    .where('day', '>=', from)
    .where('day', '<=', to)
  const items = db.selectFrom('item').select('day').where('day', '>=', from).where('day', '<=', to)
  return new Set((await rounds.union(items).execute()).map((row) => row.day))
}

/** How many items each further filter would leave. */
export async function countFacets(db: Database, search: SearchIndex, query: ItemQuery): Promise<Facets> {
  /** Items as narrowed by everything but the filter that is counted. */
  const without = (...names: readonly (keyof ItemQuery)[]) => {
    const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name as keyof ItemQuery)))
    return narrow(db.selectFrom('item'), rest, search)
  }
  const [convention, language, source, direction, instrument, place, region] = await Promise.all([
    countConventions(without('convention', 'article')),
    countLanguages(without('language')),
    countSources(without('source')),
    countDirections(without('direction'), query),
    countInstruments(without('instrument')),
    countPlaces(without('place')),
    countRegions(without('region')),
  ])
  return { convention, language, source, direction, instrument, place, region }
}

type Items = SelectQueryBuilder<Tables, 'item', object>

async function countConventions(items: Items): Promise<Facets['convention']> {
  const rows = await items
    .leftJoin('tag', 'tag.item_id', 'item.id')
    .select((select) => ['tag.convention', select.fn.countAll<number>().as('count')])
    .groupBy('tag.convention')
    .execute()
  return rows.map((row) => ({ value: row.convention ?? 'none', count: row.count }))
}

async function countLanguages(items: Items): Promise<Facets['language']> {
  return items
    .select((select) => ['item.language as value', select.fn.countAll<number>().as('count')])
    .groupBy('item.language')
    .orderBy('count', 'desc')
    .execute()
}

async function countSources(items: Items): Promise<Facets['source']> {
  return items
    .innerJoin('item_source', 'item_source.item_id', 'item.id')
    .innerJoin('source', 'source.id', 'item_source.source_id')
    .select((select) => [
      'source.id as value',
      'source.name',
      select.fn.count<number>('item.id').distinct().as('count'),
    ])
    .groupBy(['source.id', 'source.name'])
    .orderBy('count', 'desc')
    .execute()
}

/** Of the chosen convention's tags; of all tags where none is chosen. */
async function countDirections(items: Items, { convention }: ItemQuery): Promise<Facets['direction']> {
  let tagged = items.innerJoin('tag', 'tag.item_id', 'item.id')
  if (convention && convention !== 'none') tagged = tagged.where('tag.convention', '=', convention)
  const rows = await tagged
    .select((select) => ['tag.direction', select.fn.count<number>('item.id').distinct().as('count')])
    .groupBy('tag.direction')
    .execute()
  return rows.map((row) => ({ value: row.direction ?? 'unknown', count: row.count }))
}

async function countInstruments(items: Items): Promise<Facets['instrument']> {
  return items
    .innerJoin('item_instrument', 'item_instrument.item_id', 'item.id')
    .select((select) => ['item_instrument.instrument as value', select.fn.countAll<number>().as('count')])
    .groupBy('item_instrument.instrument')
    .orderBy('count', 'desc')
    .execute()
}

/** Provinces only: an item about a commune is about its province too. */
async function countPlaces(items: Items): Promise<Facets['place']> {
  return items
    .innerJoin('item_place', 'item_place.item_id', 'item.id')
    .innerJoin('region', 'region.code', 'item_place.region')
    .where('region.level', '=', 'province')
    .select((select) => [
      'region.code as value',
      'region.name_vi as vi',
      'region.name_en as en',
      select.fn.countAll<number>().as('count'),
    ])
    .groupBy(['region.code', 'region.name_vi', 'region.name_en'])
    .orderBy('count', 'desc')
    .execute()
}

async function countRegions(items: Items): Promise<Facets['region']> {
  return items
    .innerJoin('source', 'source.id', 'item.source_id')
    .innerJoin('region', 'region.code', 'source.region')
    .select((select) => [
      'region.code as value',
      'region.name_vi as vi',
      'region.name_en as en',
      select.fn.countAll<number>().as('count'),
    ])
    .groupBy(['region.code', 'region.name_vi', 'region.name_en'])
    .orderBy('count', 'desc')
    .execute()
}
