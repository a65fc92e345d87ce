// One filter for every list, chart and count of items, so that none of them shows something else than the others.
import type { SelectQueryBuilder } from 'kysely'
import type { ItemQuery } from '../model/api.ts'
import type { SearchIndex } from './search.ts'
import type { Tables } from './tables.ts'

type Items<Out> = SelectQueryBuilder<Tables, 'item', Out>

/** Narrows a query on `item` by everything a person can filter by. There is no filter that leads to a person. */
export function narrow<Out>(query: Items<Out>, filter: ItemQuery, search: SearchIndex): Items<Out> {
  let narrowed = query
  const { convention, article, q } = filter
  const condition = q ? search.condition(q) : null
  if (condition) narrowed = narrowed.where(condition)
  if (convention === 'none')
    narrowed = narrowed.where('item.id', 'not in', (all) => all.selectFrom('tag').select('tag.item_id'))
  else if (convention && article)
    narrowed = narrowed.where('item.id', 'in', (all) =>
      all
        .selectFrom('tag_article')
        .select('tag_article.item_id')
        .where('tag_article.convention', '=', convention)
        .where('tag_article.article', '=', article),
    )
  else if (convention)
    narrowed = narrowed.where('item.id', 'in', (all) =>
      all.selectFrom('tag').select('tag.item_id').where('tag.convention', '=', convention),
    )
  if (filter.language) narrowed = narrowed.where('item.language', '=', filter.language)
  if (filter.source)
    narrowed = narrowed.where('item.id', 'in', (all) =>
      all
        .selectFrom('item_source')
        .select('item_source.item_id')
        .where('item_source.source_id', '=', filter.source as string),
    )
  if (filter.from) narrowed = narrowed.where('item.day', '>=', filter.from)
  if (filter.to) narrowed = narrowed.where('item.day', '<=', filter.to)
  return narrowed
}
