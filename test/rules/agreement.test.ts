import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdicts } from '../../src/model/review.ts'
import { measureAgreement } from '../../src/rules/agreement.ts'

const repeat = (count: number, pair: readonly ['false' | 'true', 'false' | 'true']) => Array(count).fill(pair)

describe('agreement', () => {
  it('is Cohen’s kappa', () => {
    // 20 + 15 of 50 equal; by chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5.
    const pairs = [
      ...repeat(20, ['true', 'true']),
      ...repeat(5, ['true', 'false']),
      ...repeat(10, ['false', 'true']),
      ...repeat(15, ['false', 'false']),
    ]
    const { claims, observed, expected, kappa } = measureAgreement(pairs)
    expect([claims, observed]).toEqual([50, 0.7])
    expect(expected).toBeCloseTo(0.5)
    expect(kappa).toBeCloseTo(0.4)
  })

  it('says nothing of no claims, or of claims that all got one verdict', () => {
    expect(measureAgreement([]).kappa).toBeNull()
    expect(measureAgreement([['false', 'false']])).toMatchObject({ observed: 1, kappa: null })
  })

  it('is at most 1, the same from both sides, and 1 only for equal verdicts', () => {
    const verdict = fc.constantFrom(...verdicts)
    fc.assert(
      fc.property(fc.array(fc.tuple(verdict, verdict), { minLength: 1 }), (pairs) => {
        const { kappa, observed } = measureAgreement(pairs)
        const mirrored = measureAgreement(pairs.map(([first, second]) => [second, first] as const)).kappa
        if (kappa === null) return
        expect(kappa).toBeLessThanOrEqual(1)
        expect(mirrored).toBeCloseTo(kappa)
        expect(kappa > 1 - 1e-9).toBe(observed === 1)
      }),
    )
  })
})
