import { describe, expect, it } from 'vitest'
import {
  compareMarks,
  isMismarked,
  isSyllable,
  marksOf,
  mendMisread,
} from '../../../classifiers/conventions/vietnamese.ts'

describe('marks', () => {
  const compare = (found: string, wanted: string) => compareMarks(marksOf(found), marksOf(wanted))

  it('takes the two places of a tone for the same', () => {
    expect(compare('hoà', 'hòa')).toBe('equal')
    expect(compare('thuý', 'thúy')).toBe('equal')
  })

  it('tells left-out marks from other ones', () => {
    expect(compare('tre', 'trẻ')).toBe('lacking')
    expect(compare('bảo', 'bạo')).toBe('different')
    expect(compare('rơi', 'roi')).toBe('different')
  })

  it('knows spellings that only a scanner makes', () => {
    expect(['quyén', 'thuc', 'tiéng'].map(isMismarked)).toEqual([true, true, true])
    expect(['quyền', 'thực', 'được', 'Facebook', 'biển'].map(isMismarked)).toEqual([false, false, false, false, false])
  })
})

describe('mendMisread', () => {
  const known = new Set(['nguoi', 'quoc', 'thuc', 'lam'])

  it('mends what cannot be a syllable, and leaves alone what can', () => {
    expect(mendMisread('ngudi', (word) => known.has(word))).toBe('nguoi')
    expect(mendMisread('qudc', (word) => known.has(word))).toBe('quoc')
    expect(mendMisread('1am', (word) => known.has(word))).toBe('lam')
    expect(mendMisread('tam', (word) => known.has(word))).toBeNull()
    expect(mendMisread('2024', (word) => known.has(word))).toBeNull()
  })

  it('knows syllables', () => {
    expect(['nghieng', 'quyen', 'giuong', 'xa'].every(isSyllable)).toBe(true)
    expect(['window', 'ngudi', 'zoo'].some(isSyllable)).toBe(false)
  })
})
