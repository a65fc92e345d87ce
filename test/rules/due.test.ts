import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../src/model/failure.ts'
import { dayMs } from '../../src/rules/day.ts'
import { nextCheck, type RoundFacts } from '../../src/rules/due.ts'

const now = new Date('2026-11-18T03:00:00Z')
const minutes = (count: number): number => count * 60_000
const busy: RoundFacts = {
  cadenceMs: minutes(30),
  ttlMs: null,
  retryAfterMs: null,
  itemsLast7Days: 700,
  failures: 0,
  failingForMs: 0,
  failure: null,
}
const waitOf = (changes: Partial<RoundFacts>): number =>
  nextCheck({ ...busy, ...changes }, now).at.getTime() - now.getTime()

describe('next check', () => {
  it('follows the cadence of a busy source and asks a quiet one less often', () => {
    expect(waitOf({})).toBe(minutes(30))
    expect(waitOf({ itemsLast7Days: 20 })).toBe((7 * dayMs) / 21 / 2)
    expect(waitOf({ itemsLast7Days: 0 })).toBe(minutes(360))
  })

  it('waits as long as the feed and the site ask', () => {
    expect(waitOf({ ttlMs: minutes(120) })).toBe(minutes(120))
    expect(waitOf({ failure: 'rate_limited', failures: 1, retryAfterMs: minutes(300) })).toBe(minutes(300))
  })

  it('backs off from a failing source, up to a day', () => {
    expect([1, 2, 3, 30].map((failures) => waitOf({ failure: 'timeout', failures }))).toEqual(
      [60, 120, 240, 1440].map(minutes),
    )
  })

  it('pauses a source that says it is gone, with the reason', () => {
    expect(nextCheck({ ...busy, failure: 'gone', failures: 1 }, now).pausedReason).toBe('gone')
    expect(nextCheck({ ...busy, failure: 'server_error', failures: 1 }, now).pausedReason).toBeNull()
  })

  it('pauses a source that kept failing: twenty rounds and seven days, both', () => {
    const reasonOf = (failures: number, days: number) =>
      nextCheck({ ...busy, failure: 'timeout', failures, failingForMs: days * dayMs }, now).pausedReason
    expect([reasonOf(20, 7), reasonOf(200, 6.9), reasonOf(19, 70)]).toEqual(['kept_failing', null, null])
    expect(nextCheck({ ...busy, failures: 20, failingForMs: 9 * dayMs }, now).pausedReason).toBeNull()
  })

  it('never asks sooner than the cadence and Retry-After allow', () => {
    const facts = fc.record({
      cadenceMs: fc.integer({ min: 1000, max: 10 * dayMs }),
      ttlMs: fc.option(fc.integer({ min: 0, max: 100 * dayMs })),
      retryAfterMs: fc.option(fc.integer({ min: 0, max: 100 * dayMs })),
      itemsLast7Days: fc.nat(100_000),
      failures: fc.nat(1000),
      failingForMs: fc.nat(400 * dayMs),
      failure: fc.option(fc.constantFrom(...failureCodes)),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const wait = nextCheck(given, now).at.getTime() - now.getTime()
        expect(wait).toBeGreaterThanOrEqual(Math.max(given.cadenceMs, given.retryAfterMs ?? 0))
      }),
    )
  })
})
