// What the console asks the API for, and how long an answer is good.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  DailyCounts,
  Facets,
  ItemDetail,
  ItemList,
  ItemQuery,
  Meta,
  SourceStatus,
  WhyNot,
} from '../../../src/model/api.ts'
import type { InterfaceLanguage } from '../../../src/model/language.ts'
import { getJson } from './client.ts'

const minuteMs = 60_000

export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: ({ signal }) => getJson<Meta>('/api/meta', {}, signal),
  staleTime: 5 * minuteMs,
  // What is said of a start or a failure should not outlive it.
  refetchInterval: ({ state }) => (state.data?.transformer.message ? minuteMs / 4 : 10 * minuteMs),
})

/** Pages of items, newest first. While there is nothing at all, it looks again every 15 seconds. */
export function itemsQuery(query: ItemQuery) {
  const isUnfiltered = Object.keys(query).length === 0
  return infiniteQueryOptions({
    queryKey: ['items', query],
    queryFn: ({ pageParam, signal }) => getJson<ItemList>('/api/items', { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: ItemList) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isUnfiltered && state.data?.pages[0]?.total === 0 ? minuteMs / 4 : false),
  })
}

export const facetsQuery = (query: ItemQuery) =>
  queryOptions({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => getJson<Facets>('/api/items/facets', query, signal),
    placeholderData: keepPreviousData,
  })

export const dailyQuery = (query: ItemQuery & { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['daily', query],
    queryFn: ({ signal }) => getJson<DailyCounts>('/api/items/daily', query, signal),
    placeholderData: keepPreviousData,
  })

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: ({ signal }) => getJson<ItemDetail>(`/api/items/${encodeURIComponent(id)}`, {}, signal),
  })

/** Asked for only when a person opens it. */
export const whyNotQuery = (id: string, isAsked: boolean) =>
  queryOptions({
    queryKey: ['why-not', id],
    queryFn: ({ signal }) => getJson<WhyNot>(`/api/items/${encodeURIComponent(id)}/why-not`, {}, signal),
    enabled: isAsked,
  })

/** In the language of the messages; asked again every minute. */
export const sourcesQuery = (language: InterfaceLanguage) =>
  queryOptions({
    queryKey: ['sources', language],
    queryFn: ({ signal }) => getJson<readonly SourceStatus[]>('/api/sources', {}, signal),
    refetchInterval: minuteMs,
  })
