import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateCheckability, ratePriority } from '../../src/rules/priority.ts'

const claim = { category: 'factcheck', checkability: 0.8, matchStrength: 0.9 } as const
const part = fc.double({ min: 0, max: 1, noNaN: true })

describe('priority', () => {
  it('shows the factors that make it', () => {
    const { checkability, match, spread, harm, total } = ratePriority(claim, 3)
    expect([checkability, match, spread, harm]).toEqual([0.8, 0.9, 0.25, 0.6])
    expect(total).toBeCloseTo(0.8 * 0.9 * 0.25 * 0.6)
  })

  it('puts a panic about children before an ordinary claim', () => {
    expect(ratePriority({ ...claim, category: 'child_panic' }, 3).total).toBeGreaterThan(ratePriority(claim, 3).total)
  })

  it('never falls when a claim is met more often, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(part, part, fc.nat(10_000), fc.nat(10_000), (checkability, matchStrength, mentions, more) => {
        const [one, other] = [mentions, mentions + more].map((count) =>
          ratePriority({ category: 'factcheck', checkability, matchStrength }, count),
        )
        expect(other?.total).toBeGreaterThanOrEqual(one?.total ?? 1)
        expect(other?.total).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts kinds of things that can be looked up, not turns of speech', () => {
    expect(rateCheckability(['polarity', 'hedge'])).toBe(rateCheckability([]))
    expect(rateCheckability(['quantity', 'date'])).toBeGreaterThan(rateCheckability(['quantity', 'quantity']))
  })
})
