// What the list of items is narrowed by, as it stands in the address, and what that asks of the API.
import type { ItemQuery } from '../../../src/model/api.ts'
import type { ConventionId } from '../../../src/model/convention.ts'
import { type Direction, directions } from '../../../src/model/tag.ts'
import { isConvention } from '../conventions/colours.ts'
import { addDays, isDay, startOfWeek } from '../days.ts'

export const times = ['this-week', 'last-week', '30-days'] as const
export type Time = (typeof times)[number]

/** Search parameters of /items. Without `time`, `from` and `to` it is any time. */
export type ItemsSearch = {
  readonly q?: string
  readonly convention?: ConventionId | 'none'
  readonly article?: string
  readonly language?: string
  readonly source?: string
  readonly direction?: Direction | 'unknown'
  readonly instrument?: string
  /** Code of a place that items are about. */
  readonly place?: string
  /** Code of the region of outlets. */
  readonly region?: string
  readonly time?: Time
  readonly from?: string
  readonly to?: string
  readonly view?: 'table'
  /** Id of the item that is open beside the list. */
  readonly item?: string
}

/** Reads an address; what it does not know, or cannot be, is left out. */
export function readSearch(raw: Record<string, unknown>): ItemsSearch {
  const text = (name: string) => (typeof raw[name] === 'string' && raw[name] !== '' ? raw[name] : undefined)
  const day = (name: string) => {
    const value = text(name)
    return value !== undefined && isDay(value) ? value : undefined
  }
  const convention = text('convention')
  const isNamed = convention !== undefined && isConvention(convention)
  const time = times.find((each) => each === raw.time)
  return present({
    q: text('q')?.slice(0, 200),
    convention: isNamed || convention === 'none' ? convention : undefined,
    article: isNamed ? text('article') : undefined,
    language: text('language'),
    source: text('source'),
    direction: [...directions, 'unknown' as const].find((each) => each === raw.direction),
    instrument: text('instrument'),
    place: text('place'),
    region: text('region'),
    time,
    from: time ? undefined : day('from'),
    to: time ? undefined : day('to'),
    view: raw.view === 'table' ? 'table' : undefined,
    item: text('item'),
  })
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The same without what is undefined, so that equal filters are equal addresses and equal queries. */
export function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}

export type Range = { readonly from?: string; readonly to?: string }

const rangeOf: Readonly<Record<Time, (today: string) => Range>> = {
  'this-week': (today) => ({ from: startOfWeek(today), to: today }),
  'last-week': (today) => ({ from: addDays(startOfWeek(today), -7), to: addDays(startOfWeek(today), -1) }),
  '30-days': (today) => ({ from: addDays(today, -29), to: today }),
}

/** First and last day of the chosen time; either is left out where it is open. */
export function chosenRange({ time, from, to }: ItemsSearch, today: string): Range {
  return time ? rangeOf[time](today) : present({ from, to })
}

/** Days that the chart shows: the chosen ones, never the future; without a beginning, 30 days. */
export function chartRange({ from, to }: Range, today: string): { readonly from: string; readonly to: string } {
  const last = to !== undefined && to < today ? to : today
  return { from: from !== undefined && from <= last ? from : addDays(last, -29), to: last }
}

export function toQuery(search: ItemsSearch, today: string): ItemQuery {
  const { q, time: _t, from: _f, to: _o, view: _v, item: _i, ...filters } = search
  return present({ q: q?.trim() || undefined, ...filters, ...chosenRange(search, today) })
}

/** How many filters are set, the search words not counted. */
export function countFilters({ q: _q, view: _v, item: _i, time, from, to, ...filters }: ItemsSearch): number {
  return [...Object.values(filters), time ?? from ?? to].filter((value) => value !== undefined).length
}

/** Takes back whatever is chosen. */
export const noFilters = {
  q: undefined,
  convention: undefined,
  article: undefined,
  language: undefined,
  source: undefined,
  direction: undefined,
  instrument: undefined,
  place: undefined,
  region: undefined,
  time: undefined,
  from: undefined,
  to: undefined,
} as const
