import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/text/date.ts'

const now = new Date('2026-08-18T03:00:00Z')
const iso = (raw: string) => readDate(raw, now)?.iso

describe('readDate', () => {
  it.each([
    ['Mon, 17 Aug 2026 14:05:00 +0700'],
    ['Mon, 17 Aug 26 07:05 GMT'],
    ['Mon, 17 Aug 2026 03:05:00 EDT'],
    ['2026-08-17T14:05:00+07:00'],
    ['2026-08-17T07:05:00Z'],
    ['1786950300'],
    ['Thứ hai, 17/08/2026, 14:05 (GMT+7)'],
    ['17/08/2026 14:05 GMT+7'],
    ['14:05 17/8/2026'],
    ['17-08-2026 | 14:05'],
    ['Cập nhật lúc 14h05 ngày 17/8/2026'],
    ['14 giờ 05 phút, ngày 17 tháng 8 năm 2026'],
    ['8/17/2026 2:05:00 CH'],
    ['August 17, 2026 2:05 p.m.'],
    ['17 août 2026 à 14h05'],
    ['2026年8月17日 14:05'],
    ['17 สิงหาคม 2569 เวลา 14:05 น.'],
  ])('reads the moment of "%s"', (raw) => {
    expect(readDate(raw, now)).toMatchObject({ iso: '2026-08-17T07:05:00.000Z', precision: 'minute' })
  })

  it.each([
    ['2026-08-17'],
    ['ngày 17 tháng 8 năm 2026'],
    ['17 tháng Tám, 2026'],
    ['Đăng ngày: 17.08.2026'],
    ['17th of August, 2026'],
    ['08/17/2026'],
    ['๑๗ สิงหาคม ๒๕๖๙'],
    ['ວັນທີ ໑໗ ສິງຫາ ໒໐໒໖'],
    ['ថ្ងៃទី១៧ ខែសីហា ឆ្នាំ២០២៦'],
  ])('reads the day of "%s" as it begins in Viet Nam', (raw) => {
    expect(readDate(raw, now)).toMatchObject({ iso: '2026-08-16T17:00:00.000Z', precision: 'day', local: '2026-08-17' })
  })

  it('keeps the zone that was written and takes Viet Nam where none was', () => {
    expect(readDate('2026-08-17T22:40:00-07:00', now)).toMatchObject({
      iso: '2026-08-18T05:40:00.000Z',
      local: '2026-08-17T22:40:00-07:00',
    })
    expect(readDate('2026-08-17 14:05', now)?.local).toBe('2026-08-17T14:05:00+07:00')
  })

  it('puts the day before the month where both could be', () => {
    expect(iso('03/04/2026')).toBe('2026-04-02T17:00:00.000Z')
  })

  it('counts back from now', () => {
    expect(iso('2 giờ trước')).toBe('2026-08-18T01:00:00.000Z')
    expect(iso('Hôm qua, 14:05')).toBe('2026-08-17T07:05:00.000Z')
  })

  it('keeps dates in the future: the pipeline judges them', () => {
    expect(iso('2031-01-01T00:00:00Z')).toBe('2031-01-01T00:00:00.000Z')
  })

  it.each(['', '31/02/2026', '2026-13-45', 'Nghị định 30/2020/NĐ-CP', 'Họp lúc 14:05', 'Điện thoại: 024.3822.2026'])(
    'finds no date in "%s"',
    (raw) => expect(readDate(raw, now)).toBeNull(),
  )

  it('gives back every moment that is written as ISO 8601 or RFC 822', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const seconds = new Date(Math.floor(moment.getTime() / 1000) * 1000)
        expect(iso(seconds.toISOString())).toBe(seconds.toISOString())
        expect(iso(seconds.toUTCString())).toBe(seconds.toISOString())
      }),
    )
  })

  it('reads every day as Vietnamese write it', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
        const local = date.toISOString().slice(0, 10)
        expect(readDate(`${day}/${month}/${year}`, now)?.local).toBe(local)
        expect(readDate(`ngày ${day} tháng ${month} năm ${year}`, now)?.local).toBe(local)
      }),
    )
  })

  it('gives back every minute in every zone', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.integer({ min: -12, max: 14 }), (moment, hours) => {
        const minute = new Date(Math.floor(moment.getTime() / 60_000) * 60_000)
        const there = new Date(minute.getTime() + hours * 3_600_000).toISOString()
        const [day, time] = [there.slice(0, 10).split('-').reverse().join('/'), there.slice(11, 16)]
        const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}`
        expect(iso(`${there.slice(0, 19)}${zone}:00`)).toBe(minute.toISOString())
        expect(iso(`${time} ${day} (GMT${zone})`)).toBe(minute.toISOString())
        // Midnight without a zone is how pages write a day.
        if (time !== '00:00') expect(readDate(`${time} ngày ${day}`, now, hours)?.iso).toBe(minute.toISOString())
      }),
    )
  })

  it('never throws, and what it gives is a moment', () => {
    const pieces = fc.constantFrom(
      '17',
      '/',
      '8',
      '2026',
      ':',
      '05',
      ' tháng ',
      'Aug',
      'GMT+7',
      '年',
      'năm',
      '-',
      'T',
      'Z',
      '99',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (raw) => {
          const date = readDate(raw, now)
          if (date) expect(new Date(date.iso).toISOString()).toBe(date.iso)
        },
      ),
      { numRuns: 500 },
    )
  })
})
