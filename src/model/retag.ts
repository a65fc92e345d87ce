// Retag: stored items of a period judged again; old and new figures are kept side by side.
import type { ConventionId } from './convention.ts'
import type { Period } from './crawl.ts'

/** Items a convention, and those without any. */
export type TagCounts = Readonly<Record<ConventionId | 'none', number>>

export type RetagRun = Period & {
  readonly id: string
  /** Of the judges that judged again. */
  readonly version: string
  readonly startedAt: string
  /** Null until it has come to its end. */
  readonly endedAt: string | null
  /** Items up to this one are done. */
  readonly lastItemId: number
  readonly items: number
  /** Items of which a convention, article, direction, instrument or place is another one now. */
  readonly changed: number
  readonly before: TagCounts
  readonly after: TagCounts
}
