// Link: items that tell the same event gather to a story; copies are told from articles of their own.
import { quietMs } from '../../classifiers/stories/cluster.ts'
import { vietnamDay } from '../rules/day.ts'
import type { StoredTelling } from '../store/stories.ts'
import type { Deps } from './deps.ts'

/** Gives every item without a story its own; returns how many. */
export async function linkStories({ store, stories }: Deps): Promise<number> {
  let linked = 0
  for (;;) {
    const fresh = await store.listUntold()
    if (fresh.length === 0) return linked
    const placed = await stories.place(fresh, () => readKnown(store, fresh))
    await store.saveStories(
      placed.map(({ id, story, copyOf }) => ({
        itemId: Number(id),
        storyId: Number(story),
        copyOf: copyOf === null ? null : Number(copyOf),
      })),
    )
    linked += placed.length
    // A thread that lost an article would give it back without a story for ever.
    if (placed.length < fresh.length) return linked
  }
}

/** What may still go on: the stories of the last quiet time before the earliest new item. */
async function* readKnown(store: Deps['store'], [earliest]: readonly StoredTelling[]) {
  const from = vietnamDay(new Date(Date.parse(earliest?.time ?? '') - quietMs))
  for await (const told of store.readTold(from))
    yield told.map((telling) => ({ telling, story: telling.story as string }))
}
