import { describe, expect, it } from 'vitest'
import { readsAsReport } from '../../../classifiers/claims/reports.ts'
import type { TextKind } from '../../../src/model/claim.ts'
import type { KnownLanguage } from '../../../src/model/language.ts'
import { bare, lexicon, split, statement } from './read.ts'

const read = (text: string, language: KnownLanguage = 'vi', kind: TextKind = 'article'): boolean[] =>
  readsAsReport(statement(text, language, kind), split(text, language, kind), lexicon)

describe('reports about hoaxes', () => {
  it.each<[KnownLanguage, string]>([
    ['vi', 'Công an cảnh báo thủ đoạn giả danh ngân hàng, yêu cầu người dân bấm link cung cấp mã OTP'],
    ['vi', 'Bộ Y tế bác bỏ thông tin uống nước muối chữa được cúm'],
    ['vi', 'Thực hư thông tin từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh'],
    ['vi', 'Không có chuyện trẻ em phải đóng 2 triệu mới được khai sinh, UBND tỉnh khẳng định'],
    ['vi', 'Tin giả: uống nước muối chữa được cúm'],
    ['vi', 'Mạng xã hội lan truyền tin vỡ đập. UBND tỉnh khẳng định đây là thông tin sai sự thật.'],
    ['vi', 'Cảnh báo chiêu lừa nhận quà. Kẻ gian gửi link rồi chiếm đoạt tiền của nạn nhân.'],
    ['en', 'Police warn of a scam that asks victims to click a link'],
    ['en', 'Fact check: salt water cures flu'],
    ['en', 'Rumour that every child must pay 2 million dong is false, says the ministry'],
    ['zh', '辟谣：喝盐水能治愈流感系谣言'],
    ['zh', '警方提醒：谨防冒充银行的诈骗，不法分子诱导点击链接'],
    ['fr', 'Fausse information : le citron ne guérit pas le cancer'],
    ['th', 'ข่าวปลอม: น้ำมะนาวรักษามะเร็งหายขาด'],
  ])('%s: %s', (language, text) => {
    expect(read(text, language)).not.toContain(false)
  })

  it('takes a rumour that the next sentence answers for told', () => {
    expect(read('A viral post says salt water cures dengue. Doctors say it does not.', 'en')[0]).toBe(true)
  })

  it.each([
    'Cảnh báo chiêu lừa giả danh ngân hàng, kẻ gian yêu cầu cung cấp mã OTP',
    'Thực hư thông tin uống nước muối chữa được cúm',
  ])('without marks: %s', (text) => {
    expect(read(bare(text))).toEqual([true])
  })

  it.each<[KnownLanguage, string]>([
    ['vi', 'Đã xác minh 100%, không phải tin giả: Chính phủ hỗ trợ 5 triệu, bấm link để nhận'],
    ['vi', 'Cảnh báo lừa đảo: tài khoản của quý khách có giao dịch bất thường, bấm vào link để xác minh'],
    ['vi', 'Công an cảnh báo: tối nay vỡ đập, mọi người chạy ngay đi, chia sẻ gấp'],
    ['vi', 'Tin chuẩn, đã kiểm duyệt: uống nước muối chữa được cúm'],
    ['en', 'This is not a scam: the government pays $500, click the link to claim your money'],
    ['zh', '不是谣言！政府发放补贴5000元，点击链接领取'],
  ])('a hoax that calls itself true is none: %s: %s', (language, text) => {
    expect(read(text, language, 'post')).not.toContain(true)
  })

  it('says which sentences are the report', () => {
    const text = 'Giá xăng tăng 5% từ 1/12. Bộ Y tế bác bỏ tin đồn uống nước muối chữa được cúm.'
    expect(read(text).at(-1)).toBe(true)
  })
})
