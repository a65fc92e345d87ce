import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipText, pickTop } from '../../src/reports/top.ts'
import { days, sampleItem } from './sample.ts'

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
const crc = { conventions: ['crc' as const] }

describe('top items', () => {
  it('are at most five, the best scored first, then the newest', () => {
    const items = [0, 1, 2, 3, 4, 5, 6].map((n) => sampleItem(n, { ...crc, day: days[n] as string }))
    const scored = [...items, sampleItem(9, { ...crc, scores: { crc: 0.9, cat: 0.1 } })]
    expect(ids(pickTop(scored, 'crc'))).toEqual(['9', '6', '5', '4', '3'])
  })

  it('show one item of a story', () => {
    const items = [1, 2, 3].map((n) => sampleItem(n, { ...crc, storyId: n === 3 ? 'b' : 'a' }))
    expect(ids(pickTop(items, 'crc'))).toEqual(['1', '3'])
  })

  it('hold no other convention', () => {
    expect(pickTop([sampleItem(1, { conventions: ['cat'] })], 'crc')).toEqual([])
  })

  it('show one article once, whatever an outlet did to its headline or its first line', () => {
    const title = 'Thêm ba điểm trường vùng cao có bếp ăn'
    const excerpt = 'Ba điểm trường vùng cao vừa có bếp ăn bán trú cho hơn hai trăm học sinh.'
    const items = [
      sampleItem(1, { ...crc, title, excerpt }),
      sampleItem(2, { ...crc, title: title.toUpperCase(), excerpt: `(Theo bản tin) ${excerpt}` }),
      sampleItem(3, { ...crc, title: 'Bữa cơm ở điểm trường', excerpt: excerpt.normalize('NFD') }),
      sampleItem(4, { ...crc, title: 'Tin vắn', excerpt: 'Xã họp.' }),
      sampleItem(5, { ...crc, title: 'Tin vắn', excerpt: 'Xã trao quà.' }),
    ]
    expect(ids(pickTop(items, 'crc'))).toEqual(['1', '4', '5'])
  })

  it('carry at most 300 characters and no field of the row but the published ones', () => {
    const item = sampleItem(1, { ...crc, title: 'Dài '.repeat(200), excerpt: 'rất dài '.repeat(200) })
    const [top] = pickTop([item], 'crc')
    expect(top?.title.length).toBeLessThanOrEqual(300)
    expect(top?.excerpt.length).toBeLessThanOrEqual(300)
    expect(Object.keys(top ?? {}).sort()).toEqual(
      ['conventions', 'excerpt', 'id', 'language', 'publishedAt', 'sourceName', 'title', 'url'].sort(),
    )
  })
})

describe('clipping', () => {
  it('cuts between words and says so', () => {
    expect(clipText('một hai ba bốn năm sáu bảy', 20)).toBe('một hai ba bốn năm…')
    expect(clipText('  một\n\thai ')).toBe('một hai')
  })

  it('keeps to the limit, to whole characters and to what XML allows, for any text', () => {
    const units = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      maxLength: 900,
    })
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'grapheme', maxLength: 900 })), (text) => {
        const clipped = clipText(text)
        expect(clipped.length).toBeLessThanOrEqual(300)
        expect(clipped.isWellFormed()).toBe(true)
        expect(clipped).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u)
        expect(clipText(clipped)).toBe(clipped)
      }),
    )
  })
})
