import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffParagraphs } from '../../web/src/item/paragraph-diff.ts'

test('shows a changed paragraph as removed and added, the others as they were', () => {
  expect(diffParagraphs(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    { kind: 'same', paragraphs: ['a'] },
    { kind: 'removed', paragraphs: ['b'] },
    { kind: 'added', paragraphs: ['x'] },
    { kind: 'same', paragraphs: ['c'] },
    { kind: 'added', paragraphs: ['d'] },
  ])
})

test('both texts can be read out of the difference, and equal texts have none', () => {
  const paragraphs = fc.array(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const changes = diffParagraphs(before, after)
      const without = (kind: string) => changes.filter((each) => each.kind !== kind).flatMap((each) => each.paragraphs)
      expect(without('added')).toEqual(before)
      expect(without('removed')).toEqual(after)
      expect(diffParagraphs(after, after).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})
