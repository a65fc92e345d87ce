import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemQuerySchema } from '../../src/model/api.ts'
import { addDays, isDay, readDay, startOfWeek, writeDay } from '../../web/src/days.ts'
import { createFormat, dayOf } from '../../web/src/format.ts'
import { chartRange, chosenRange, readSearch, times, toQuery } from '../../web/src/items/filters.ts'

const today = '2026-11-21'

describe('address', () => {
  test('leaves out what it does not know', () => {
    const raw = {
      convention: 'xyz',
      article: '28',
      time: 'ever',
      from: '2026-02-30',
      to: '2026-11-03',
      view: 'pie',
      a: '1',
    }
    expect(readSearch(raw)).toEqual({ to: '2026-11-03' })
  })

  test('never asks the API for something that it refuses', () => {
    const text = fc.option(fc.string({ maxLength: 300 }), { nil: undefined })
    const raw = fc.record({
      q: text,
      convention: fc.option(fc.constantFrom('crc', 'none', 'xyz', ''), { nil: undefined }),
      article: fc.constantFrom(undefined, '28', '2.1'),
      language: fc.constantFrom(undefined, 'vi', 'und'),
      time: fc.option(fc.constantFrom(...times, 'ever'), { nil: undefined }),
      from: fc.constantFrom(undefined, '2026-11-01', '2026-13-01', 'x'),
    })
    fc.assert(
      fc.property(raw, (search) => {
        expect(itemQuerySchema.safeParse(toQuery(readSearch(search), today)).success).toBe(true)
      }),
    )
  })
})

describe('time', () => {
  test('weeks begin on Monday', () => {
    expect(chosenRange({ time: 'this-week' }, today)).toEqual({ from: '2026-11-16', to: today })
    expect(chosenRange({ time: 'last-week' }, today)).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect(chosenRange({ time: '30-days' }, today)).toEqual({ from: '2026-10-23', to: today })
    expect(chosenRange({}, today)).toEqual({})
  })

  test('the chart has a beginning and never shows the future', () => {
    expect(chartRange({}, today)).toEqual({ from: '2026-10-23', to: today })
    expect(chartRange({ from: '2026-11-20', to: '2026-12-31' }, today)).toEqual({ from: '2026-11-20', to: today })
    expect(chartRange({ from: '2027-01-01' }, today)).toEqual({ from: '2026-10-23', to: today })
  })
})

describe('days', () => {
  test('are read as people write them, and only when they exist', () => {
    expect(readDay('1/2/2026')).toBe('2026-02-01')
    expect(readDay(' 21-11-2026 ')).toBe('2026-11-21')
    expect(readDay('30/02/2026')).toBeNull()
    expect(readDay('2026-11-21')).toBeNull()
  })

  test('go into words and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (count) => {
        const day = addDays(today, count)
        expect(isDay(day)).toBe(true)
        expect(readDay(writeDay(day))).toBe(day)
        expect(new Date(startOfWeek(day)).getUTCDay()).toBe(1)
      }),
    )
  })

  test('are Viet Nam days, with Viet Nam hours, wherever the browser is', () => {
    const format = createFormat('vi')
    expect(dayOf('2026-11-20T17:00:00.000Z')).toBe(today)
    expect(format.dateTime('2026-11-20T17:05:00.000Z')).toBe('21/11/2026 00:05')
    expect(format.number(1284)).toBe('1.284')
    expect(createFormat('en').number(1284)).toBe('1,284')
  })
})
