import { describe, expect, it } from 'vitest'
import type { Figure, ReportModel } from '../../src/model/report.ts'
import {
  closingSentence,
  conventionSentences,
  gapSentences,
  noteSentences,
  notSeenSentences,
  overviewSentences,
} from '../../src/reports/sentences.ts'
import { emptyRows, sampleReport } from './sample.ts'

const languages = ['vi', 'en'] as const
const withItems = (language: 'vi' | 'en', items: Figure): string => {
  const model = sampleReport(language)
  return overviewSentences({ ...model, figures: { ...model.figures, items } })[0] ?? ''
}
const all = (model: ReportModel): string[] => [
  ...overviewSentences(model),
  ...model.conventions.flatMap((section) => conventionSentences(model, section)),
  ...gapSentences(model),
  ...notSeenSentences(model),
  ...noteSentences(model),
]

describe('the change against the week before', () => {
  it.each([
    [{ value: 60, previous: 40 }, 'Trong tuần thu thập được 60 tin, bài; tăng 20 tin, bài (50%) so với tuần trước.'],
    [{ value: 30, previous: 40 }, 'Trong tuần thu thập được 30 tin, bài; giảm 10 tin, bài (25%) so với tuần trước.'],
    [{ value: 9, previous: 3 }, 'Trong tuần thu thập được 9 tin, bài; tăng 6 tin, bài so với tuần trước.'],
    [{ value: 40, previous: 40 }, 'Trong tuần thu thập được 40 tin, bài; không đổi so với tuần trước.'],
    [{ value: 1234, previous: null }, 'Trong tuần thu thập được 1.234 tin, bài; chưa có dữ liệu tuần trước.'],
    [{ value: null, previous: 5 }, 'Trong tuần không có lượt thu thập tin, bài nào thành công nên không có dữ liệu.'],
    [
      { value: 1001, previous: 1000 },
      'Trong tuần thu thập được 1.001 tin, bài; tăng 1 tin, bài (dưới 1%) so với tuần trước.',
    ],
  ])('is said in Vietnamese: %o', (figure, sentence) => expect(withItems('vi', figure)).toBe(sentence))

  it.each([
    [{ value: 60, previous: 40 }, '60 items came in during the week, 20 more (50%) than in the week before.'],
    [{ value: 1, previous: 3 }, '1 item came in during the week, 2 fewer than in the week before.'],
    [{ value: 40, previous: 40 }, '40 items came in during the week, as many as in the week before.'],
    [{ value: 1234, previous: null }, '1,234 items came in during the week; there is no data for the week before.'],
    [{ value: null, previous: 5 }, 'No round of collecting items succeeded in the week, so there is no data.'],
  ])('is said in English: %o', (figure, sentence) => expect(withItems('en', figure)).toBe(sentence))

  it.each([
    [19, false],
    [20, true],
  ])('has a per cent from a base of 20 on: %i', (previous, hasPercent) =>
    expect(withItems('en', { value: 30, previous }).includes('%')).toBe(hasPercent),
  )

  it.each(languages)('is not drawn while the week is not over: %s', (language) => {
    const model = sampleReport(language, undefined, new Date('2026-11-20T05:00:00Z'))
    expect(
      [...overviewSentences(model), ...model.conventions.flatMap((s) => conventionSentences(model, s))].join(' '),
    ).not.toMatch(/tuần trước|week before/)
    expect(noteSentences(model)[0]).toMatch(/chưa kết thúc|is not over/)
  })
})

describe.each(languages)('sentences in %s', (language) => {
  it('call nothing a gap and no source sound where nothing ran', () => {
    const text = all(sampleReport(language, emptyRows)).join(' ')
    expect(text).toMatch(/Không thể xác định khoảng trống|Gaps cannot be told/)
    expect(text).toMatch(/không có lượt thu thập nào\.|There was no round/)
    expect(text).not.toMatch(/không có nguồn nào bị lỗi|No source failed/i)
    expect(text).not.toMatch(/\b0 (tin|items)/)
  })

  it('say that volume is no violation', () => {
    expect(noteSentences(sampleReport(language)).join(' ')).toMatch(/không phải số vụ việc vi phạm|not violations/)
  })

  it('name the day without data and the source that was never read', () => {
    const text = notSeenSentences(sampleReport(language)).join(' ')
    expect(text).toContain('19/11/2026')
    expect(text).toContain('Cổng thông tin điện tử tỉnh')
    expect(text).not.toContain('22/11/2026')
  })

  it('are complete: nothing undefined, no doubled space or stop, NFC', () => {
    for (const sentence of [...all(sampleReport(language)), ...all(sampleReport(language, emptyRows))]) {
      expect(sentence).not.toMatch(/undefined|null|NaN| {2}|\.\.|^\s|\s$/)
      expect(sentence).toBe(sentence.normalize('NFC'))
    }
    expect(closingSentence(sampleReport(language))).toMatch(/\.\/\.$/)
  })
})

describe('what items do with a right', () => {
  const say = (language: 'vi' | 'en') => {
    const model = sampleReport(language)
    const [section] = model.conventions.filter(({ convention }) => convention === 'crc')
    const directions = { concern: 24, progress: 4, policy: 0, education: 0, unknown: 2 }
    const items = { value: 30, previous: null }
    return section ? conventionSentences(model, { ...section, items, directions }).join(' ') : ''
  }

  it('is said with shares, the most frequent first, and without what did not occur', () => {
    expect(say('vi')).toContain('Hướng nội dung: phản ánh vấn đề 24 (80%); tiến bộ, kết quả 4 (13%); chưa rõ 2 (7%).')
    expect(say('en')).toContain('Direction: concern 24 (80%); progress 4 (13%); not known 2 (7%).')
  })

  it('comes with a note that many reported concerns are not many violations', () => {
    expect(noteSentences(sampleReport('vi')).join(' ')).toContain('không có nghĩa là có nhiều vi phạm')
    expect(noteSentences(sampleReport('en')).join(' ')).toContain('do not mean many violations')
  })
})
