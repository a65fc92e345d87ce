import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/text/excerpt.ts'

describe('excerpt', () => {
  it('leaves a short text alone, on one line', () => {
    expect(excerpt('  Một câu.\n\nHai câu. ')).toBe('Một câu. Hai câu.')
  })

  it('cuts after a word and says so', () => {
    expect(excerpt('Trẻ em có quyền được chăm sóc, bảo vệ', 32)).toBe('Trẻ em có quyền được chăm sóc…')
  })

  it('prefers the end of a sentence that is near', () => {
    const text = 'Xã mở thêm một lớp mẫu giáo. Lớp học có hai mươi em nhỏ.'
    expect(excerpt(text, 36)).toBe('Xã mở thêm một lớp mẫu giáo. …')
  })

  it('finds words where none are spaced', () => {
    const text = '残疾人权利公约于二〇〇八年生效，各缔约国应当采取措施保障残疾人的权利。'
    expect(excerpt(text, 12).length).toBeLessThanOrEqual(12)
    expect(text.startsWith(excerpt(text, 12).slice(0, -1))).toBe(true)
  })

  it('is never longer than asked and never splits a letter', () => {
    const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
    const texts = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.replace(/\s+/g, ' ').trim())
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 60 }), (text, max) => {
        const cut = excerpt(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.isWellFormed()).toBe(true)
        if (cut === text || cut === '') return
        const kept = cut.replace(/ ?…$/, '')
        const ends = [...graphemes.segment(text)].map(({ index }) => index)
        expect([...ends, text.length]).toContain(kept.length)
      }),
    )
  })
})
