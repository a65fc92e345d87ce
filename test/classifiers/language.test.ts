import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identify } from '../../classifiers/language.ts'
import { languages } from '../../src/model/language.ts'

const languageOf = (text: string, hint?: string | null) => identify(text, hint).language
const all = (texts: readonly string[]) => texts.map((text) => [text, languageOf(text)])
const expected = (texts: readonly string[], language: string) => texts.map((text) => [text, language])

describe('identify', () => {
  it.each([
    ['vi', 'Ủy ban nhân dân xã công bố danh sách hộ được hỗ trợ làm nhà.'],
    ['en', 'Parents asked the school to explain the new fees.'],
    ['zh', '村里的小学还没有自来水。'],
    ['lo', 'ໂຮງຮຽນໃນບ້ານຍັງບໍ່ມີນ້ຳປະປາ'],
    ['km', 'សាលារៀនក្នុងភូមិមិនទាន់មានទឹកស្អាតទេ'],
    ['th', 'โรงเรียนในหมู่บ้านยังไม่มีน้ำประปา'],
    ['fr', "L'école du village n'a toujours pas d'eau potable."],
    ['hmn', 'Lub tsev kawm ntawv hauv lub zos tseem tsis tau muaj dej huv.'],
  ])('knows %s', (language, text) => {
    const answer = identify(text)
    expect(answer.language).toBe(language)
    expect(answer.confidence).toBeGreaterThan(0.7)
  })

  it('reads Vietnamese as people write it', () => {
    const texts = [
      'Truong lang chua co nuoc sach ma van thu tien',
      'Phu nu vung cao lo lang vi gia gao tang',
      'Co the den som hon khong anh',
      'hs ng khuyết tật ko dc đi xe buýt',
      'mn oi cho e hoi nop don o dau vs',
      'Quyét dinh vé viéc bao vé quyén con nguoi',
      'QUYET DINH BAN HANH KE HOACH TRUYEN THONG',
      'kh0ng ai tr@ loi dan',
      'lươпg thấp quá',
      'không ai nghe',
      'Cuộc thi “Your voice matters” dành cho học sinh',
    ]
    expect(all(texts)).toEqual(expected(texts, 'vi'))
  })

  it('is not led astray by Vietnamese names', () => {
    const texts = [
      'Farmers from Lào Cai and Yên Bái brought their tea to the fair in Đà Lạt.',
      'Tran Quoc Bao and Le Thi Hoa were released on Monday, their lawyer said.',
    ]
    expect(all(texts)).toEqual(expected(texts, 'en'))
    expect(languageOf("Les habitants de Điện Biên et de Sơn La attendent l'ouverture du marché.")).toBe('fr')
    expect(languageOf('Cov neeg hauv Mường Lay tau txais nyiaj pab lawm')).toBe('hmn')
  })

  it('lets the script or the words decide that most of a text is in', () => {
    expect(languageOf('ເພື່ອນຂ້ອຍເຮັດວຽກຢູ່ Samsung Bắc Ninh')).toBe('lo')
    expect(languageOf('Từ 学校 trong tiếng Trung nghĩa là trường học')).toBe('vi')
    expect(languageOf('下载 TikTok 和 Facebook 的方法')).toBe('zh')
  })

  it('gives no guess for other languages', () => {
    const texts = [
      'Warga desa belum mendapat air bersih sampai hari ini',
      'Wala pa ring tubig ang mga tao sa baryo',
      'En el pueblo no hay agua desde hace tres días',
      'Im Dorf gibt es seit drei Tagen kein Wasser',
      '村にはまだ水道がありません',
      '마을에는 아직 수도가 없습니다',
      'ရွာမှာ ရေမရှိသေးဘူး',
      'ꪚꪱ꪿ꪙ ꪒꪱꪣ ꪼꪕ',
      'В деревне нет воды',
      'Noọng bấu mì ngần pây slon, dú rườn hất nà',
      'Buôn kâo ka mâo êa doh ôh, mnuih ƀuôn sang hnĭng',
      'Mbuo nyei laangz maiv gaengh maaih wuom',
    ]
    expect(all(texts)).toEqual(expected(texts, 'und'))
  })

  it('gives no guess for what is in no language or too short', () => {
    const texts = [
      '',
      ' ',
      '2024',
      '12 34',
      '👍👍',
      'https://vidu.example/tin',
      '@ban',
      '[person] [phone]',
      'a',
      '字',
      'haha',
    ]
    expect(all(texts)).toEqual(expected(texts, 'und'))
  })

  it('ignores placeholders, addresses and tags around the words', () => {
    expect(languageOf('[person] [address] https://news.example/the-long-story không có nước sạch')).toBe('vi')
    expect(languageOf('#TheRightToKnow @somebody nước đã về làng')).toBe('vi')
  })

  it('follows a hint only where the text leaves a doubt', () => {
    expect(['', 'vi', 'vi-VN'].map((hint) => languageOf('ba ma', hint))).toEqual(['und', 'vi', 'vi'])
    expect(languageOf('Parents asked the school to explain the new fees.', 'vi')).toBe('en')
    expect(languageOf('Không có nước sạch', 'en')).toBe('vi')
    expect([languageOf('市民大会'), languageOf('東京', 'ja'), languageOf('字', 'zho')]).toEqual(['zh', 'und', 'zh'])
    expect(languageOf('Wala pa ring tubig ang mga tao sa baryo', 'en')).toBe('und')
  })

  it('never throws, stays within its range, and reads composed and decomposed text alike', () => {
    const known = new Set<string>([...languages, 'und'])
    const words = fc.array(
      fc.constantFrom('trường', 'học', 'đã', 'école', 'the', 'ñ', 'Tày', 'ກ', '字', 'ko', 'が', 'é'),
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      words.map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, fc.option(fc.string()), (text, hint) => {
        const { language, confidence } = identify(text, hint)
        expect(known.has(language)).toBe(true)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(identify(text.normalize('NFD'), hint)).toEqual(identify(text.normalize('NFC'), hint))
      }),
    )
  })
})
