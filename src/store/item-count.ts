// Items as numbers: by day and convention, and what each further filter would leave.
import type { DailyCounts, Facets, ItemQuery } from '../model/api.ts'
import { conventionIds } from '../model/convention.ts'
import { addDays } from '../rules/day.ts'
import { narrow } from './item-filter.ts'
import type { SearchIndex } from './search.ts'
import type { Database } from './tables.ts'

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
  const { convention: _c, article: _a, ...beforeConvention } = query
  const { language: _l, ...beforeLanguage } = query
  const { source: _s, ...beforeSource } = query
  const conventions = await narrow(db.selectFrom('item'), beforeConvention, search)
    .leftJoin('tag', 'tag.item_id', 'item.id')
    .select((select) => ['tag.convention', select.fn.countAll<number>().as('count')])
    .groupBy('tag.convention')
    .execute()
  const languages = await narrow(db.selectFrom('item'), beforeLanguage, search)
    .select((select) => ['item.language as value', select.fn.countAll<number>().as('count')])
    .groupBy('item.language')
    .orderBy('count', 'desc')
    .execute()
  const sources = await narrow(db.selectFrom('item'), beforeSource, search)
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
  return {
    convention: conventions.map((row) => ({ value: row.convention ?? 'none', count: row.count })),
    language: languages,
    source: sources,
  }
}
