// What the console and scripts get over HTTP: plain JSON, times in ISO 8601 UTC, days in Viet Nam time.
import { z } from 'zod'
import { type ConventionName, conventionIds } from './convention.ts'
import type { OutcomeCount, SourceHealth } from './crawl.ts'
import type { InstrumentName } from './instrument.ts'
import type { TextOrigin } from './item.ts'
import { directions, type InstrumentTag, type Tag } from './tag.ts'
import type { TransformerStatus } from './transformer.ts'

const day = z.iso.date()

/** Query of every list, chart and count of items: GET /api/items, /api/items/daily, /api/items/facets. */
export const itemQuerySchema = z.strictObject({
  q: z.string().trim().max(200).optional(),
  convention: z.enum([...conventionIds, 'none']).optional(),
  article: z.string().max(8).optional(),
  language: z.string().max(3).optional(),
  source: z.string().max(64).optional(),
  /** Of the convention's tag, where one is asked for; of any tag otherwise. */
  direction: z.enum([...directions, 'unknown']).optional(),
  instrument: z.string().max(40).optional(),
  /** Code of a province or commune that the item is about; a province with all its communes. */
  place: z.string().max(80).optional(),
  /** Code of the region of an outlet. */
  region: z.string().max(80).optional(),
  from: day.optional(),
  to: day.optional(),
})
export type ItemQuery = z.output<typeof itemQuerySchema>

/** GET /api/items takes these beside the filters; `cursor` is opaque. */
export const itemListQuerySchema = itemQuerySchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ItemListQuery = z.output<typeof itemListQuerySchema>

export type ItemRow = {
  readonly id: string
  readonly title: string
  /** At most 300 characters. */
  readonly excerpt: string
  readonly url: string
  readonly sourceId: string
  readonly sourceName: string
  readonly language: string
  readonly publishedAt: string | null
  readonly firstSeenAt: string
  readonly revision: number
  readonly textOrigin: TextOrigin
  readonly classified: boolean
  readonly tags: readonly {
    readonly convention: string
    readonly articles: readonly string[]
    readonly direction: Tag['direction']
    readonly score: number
  }[]
  readonly instruments: readonly string[]
  /** Items with the same one tell the same event; null until they were compared. */
  readonly storyId: string | null
  /** The item that it repeats nearly word for word. */
  readonly copyOf: string | null
}
export type ItemList = { readonly items: readonly ItemRow[]; readonly total: number; readonly next: string | null }

/** GET /api/items/:id. Reasons' offsets count in title + "\n" + text. */
export type ItemDetail = Omit<ItemRow, 'tags' | 'instruments'> & {
  readonly text: string
  readonly tags: readonly Tag[]
  readonly instruments: readonly InstrumentTag[]
  /** Provinces and communes that it is about, the most mentioned first; `former` is the name that the text uses. */
  readonly places: readonly (RegionName & { readonly former: RegionName | null })[]
  /** The other items of its story, the earliest first, at most 50. */
  readonly story: readonly StoryMember[]
  readonly judgementVersion: string
  readonly extraction: string
  readonly alsoAt: readonly {
    readonly sourceId: string
    readonly sourceName: string
    readonly url: string
    readonly seenAt: string
  }[]
  /** Older wordings; `seenAt` is when a newer one took their place. */
  readonly revisions: readonly {
    readonly revision: number
    readonly seenAt: string
    readonly title: string
    readonly text: string
  }[]
}

export type RegionName = { readonly code: string; readonly vi: string; readonly en: string }

export type StoryMember = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly sourceName: string
  readonly publishedAt: string | null
  readonly firstSeenAt: string
  readonly copyOf: string | null
}

/** GET /api/items/:id/why-not: conventions that came next, the likeliest first, and what one would still have needed. */
export type WhyNot = readonly {
  readonly convention: string
  readonly score: number
  readonly threshold: number
  readonly missing: readonly { readonly rule: string; readonly concepts: readonly string[] }[]
}[]

/** GET /api/items/daily: one value a day from `from` to `to`; null on days on which nothing could be collected. */
export type DailyCounts = {
  readonly days: readonly string[]
  readonly series: readonly { readonly convention: string; readonly counts: readonly (number | null)[] }[]
  /** All items of the day, tagged or not. */
  readonly total: readonly (number | null)[]
}

/** GET /api/items/facets: how many items each further filter would leave. */
export type Facets = {
  readonly convention: readonly { readonly value: string; readonly count: number }[]
  readonly language: readonly { readonly value: string; readonly count: number }[]
  readonly source: readonly { readonly value: string; readonly name: string; readonly count: number }[]
  readonly direction: readonly { readonly value: string; readonly count: number }[]
  readonly instrument: readonly { readonly value: string; readonly count: number }[]
  /** Provinces that items are about, and regions of outlets. */
  readonly place: readonly RegionCount[]
  readonly region: readonly RegionCount[]
}

export type RegionCount = {
  readonly value: string
  readonly vi: string
  readonly en: string
  readonly count: number
}

/** GET /api/sources. `message` says in plain words what is wrong and what to do; in the language of Accept-Language. */
export type SourceStatus = SourceHealth & {
  readonly url: string
  readonly kind: string
  readonly message: string | null
  readonly lastOutcomes: readonly OutcomeCount[]
}

/** GET /api/meta: what the console needs before anything else. */
export type Meta = {
  readonly version: string
  readonly office: { readonly name: string }
  readonly today: string
  readonly conventions: readonly (ConventionName & {
    readonly articles: readonly { readonly article: string; readonly vi: string; readonly en: string }[]
  })[]
  readonly instruments: readonly InstrumentName[]
  readonly privatePosts: { readonly thisWeek: number }
  /** The third judge; `message` says in plain words what it does or lacks, null where there is nothing to say. */
  readonly transformer: { readonly state: TransformerStatus['state']; readonly message: string | null }
}

/** One error shape for every route. */
export type ApiError = { readonly error: { readonly code: string; readonly message: string; readonly todo: string } }
