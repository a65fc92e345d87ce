import { describe, expect, it } from 'vitest'
import { buildIndex, search } from '../../../classifiers/claims/index.ts'
import { featuresOf } from '../../../classifiers/claims/knowledge.ts'
import { readRating } from '../../../classifiers/claims/ratings.ts'
import { readSlots } from '../../../classifiers/claims/slots.ts'
import { cleanQuotation } from '../../../classifiers/claims/words.ts'
import { context } from './context.ts'

const features = (text: string) => featuresOf({ text, ...readSlots(text, '2026-11-20', context) })
const claims = [
  'Uống nước chanh muối chữa khỏi ung thư trong 7 ngày',
  'Vỡ đập thủy điện Nậm Khao, hàng nghìn người phải sơ tán',
  'Ngân hàng Sao Mai phá sản, người dân không rút được tiền',
]
const index = buildIndex(claims.map((claim) => ({ claim, detail: '', language: 'vi', features: features(claim) })))
const find = (text: string, language: string) => search(index, { text, language, features: features(text) }, 3)

describe('search', () => {
  it.each([
    ['a paraphrase', 'Nước chanh pha muối trị dứt ung thư chỉ 7 ngày', 'vi', 0],
    ['no diacritics', 'vo dap thuy dien Nam Khao, hang nghin nguoi so tan', 'vi', 1],
    ['English', 'Lemon water with salt cures cancer in 7 days', 'en', 0],
    ['Chinese', '喝柠檬盐水7天治愈癌症', 'zh', 0],
  ])('finds %s', (_, text, language, entry) => {
    expect(find(text, language)[0]?.entry).toBe(entry)
  })

  it('scores the same claim high and another one low', () => {
    expect(find('Vỡ đập thủy điện Nậm Khao, nghìn người phải sơ tán', 'vi')[0]?.score).toBeGreaterThan(0.8)
    expect(find('Hội chợ sách mở cửa cuối tuần tại công viên', 'vi')[0]?.score ?? 0).toBeLessThan(0.2)
  })

  it('finds nothing in nothing', () => {
    expect(find('', 'vi')).toEqual([])
    expect(search(buildIndex([]), { text: 'x', language: 'vi', features: [] }, 5)).toEqual([])
  })

  it('lets another judge of nearness decide', () => {
    const nearness = (_: unknown, entries: readonly number[]) => entries.map((entry) => (entry === 2 ? 1 : 0))
    const query = { text: 'người dân và thủy điện phá sản', language: 'vi', features: [] }
    expect(search(index, query, 1, nearness)[0]).toMatchObject({ entry: 2, score: 1 })
  })
})

it('takes from a quoted post what is not its claim', () => {
  const post = 'Masks work #StayHome https://a.example/x @someone — A Name (@a_name) January 6, 2020'
  expect(cleanQuotation(post).replace(/\s+/g, ' ').trim()).toBe('Masks work Stay Home')
})

it.each([
  ['Sai sự thật', 'false'],
  ['giả mạo', 'false'],
  ['Gây hiểu lầm', 'false'],
  ['Misleading', 'false'],
  ['not true', 'false'],
  ['谣言', 'false'],
  ['Đúng', 'true'],
  ['True', 'true'],
  ['属实', 'true'],
  ['Unproven', 'open'],
  ['', 'open'],
])('reads the rating %s', (written, rating) => {
  expect(readRating(written)).toBe(rating)
})
