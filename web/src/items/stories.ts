// Items of one story fold under the first of them on the page.
import type { ItemRow } from '../../../src/model/api.ts'

export type Story = {
  readonly item: ItemRow
  /** The others of its story that are on the page, in the order of the list. */
  readonly others: readonly ItemRow[]
  readonly isOpen: boolean
}

/** A story whose item is open beside the list is unfolded, so that the item is seen where it stands. */
export function foldStories(
  items: readonly ItemRow[],
  unfolded: ReadonlySet<string>,
  openId: string | undefined,
): Story[] {
  const byStory = new Map<string, ItemRow[]>()
  for (const item of items) {
    const key = item.storyId ?? `alone ${item.id}`
    const members = byStory.get(key)
    if (members) members.push(item)
    else byStory.set(key, [item])
  }
  return [...byStory].flatMap(([key, [item, ...others]]) => {
    if (!item) return []
    return [{ item, others, isOpen: unfolded.has(key) || others.some(({ id }) => id === openId) }]
  })
}

/** Ids of the items that can be seen, from top to bottom. */
export function listVisible(stories: readonly Story[]): string[] {
  return stories.flatMap(({ item, others, isOpen }) => [item.id, ...(isOpen ? others.map(({ id }) => id) : [])])
}
