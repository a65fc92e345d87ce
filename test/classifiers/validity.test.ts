import { describe, expect, it } from 'vitest'
import { readValidity } from '../../classifiers/claims/validity.ts'

describe('validity', () => {
  it.each([
    ['Quy định có hiệu lực từ ngày 01/01/2027 và áp dụng đến hết ngày 31/12/2027.', '2027-01-01', '2027-12-31'],
    ['Chính sách có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2027.', '2027-03-15', null],
    ['The rule takes effect on 1 January 2027 and is valid until 31 December 2027.', '2027-01-01', '2027-12-31'],
    ['Sở thông báo nghỉ học ngày 20/11/2026.', null, null],
    ['', null, null],
  ])('%s', (text, from, until) => {
    expect(readValidity(text, '2026-11-20')).toEqual({ from, until })
  })
})
