import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/rules/day.ts'
import { judgeSilence, type SourceDay } from '../../src/rules/silence.ts'
import { countByWeek, typicalWeek } from '../../src/rules/source-yield.ts'

const today = '2026-11-18'

/** Days up to yesterday, the oldest first: items of each; null is a day on which every round failed. */
const daysOf = (items: readonly (number | null)[]): SourceDay[] =>
  items.map((count, index) => ({
    day: addDays(today, index - items.length),
    succeeded: count === null ? 0 : 4,
    failed: count === null ? 4 : 0,
    items: count ?? 0,
  }))

const repeat = (pattern: readonly (number | null)[], times: number) =>
  Array.from({ length: times }, () => pattern).flat()
const kindOf = (items: readonly (number | null)[]) => judgeSilence(daysOf(items), today).kind

describe('silence', () => {
  const officeWeek = [3, 2, 4, 3, 1, 0, 0]

  it('knows a source by its own rhythm: a quiet weekend is usual, a quiet week is not', () => {
    const weeks = repeat(officeWeek, 5)
    expect(kindOf(weeks)).toBe('usual')
    expect(kindOf([...weeks, 0, 0])).toBe('unusual')
    expect(kindOf([...repeat([20], 40), 0])).toBe('usual')
    expect(kindOf([...repeat([20], 40), 0, 0])).toBe('unusual')
    expect(kindOf([...repeat([1, 0, 0, 0, 0, 0, 0], 7), 0, 0, 0, 0, 0, 0])).toBe('usual')
  })

  it('says how long the quiet has been and what is too long', () => {
    expect(judgeSilence(daysOf([...repeat(officeWeek, 5), 0, 0]), today)).toEqual({
      kind: 'unusual',
      quietDays: 4,
      limitDays: 4,
    })
  })

  it('does not count days on which every round failed, now or before', () => {
    expect(kindOf([...repeat([20], 40), ...repeat([null], 9)])).toBe('usual')
    expect(kindOf([...repeat([20], 20), ...repeat([null], 9), ...repeat([20], 20), 0, 0])).toBe('unusual')
  })

  it('waits for a history, but not for a source that never gave anything', () => {
    expect(kindOf(repeat([5], 10))).toBe('unknown')
    expect(kindOf([40, ...repeat([0], 30)])).toBe('unknown')
    expect(kindOf(repeat([0], 6))).toBe('unknown')
    expect(kindOf(repeat([0], 7))).toBe('unusual')
    expect(kindOf([])).toBe('unknown')
  })

  it('gives today time until it is over', () => {
    const days = [...daysOf(repeat([9], 50)), { day: today, succeeded: 3, failed: 0, items: 0 }]
    expect(judgeSilence(days, today)).toMatchObject({ kind: 'usual', quietDays: 0 })
  })

  it('never calls a quiet unusual that the source has had before', () => {
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 56 })
    fc.assert(
      fc.property(counts, (items) => {
        const silence = judgeSilence(daysOf(items), today)
        if (silence.kind === 'unknown' || !items.some((count) => (count ?? 0) > 0)) return
        const known = items.filter((count) => count !== null).join('')
        const longest = Math.max(
          ...known
            .replace(/^0+|0+$/g, '')
            .split(/[1-9]/)
            .map(({ length }) => length),
        )
        expect(silence.limitDays).toBeGreaterThan(longest)
        expect(silence.kind === 'unusual').toBe(silence.quietDays >= silence.limitDays)
      }),
    )
  })
})

describe('yield', () => {
  it('counts by week, and says nothing of weeks in which nothing could be read', () => {
    const items = [...repeat([2], 14), ...repeat([null], 7), ...repeat([1], 7)]
    const days = [...daysOf(items), { day: today, succeeded: 1, failed: 0, items: 5 }]
    expect(countByWeek(days, today).slice(-4)).toEqual([14, 12, 1, 11])
    expect(countByWeek(daysOf([...repeat([null], 7)]), addDays(today, -1))).toEqual(Array(8).fill(null))
  })

  it('takes the median, which a back catalogue does not move', () => {
    expect(typicalWeek([400, 12, null, 10, 11])).toBe(12)
    expect(typicalWeek([900, 12, 10])).toBe(12)
    expect(typicalWeek([null, null])).toBeNull()
  })
})
