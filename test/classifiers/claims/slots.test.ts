import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameDocument } from '../../../classifiers/claims/slots/documents.ts'
import { readDigits } from '../../../classifiers/claims/slots/numbers.ts'
import { readSlots } from '../../../classifiers/claims/slots.ts'
import type { SlotKind } from '../../../src/model/claim.ts'
import { context } from './context.ts'
import { bare } from './read.ts'

/** 20 November 2026 is a Friday. */
const read = (text: string, kind: SlotKind): string[] =>
  readSlots(text, '2026-11-20', context)
    .slots.filter((slot) => slot.kind === kind)
    .map(({ value }) => value)

describe('quantities', () => {
  it.each([
    ['hỗ trợ 5 triệu đồng', '5000000 vnd'],
    ['năm triệu đồng một hộ', '5000000 vnd'],
    ['thưởng 2tr5 cho mỗi người', '2500000 vnd'],
    ['chỉ 500k', '500000 vnd'],
    ['1.200 hộ dân', '1200 household'],
    ['1,200 households', '1200 household'],
    ['tăng 2,5%', '2.5 %'],
    ['trẻ 2-3 tuổi', '2..3 year-old'],
    ['from 5 to 10 million dollars', '5000000..10000000 usd'],
    ['trên 60 tuổi', '>60 year-old'],
    ['khoảng 30 người', '~30 person'],
    ['每人500万越南盾', '5000000 vnd'],
  ])('reads %s', (text, value) => {
    expect(read(text, 'quantity')).toContain(value)
  })

  it('knows "sau ngày" and "năm nay" for no numbers', () => {
    expect(read('sau ngày 5/12 và trong năm nay', 'quantity')).toEqual([])
  })

  it('reads any number grouped in either style', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), fc.constantFrom('.', ','), (value, separator) => {
        const written = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, separator)
        expect(readDigits(written)).toBe(value)
      }),
    )
  })
})

describe('dates', () => {
  it.each([
    ['hôm nay', '2026-11-20'],
    ['ngày mai cắt điện', '2026-11-21'],
    ['tuần tới', '2026-11-23/2026-11-29'],
    ['trong tháng này', '2026-11-01/2026-11-30'],
    ['từ 1/12', '2026-12-01/..'],
    ['ngày 5 tháng 1', '2027-01-05'],
    ['trước ngày 31/12/2026', '../2026-12-31'],
    ['10-12/10', '2026-10-10/2026-10-12'],
    ['from December 1 to December 5, 2026', '2026-12-01/2026-12-05'],
    ['schools close tomorrow', '2026-11-21'],
    ['从12月1日起', '2026-12-01/..'],
    ['明天停课', '2026-11-21'],
  ])('reads %s', (text, value) => {
    expect(read(text, 'date')).toEqual([value])
  })

  it('reads the same without diacritics', () => {
    expect(read(bare('Từ ngày 1 tháng 12 đến hết tháng này'), 'date')).toEqual(
      read('Từ ngày 1 tháng 12 đến hết tháng này', 'date'),
    )
  })
})

describe('what is named', () => {
  it.each([
    ['Nghị định 12/2026/NĐ-CP', 'document', '12/2026/nđ-cp'],
    ['theo Thông tư 05', 'document', '5/tt'],
    ['Decree No. 12/2026', 'document', '12/2026/nđ'],
    ['ở tỉnh Lào Cai', 'place', 'region:15'],
    ['tại thôn Nậm Khao', 'place', 'name:thon nam khao'],
    ['the Ministry of Health said', 'institution', 'ministry-health'],
    ['卫生部通报', 'institution', 'ministry-health'],
    ['trẻ dưới 6 tuổi', 'eligibility', 'age <6'],
    ['người từ 80 tuổi trở lên', 'eligibility', 'age >=80'],
    ['không phải đóng học phí', 'polarity', 'fee:free'],
    ['chưa bãi bỏ', 'polarity', 'force:held'],
    ['nghe nói sắp có bão', 'hedge', 'reportedly'],
  ] as const)('reads %s', (text, kind, value) => {
    expect(read(text, kind)).toContain(value)
  })

  it('tells words apart by their marks', () => {
    expect(read('chữa bệnh và tặng quà', 'polarity')).toEqual([])
    expect(read('sắp sửa lại cầu', 'polarity')).toEqual([])
  })

  it('takes a short name for the whole document, and no other number', () => {
    expect(isSameDocument('12/nđ', '12/2026/nđ-cp')).toBe(true)
    expect(isSameDocument('21/2026/nđ-cp', '12/2026/nđ-cp')).toBe(false)
    expect(isSameDocument('12/2025/nđ-cp', '12/2026/nđ-cp')).toBe(false)
  })
})

it('gives offsets of the text itself, whatever it is', () => {
  const pieces = fc.constantFrom(
    'Từ ',
    '1/12',
    ' ngày mai ',
    '5 triệu đồng',
    'Lào Cai',
    ' 12/2026/NĐ-CP',
    '停课',
    '２０％',
    '\u200b',
    '🔥',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 }),
      (parts) => {
        const text = parts.join('')
        for (const { start, end } of readSlots(text, '2026-11-20', context).slots) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      },
    ),
  )
})
