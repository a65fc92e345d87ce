import { describe, expect, it } from 'vitest'
import { prepareKnowledge } from '../../../classifiers/claims/knowledge.ts'
import { triage } from '../../../classifiers/claims/triage.ts'
import { factCheckSchema, type TextKind } from '../../../src/model/claim.ts'
import type { KnownLanguage } from '../../../src/model/language.ts'
import { context, knowledge } from './context.ts'
import { bare, lexicon, statement } from './read.ts'

const judge = (text: string, language: KnownLanguage = 'vi', kind: TextKind = 'headline') =>
  triage(statement(text, language, kind), knowledge, lexicon)

describe('a claim that a fact-check calls false', () => {
  it.each([
    ['in other words', 'Nước chanh muối chữa khỏi ung thư chỉ trong 7 ngày', 'vi', 'lemon'],
    ['in Chinese', '喝柠檬盐水7天治愈癌症', 'zh', 'lemon'],
    ['without diacritics', bare('Vỡ đập thủy điện Nậm Khao, nghìn người phải sơ tán'), 'vi', 'dam'],
    ['at another place', 'Vỡ đập thủy điện Suối Lim, hàng nghìn người phải sơ tán', 'vi', 'dam'],
    ['with another sum', 'Mỗi hộ dân được tặng 10 triệu đồng khi cài ứng dụng định danh', 'vi', 'gift'],
  ] as const)('is flagged %s', (_, text, language, id) => {
    const found = judge(text, language)
    expect(found).toMatchObject({ flag: true, protected: false, category: 'factcheck', claim: text })
    expect(found.matches[0]).toMatchObject({ id, relation: 'same_as_factcheck' })
    expect(found.reason).toContain(id)
  })

  it.each([
    ['when it is denied', 'Bác bỏ tin vỡ đập thủy điện Nậm Khao, hàng nghìn người sơ tán'],
    ['when the opposite is said', 'Đập thủy điện Nậm Khao không vỡ, vẫn an toàn'],
    ['when the fact-check calls it true', 'Học sinh được miễn học phí từ năm học 2025-2026'],
    ['with the sum that the fact-check gives', 'Mỗi hộ dân được tặng 2 triệu đồng khi cài ứng dụng định danh'],
  ])('is not flagged %s', (_, text) => {
    expect(judge(text).flag).toBe(false)
  })
})

describe('a post in which nothing shows that it concerns the public', () => {
  const factCheck = (claimReviewed: string) =>
    factCheckSchema.parse({
      ...{ id: 'known', claimReviewed, rating: 'False', explanation: 'No such thing.' },
      ...{ publisher: 'Kiểm chứng', published: '2026-10-20' },
    })
  const flags = (claim: string, text: string) =>
    triage(statement(text, 'en', 'post'), prepareKnowledge([], [factCheck(claim)], context), lexicon).flag

  it('is flagged where it says nearly the same as a fact-check', () => {
    expect(flags('The Lotus vaccine makes girls infertile', 'The Lotus vaccine makes girls infertile.')).toBe(true)
  })

  it.each([
    ['it accuses', 'The police of Lam Khao hold twenty boys in a warehouse.'],
    ['it is somebody’s own story', 'My sister had the Lotus vaccine and was told she is infertile.'],
    ['an opinion stands beside it', 'The Lotus vaccine makes girls infertile. Shame on this government!'],
  ])('is left alone where %s', (_, text) => {
    expect(flags(text, text)).toBe(false)
  })
})

describe('a claim and what a public body has published', () => {
  it('is flagged where it says another sum, and both are shown', () => {
    const found = judge('Lào Cai: mỗi hộ nghèo được hỗ trợ 5 triệu đồng từ ngày 1/12')
    expect(found).toMatchObject({ flag: true, category: 'evidence' })
    expect(found.matches[0]).toMatchObject({ id: 'poor', relation: 'contradicts_evidence' })
    expect(found.matches[0]?.slots).toContainEqual({
      kind: 'quantity',
      ours: '5000000 vnd',
      theirs: '2000000 vnd',
      agrees: false,
    })
  })

  it('is flagged in another language, where it says the opposite', () => {
    const found = judge('Hanoi students have no school on November 12 because of the storm', 'en')
    expect(found.matches[0]).toMatchObject({ id: 'school', relation: 'contradicts_evidence' })
    expect(found.flag).toBe(true)
  })

  it.each([
    ['agrees', 'Lào Cai: mỗi hộ nghèo được hỗ trợ 2 triệu đồng từ ngày 1/12'],
    ['is about another place', 'Sơn La: mỗi hộ nghèo được hỗ trợ 5 triệu đồng từ ngày 1/12'],
    ['is about another time', 'Học sinh Hà Nội nghỉ học ngày 12/12/2026'],
    ['agrees with the newer notice', 'Giá điện sinh hoạt tại Lào Cai là 2.500 đồng mỗi số'],
  ])('is not flagged where it %s', (_, text) => {
    expect(judge(text).flag).toBe(false)
  })

  it('is held against the newer notice of a publisher, not the one that it replaced', () => {
    const found = judge('Giá điện sinh hoạt tại Lào Cai là 2.000 đồng mỗi số')
    expect(found.matches.find(({ id }) => id === 'new')).toMatchObject({ relation: 'contradicts_evidence' })
    expect(found.matches.find(({ id }) => id === 'old')).toBeUndefined()
  })
})

describe('protected speech', () => {
  it.each([
    'Theo tôi, nước chanh muối chữa khỏi ung thư trong 7 ngày là chuyện buồn cười',
    'Có đúng là uống nước chanh muối chữa khỏi ung thư trong 7 ngày không?',
  ])('is never flagged, whatever it matches: %s', (text) => {
    expect(judge(text, 'vi', 'post').flag).toBe(false)
  })

  it('is said of a text in which nothing is flagged', () => {
    expect(judge('Tôi thấy lãnh đạo xã làm việc quá tệ.', 'vi', 'post')).toMatchObject({ flag: false, protected: true })
  })
})

it('flags a whole fraud pattern without any fact-check', () => {
  const empty = prepareKnowledge([], [], context)
  const text = 'Bạn liên quan đến vụ án rửa tiền, chuyển tiền vào tài khoản an toàn của Bộ Công an'
  expect(triage(statement(text), empty, lexicon)).toMatchObject({ flag: true, category: 'transfer_fraud' })
})
