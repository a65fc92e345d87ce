import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proposition } from '../../../src/model/claim.ts'
import { type KnownLanguage, languages } from '../../../src/model/language.ts'
import { bare, openParts, split } from './read.ts'

const texts = (text: string, language: KnownLanguage = 'vi'): string[] =>
  split(text, language, 'article').map((proposition) => proposition.text)

describe('sentences', () => {
  it.each<[KnownLanguage, string, number]>([
    ['vi', 'TP. Hồ Chí Minh sáp nhập 3 phường. Nghị định số 12/2026/NĐ-CP có hiệu lực từ 1.1.2027.', 2],
    ['vi', 'PGS. TS. trưởng khoa cho biết dịch cúm tăng 3,5 lần. Bệnh viện tiếp nhận 1.200 ca.', 2],
    ['vi', 'Giá xăng tăng 5%... còn giá điện giữ nguyên', 1],
    ['vi', 'Giá xăng tăng 5%\nGiá điện giảm 2%\n\nGiá vàng tăng 3%', 3],
    ['vi', 'Học sinh nghỉ học đến 20/12 😱😱 phụ huynh đón con trước 16h', 2],
    ['vi', 'giá xăng tăng 5% từ mai. mọi người đổ xăng trước nha', 2],
    ['vi', '1. Nộp hồ sơ tại phường. 2. Nhận kết quả sau 5 ngày.', 2],
    ['en', 'Dr. Lee said the U.S. reported 1.5 million cases. Schools close on Jan. 5.', 2],
    ['zh', '卫健委通报新增病例30例。学校停课到12月20日！家长须接回孩子。', 3],
    ['th', 'รัฐบาลแจกเงิน 10,000 บาทครับ โรงเรียนปิดถึงวันที่ 20', 2],
    ['km', 'រដ្ឋាភិបាលផ្តល់ប្រាក់ ១០០។ សាលាបិទដល់ថ្ងៃទី ២០។', 2],
    ['fr', 'M. le ministre a signé le décret n° 12. Les écoles ferment le 5 janvier.', 2],
    ['hmn', 'Tsoom fwv muab nyiaj 500. Tsev kawm ntawv kaw hnub 5.', 2],
  ])('%s: %s', (language, text, count) => {
    expect(texts(text, language)).toHaveLength(count)
  })

  it('a line that a page broke goes on, one that a writer ended does not', () => {
    const line = 'Từ ngày 1/12/2026 mức đóng bảo hiểm y tế của hộ gia đình'
    expect(split(`${line}\ntăng lên 1,2 triệu đồng`, 'vi', 'article')).toHaveLength(1)
    expect(split(`${line}\ntăng lên 1,2 triệu đồng`, 'vi', 'post')).toHaveLength(2)
  })
})

describe('clauses', () => {
  it('a claim is told from the opinion beside it, without a comma too', () => {
    const claim = 'Từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh'
    expect(openParts(split(`${claim} thật đáng xấu hổ`))).toEqual([claim])
    expect(openParts(split(`${claim} nhưng tôi vẫn tin tưởng`))).toEqual([claim])
  })

  it('what hangs on "I think" or on a question stays with it', () => {
    expect(openParts(split('Theo tôi, từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh'))).toEqual([])
    expect(openParts(split('Từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh, có đúng không?'))).toEqual([])
  })

  it('a lure stays open behind a made-up testimony', () => {
    const parts = openParts(split('Mình đã nhận được 5 triệu rồi, mọi người bấm vào link này để nhận nhé'))
    expect(parts.join(' ')).toContain('bấm vào link')
  })
})

const fragments = [
  'Từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh',
  'nhà tôi bị cưỡng chế 200 m2 đất',
  'thật đáng xấu hổ',
  'Chính phủ hỗ trợ 5 triệu',
  'tối nay tôi lên phường hỏi',
  'mỗi tháng tôi phải đóng 300 nghìn tiền điện',
  'cho tôi hỏi mức phạt mới',
  'ai tin nổi con số 8% này',
  'bấm link để nhận',
  'mong các cấp xem xét',
  'uống nước muối chữa được cúm',
  'em mới đi tiêm về',
  'Đảng và Nhà nước quá tuyệt vời',
  'công an xã đánh dân',
  'giá xăng tăng lên 30.000 đồng',
  'các cháu đã được giải cứu sau 3 ngày',
  'Bão số 9 vào Quảng Trị',
  'phường thu lệ phí khai sinh 500k hôm thứ tư 3/12',
  'hộ nghèo ở xã này không được hỗ trợ',
  'trường bắt học sinh nộp 3 triệu học phí',
  'tội nghiệp dân vùng lũ',
  'họ đánh thuốc mê trẻ em',
]

const openUnits = (propositions: readonly Proposition[]): Set<number> => {
  const units = propositions.filter(({ protectedAs }) => protectedAs === null)
  return new Set(units.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
}

describe('always', () => {
  it('offsets lead back to the text, in order and without overlap, whatever the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(...fragments, 'Тừ 1/12', '𝐠𝐢á', 'ก ครับ ข', '。', '…', '\n', '!?', '😱', '\u200b', '...'),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom(...languages), (text, language) => {
        let last = 0
        for (const { start, end, text: own } of split(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(own)
          last = end
        }
      }),
      { numRuns: 400 },
    )
  })

  it('taking the marks away opens nothing', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom(...fragments), fc.constantFrom(', ', '. ', ' ', '\n', ' nhưng ')), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.flat().join('').normalize('NFC'))
    fc.assert(
      fc.property(text, (marked) => {
        const before = openUnits(split(marked))
        const gained = [...openUnits(split(bare(marked)))].filter((unit) => !before.has(unit))
        expect(
          gained
            .map((unit) => marked[unit])
            .join('')
            .trim(),
        ).toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
