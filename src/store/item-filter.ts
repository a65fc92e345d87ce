// One filter for every list, chart and count of items, so that none of them shows something else than the others.
import type { SelectQueryBuilder } from 'kysely'
import type { ItemQuery } from '../model/api.ts'
import type { SearchIndex } from './search.ts'
import type { Tables } from './tables.ts'

type Items<Out> = SelectQueryBuilder<Tables, 'item', Out>

/** Narrows a query on `item` by everything a person can filter by. There is no filter that leads to a person. */
export function narrow<Out>(query: Items<Out>, filter: ItemQuery, search: SearchIndex): Items<Out> {
  let narrowed = query
  const { convention, article, q, instrument, place, region } = filter
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
  if (filter.direction) narrowed = narrowByDirection(narrowed, filter.direction, convention)
  if (instrument)
    narrowed = narrowed.where('item.id', 'in', (all) =>
      all
        .selectFrom('item_instrument')
        .select('item_instrument.item_id')
        .where('item_instrument.instrument', '=', instrument),
    )
  if (place)
    narrowed = narrowed.where('item.id', 'in', (all) =>
      all
        .selectFrom('item_place')
        .innerJoin('region', 'region.code', 'item_place.region')
        .select('item_place.item_id')
        .where((where) => where.or([where('region.code', '=', place), where('region.parent', '=', place)])),
    )
  if (region)
    narrowed = narrowed.where('item.source_id', 'in', (all) =>
      all.selectFrom('source').select('source.id').where('source.region', '=', region),
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

/** Of the convention's own tag, where one is chosen. */
function narrowByDirection<Out>(
  query: Items<Out>,
  direction: NonNullable<ItemQuery['direction']>,
  convention: ItemQuery['convention'],
): Items<Out> {
  return query.where('item.id', 'in', (all) => {
    let tags = all.selectFrom('tag').select('tag.item_id')
    if (convention && convention !== 'none') tags = tags.where('tag.convention', '=', convention)
    return direction === 'unknown'
      ? tags.where('tag.direction', 'is', null)
      : tags.where('tag.direction', '=', direction)
  })
}
