import { describe, expect, it } from 'vitest'
import type { ItemRow } from '../../src/model/api.ts'
import { foldStories, listVisible } from '../../web/src/items/stories.ts'

const row = (id: string, storyId: string | null) => ({ id, storyId }) as ItemRow
const items = [row('5', 'a'), row('4', null), row('3', 'a'), row('2', 'b'), row('1', 'a')]
const fold = (unfolded: string[] = [], openId?: string) => foldStories(items, new Set(unfolded), openId)

describe('stories in the list', () => {
  it('fold under the first of their items, in the order of the list', () => {
    expect(fold().map(({ item, others }) => [item.id, ...others.map(({ id }) => id)])).toEqual([
      ['5', '3', '1'],
      ['4'],
      ['2'],
    ])
  })

  it('leave items that were not compared yet alone', () => {
    expect(foldStories([row('2', null), row('1', null)], new Set(), undefined)).toHaveLength(2)
  })

  it('show what is unfolded, or holds the open item, to the keyboard too', () => {
    expect(listVisible(fold())).toEqual(['5', '4', '2'])
    expect(listVisible(fold(['a']))).toEqual(['5', '3', '1', '4', '2'])
    expect(listVisible(fold([], '3'))).toEqual(['5', '3', '1', '4', '2'])
    expect(listVisible(fold([], '5'))).toEqual(['5', '4', '2'])
  })
})
