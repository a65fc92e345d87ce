import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Plan, planSchema } from '../../src/model/plan.ts'
import { importPlan } from '../../src/plans/import.ts'
import { makeImportContext } from '../../src/plans/import-context.ts'
import { splitParties } from '../../src/plans/parties.ts'
import { readTime } from '../../src/plans/plan-time.ts'
import { compilePhrases, hasLostMarks, restoreText } from '../../src/plans/restore.ts'
import { listEntries, walkPlan } from '../../src/plans/walk.ts'
import { readRegisters } from '../../src/registers.ts'
import { fold } from '../../src/text/normalize.ts'

const { registers } = await readRegisters('config')
const context = makeImportContext('thu', registers)
const corpus = (name: string): string => readFileSync(`bench/plans/corpus/${name}.txt`, 'utf8')
const draftOf = (text: string): Plan => importPlan(text, context) as Plan
const leadOf = (plan: Plan, place: string): unknown =>
  walkPlan(plan).flatMap((line) => (line.place === place && line.part.kind !== 'section' ? [line.part.lead] : []))[0]

describe('importing a document', () => {
  it('reads fields, head and recipients of a clean text', () => {
    const draft = draftOf(corpus('son-khe-2025'))
    expect(draft).toMatchObject({ draft: true, number: '41/KH-UBND', date: '2025-03-12', region: null })
    expect(draft.legalBasis).toEqual([{ number: '15/KH-STP', date: '2025-02-20', issuer: 'Sở Tư pháp' }])
    expect(draft.recipients).toEqual(['Sở Tư pháp', 'UBND các xã', 'Lưu: VT'])
    expect(listEntries(draft).find(({ number }) => number === '1.1')).toMatchObject({
      wording: 'Biên soạn sổ tay quyền trẻ em cho thôn, bản',
      lead: ['Phòng Tư pháp'],
      partners: ['Phòng Giáo dục và Đào tạo', 'Huyện đoàn', 'các cơ quan, đơn vị liên quan'],
      time: { cadence: 'once', from: '2025-01-01', to: '2025-03-31' },
      product: 'Sổ tay được in và phát',
      reading: { line: 32 },
    })
  })

  it('joins what the page broke, and takes the closing sentence for everybody’s', () => {
    const draft = draftOf(corpus('song-la-2024'))
    const wordings = listEntries(draft).map(({ wording }) => wording)
    expect(wordings[0]).toBe(
      '100% cổng thông tin điện tử và hệ thống truyền thanh trên địa bàn huyện Sông Lá có chuyên mục về quyền con người',
    )
    expect(leadOf(draft, 'II.2')).toEqual(['Trung tâm Truyền thông', 'Phòng Dân tộc', 'UBND các xã, thị trấn'])
    expect(leadOf(draft, 'III (1)')).toEqual(['các phòng, đơn vị'])
    expect(walkPlan(draft).filter(({ place }) => place === 'III.2')).toHaveLength(2)
    expect(JSON.stringify(draft)).not.toContain('CHỦ TỊCH')
  })

  it('restores a scan where it is sure, marks the rest, and reads "111." as III', () => {
    const draft = draftOf(corpus('da-mai-2025-ocr'))
    expect(draft.sections.map(({ number }) => number)).toEqual(['I', 'II', 'III', 'IV'])
    expect(leadOf(draft, 'IV.2.1')).toEqual(['Phòng Giáo dục và Đào tạo'])
    const [first] = listEntries(draft)
    expect(first?.wording).toMatch(/^Quyền trẻ em ‹va.*› .*Việt Nam/)
    expect(first?.reading?.confidence.wording).toBeLessThan(0.9)
  })

  it('knows the offices of a region that the registers know', () => {
    const text = corpus('son-khe-2025').replaceAll('Sơn Khê', 'Đình Lập').replaceAll('SƠN KHÊ', 'ĐÌNH LẬP')
    const draft = draftOf(text)
    expect(draft).toMatchObject({ region: 'old:lang-son:huyen-dinh-lap', issuer: 'ubnd-huyen-dinh-lap' })
    expect(leadOf(draft, 'IV.1')).toEqual(['phong-tu-phap-dinh-lap'])
  })

  it('gives a draft of the one schema, and nothing for a text without parts', () => {
    for (const name of ['son-khe-2025', 'song-la-2024', 'da-mai-2025-ocr'])
      expect(planSchema.safeParse(draftOf(corpus(name))).success).toBe(true)
    expect(importPlan('Trời hôm nay nắng.\nKhông có gì thêm.', context)).toBeNull()
  })

  it('proposes to leave out what the product does not do', () => {
    const text = corpus('son-khe-2025').replace(
      'Phòng Tư pháp chủ trì thực hiện',
      'Phòng Tư pháp phản bác các luận điệu',
    )
    const entry = listEntries(draftOf(text)).find(({ wording }) => wording.includes('phản bác'))
    expect(entry).toMatchObject({
      status: { kind: 'out_of_scope', safeguard: 5 },
      reading: { confidence: { status: 0.4 } },
    })
  })

  it('stands every text: a draft that fits the schema, or none', () => {
    const marks = fc.constantFrom(
      'I. ',
      'II. ',
      '111. ',
      '1. ',
      '1.1. ',
      'a) ',
      '- ',
      '',
      'Thời gian: ',
      'Đơn vị chủ trì: ',
    )
    const row = fc.tuple(
      marks,
      fc.oneof(fc.string(), fc.constantFrom('NỘI DUNG', 'Hằng năm', 'Phòng Tư pháp; UBND xã')),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const draft = importPlan(rows.map(([mark, text]) => mark + text).join('\n'), context)
        expect(draft === null || planSchema.safeParse(draft).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('offices and times', () => {
  const none = (): boolean => false
  it.each([
    ['Cục Phổ biến, giáo dục pháp luật', ['Cục Phổ biến, giáo dục pháp luật']],
    ['Phòng Văn hóa và Thông tin, Công an huyện.', ['Phòng Văn hóa và Thông tin', 'Công an huyện']],
    ['Sở Tư pháp và phòng Tư pháp quận', ['Sở Tư pháp', 'phòng Tư pháp quận']],
    ['UBND các xã, thị trấn; Huyện đoàn', ['UBND các xã, thị trấn', 'Huyện đoàn']],
  ])('%s', (words, parties) => {
    expect(splitParties(words, none)).toEqual(parties)
  })

  it('keeps a known office whole', () => {
    const office = 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'
    expect(splitParties(office, (party) => party === office)).toEqual([office])
    expect(splitParties(office, none)).toHaveLength(2)
  })

  it.each([
    ['Quý IV/2025', { cadence: 'once', from: '2025-10-01', to: '2025-12-31' }],
    ['Năm 2025.', { cadence: 'ongoing', from: '2025-01-01', to: '2025-12-31' }],
    ['Hàng tháng', { cadence: 'monthly' }],
    ['6 tháng, hằng năm', { cadence: 'half_yearly' }],
    ['Theo Kế hoạch của Sở', { cadence: 'other_plan' }],
  ])('%s', (words, time) => {
    expect(readTime(words)).toMatchObject(time)
  })

  it('knows no time where none is named', () => {
    expect(readTime('khi cần')).toBeNull()
  })
})

describe('restoring a scan', () => {
  const phrases = compilePhrases(['quyền con người', 'đề án', 'Lâm Đồng', 'Sở Nội vụ'])
  it.each([
    ['quyén con ngudi', 'quyền con người'],
    ['QUYEN CON NGUOI', 'QUYỀN CON NGƯỜI'],
    ['S& Noi vu:', 'Sở Nội vụ:'],
    ['dé lan toa', '‹dé lan toa›'],
    ['can bo lam cong tac', '‹can bo lam cong tac›'],
  ])('%s', (read, restored) => {
    expect(restoreText(read, phrases).text).toBe(restored)
  })

  it('leaves the letters as they were but for their marks, wherever every letter was read right', () => {
    const word = fc.constantFrom('quyen', 'con', 'nguoi', 'de', 'an', 'lam', 'Lam', 'Dong', 'xa', '07')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const { text, share } = restoreText(words.join(' '), phrases)
        expect(fold(text.replace(/[‹›]/g, ''))).toBe(fold(words.join(' ')))
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('lets alone a text that has its marks', () => {
    expect(hasLostMarks(corpus('son-khe-2025'))).toBe(false)
    expect(hasLostMarks(corpus('da-mai-2025-ocr'))).toBe(true)
  })
})
