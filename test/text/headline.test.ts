import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headlineOf } from '../../src/text/headline.ts'

describe('headlineOf', () => {
  it.each([
    ['Nước sạch đã về ba điểm trường. Phụ huynh được mời đến xem.', 'Nước sạch đã về ba điểm trường.'],
    ['Mở lớp xoá mù chữ\nLớp học buổi tối mở từ thứ hai.', 'Mở lớp xoá mù chữ'],
    [
      'Chiều 20/11, UBND TP. Sông Thanh đối thoại với dân. Có 12 ý kiến.',
      'Chiều 20/11, UBND TP. Sông Thanh đối thoại với dân.',
    ],
    ['📌📌\n\n1. Việc cần làm trong tuần này. Gọi ngay.', '1. Việc cần làm trong tuần này.'],
    ['Ai được vay vốn để xây nhà? Xem dưới đây.', 'Ai được vay vốn để xây nhà?'],
    ['村里的学校有了干净的水。家长可以来看。', '村里的学校有了干净的水。'],
    ['Tin ngắn', 'Tin ngắn'],
    ['…', ''],
  ])('takes the first sentence of %j', (text, headline) => {
    expect(headlineOf(text)).toBe(headline)
  })

  it('is one line of at most 120 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const headline = headlineOf(text)
        expect(headline.length).toBeLessThanOrEqual(120)
        expect(headline).not.toContain('\n')
      }),
    )
  })
})
