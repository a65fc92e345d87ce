import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoWeek, previousWeek, weekDays, weekdayIndex } from '../../src/rules/week.ts'

const someDay = fc
  .date({ min: new Date('1970-01-05'), max: new Date('2199-12-25'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('ISO weeks', () => {
  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2020-12-31', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
  ])('puts %s in %s', (day, week) => expect(isoWeek(day)).toBe(week))

  it('goes from Monday to Sunday', () => {
    expect(weekDays('2026-W47')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
    expect(weekDays('2026-W53')[0]).toBe('2026-12-28')
  })

  it('knows the week before across years with 52 and 53 weeks', () => {
    expect(previousWeek('2027-W01')).toBe('2026-W53')
    expect(previousWeek('2026-W01')).toBe('2025-W52')
    expect(previousWeek('2026-W48')).toBe('2026-W47')
  })

  it.each(['2025-W53', '2026-W54', '2026-W00', '2026-47', '', '2026-W4', 'W47'])('refuses the week "%s"', (week) =>
    expect(() => weekDays(week)).toThrow(RangeError),
  )

  it.each(['2026-02-30', '2026-1-1', 'today', ''])('refuses the day "%s"', (day) =>
    expect(() => isoWeek(day)).toThrow(RangeError),
  )

  it('has every day in its own week, at its own place', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(weekDays(isoWeek(day))[weekdayIndex(day)]).toBe(day)
      }),
    )
  })

  it('has no gap between a week and the one before', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const week = isoWeek(day)
        const sundayBefore = weekDays(previousWeek(week))[6] as string
        const monday = weekDays(week)[0] as string
        expect(Date.parse(monday) - Date.parse(sundayBefore)).toBe(86_400_000)
        expect(previousWeek(week) < week).toBe(true)
      }),
    )
  })
})
