import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldMapped, tokens } from '../../src/text/normalize.ts'

describe('folding', () => {
  it.each([
    ['Công ước về quyền trẻ em', 'cong uoc ve quyen tre em'],
    ['ĐIỀU ĐÓ', 'dieu do'],
    ['hoà bình', fold('hòa bình')],
    ['ｑｕｙền', 'quyen'],
    ['quy\u200bền', 'quyen'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text.normalize('NFD'))).toBe(folded)
  })

  it('keeps the vowels of Thai, Lao and Khmer, which are marks', () => {
    for (const text of ['สิทธิ', 'ສິດທິ', 'សិទ្ធិ']) expect(fold(text)).toBe(text)
  })

  it('has room for signs that stand for whole words', () => {
    for (const sign of ['㌕', 'ﷺ', '㍿㌕ﷺ']) expect(foldMapped(sign).at).toHaveLength(foldMapped(sign).text.length + 1)
  })

  it('is idempotent and maps back into the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldMapped(text)
        expect(folded.text).toBe(fold(text))
        expect(folded.at).toHaveLength(folded.text.length + 1)
        expect(folded.at.at(-1)).toBe(text.length)
        for (let i = 1; i < folded.at.length; i++)
          expect(folded.at[i] as number).toBeGreaterThanOrEqual(folded.at[i - 1] as number)
      }),
    )
  })

  it('points at the words as they stand', () => {
    const text = 'Về Quyền trẻ em'
    const { text: folded, at } = foldMapped(text)
    const start = folded.indexOf('quyen')
    expect(text.slice(at[start], at[start + 'quyen'.length])).toBe('Quyền')
  })
})

describe('tokens', () => {
  it('are words, also in scripts without spaces', () => {
    expect(tokens('Nghị định số 12/2024/NĐ-CP, ngày 01-02.')).toEqual([
      'nghi',
      'dinh',
      'so',
      '12',
      '2024',
      'nd',
      'cp',
      'ngay',
      '01',
      '02',
    ])
    expect(tokens('儿童权利 公约').length).toBeGreaterThan(1)
    expect(tokens('สิทธิเด็ก').length).toBeGreaterThan(1)
  })
})
