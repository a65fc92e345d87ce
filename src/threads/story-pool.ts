// Gathers stories away from the service: the thread remembers the articles of the last weeks between calls.
import type { Placement, Telling } from '../../classifiers/stories/cluster.ts'
import type { CommonWords } from '../../classifiers/stories/vector.ts'
import { createPool } from './pool.ts'

/** An article as it is told, with the story that it already has. */
export type KnownTelling = { readonly telling: Telling; readonly story: string }

export type StoryTask =
  | { readonly kind: 'remember'; readonly known: readonly KnownTelling[]; readonly isFirst: boolean }
  | { readonly kind: 'place'; readonly fresh: readonly Telling[] }

/** Null where the thread is new and remembers nothing. */
export type StoryAnswer = readonly (Placement & { readonly id: string })[] | null

export type Stories = {
  /**
   * The story of each new article. Where the thread has forgotten, because it is new or has died, it is told first what
   * `readKnown` gives. Rejects with `Quarantine` where it dies over an article.
   */
  readonly place: (
    fresh: readonly Telling[],
    readKnown: () => AsyncIterable<readonly KnownTelling[]>,
  ) => Promise<NonNullable<StoryAnswer>>
  readonly close: () => Promise<void>
}

const timeoutMs = 120_000
const memoryMb = 512

export function createStories(common: CommonWords): Stories {
  const script = new URL('story-worker.ts', import.meta.url)
  const pool = createPool<StoryTask, StoryAnswer>({ script, size: 1, workerData: common, timeoutMs, memoryMb })
  return {
    async place(fresh, readKnown) {
      const placed = await pool.run({ kind: 'place', fresh })
      if (placed) return placed
      let isFirst = true
      for await (const known of readKnown()) {
        await pool.run({ kind: 'remember', known, isFirst })
        isFirst = false
      }
      if (isFirst) await pool.run({ kind: 'remember', known: [], isFirst })
      return (await pool.run({ kind: 'place', fresh })) ?? []
    },
    close: pool.close,
  }
}
