import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProtectedKind } from '../../../src/model/claim.ts'
import type { KnownLanguage } from '../../../src/model/language.ts'
import { bare, openParts, split } from './read.ts'

/** One sentence each; nothing in it may be flagged, with marks or without. */
const vietnamese: readonly (readonly [ProtectedKind | null, string])[] = [
  ['allegation', 'Hôm trước mẹ em nằm viện 10 ngày, bảo hiểm y tế ko chi trả 1 đồng'],
  ['allegation', 'Phường thu lệ phí khai sinh 500k sai quy định'],
  ['allegation', 'Bảo hiểm y tế từ chối chi trả thuốc ung thư cho bệnh nhân nghèo'],
  ['allegation', 'Cán bộ xã bắt hộ nghèo nộp lại 1 triệu tiền hỗ trợ'],
  ['allegation', 'Công an xã thu giữ căn cước của 20 người theo đạo'],
  ['testimony', 'Hộ nghèo ở xã này được 2 triệu, có nhà được 5 triệu'],
  ['testimony', 'Tui bị thổi phạt 4 củ mà không hiểu vì lỗi gì'],
  ['testimony', 'Tôi ra phường làm khai sinh, phải đóng 2 triệu mới được cấp'],
  [null, 'T đi khám bv huyện bị thu thêm 500k mà k có hóa đơn'],
  ['allegation', 'Nhà tôi bị cưỡng chế ngày 3/5, mất 200 m2 đất'],
  ['allegation', 'Công an phường đánh người dân gãy tay ở đồn'],
  ['allegation', 'UBND xã hứa đền bù 300 triệu mà đến nay chưa trả'],
  ['allegation', 'Chia sẻ gấp: công an đánh dân ở xã bên, mọi người xem clip theo link dưới'],
  ['allegation', 'Công ty nợ lương 3 tháng của 200 công nhân'],
  ['allegation', 'Ai theo đạo ở xã này bị đuổi khỏi bản'],
  ['survivor', 'Em bị lừa bán sang Campuchia, họ đánh em mỗi ngày, em trốn thoát sau 3 tháng'],
  ['disbelief', 'Làm gì có chuyện GDP tăng 8%, số liệu này ai tin'],
  ['disbelief', 'Số liệu thất nghiệp 2% là bịa'],
  ['opinion', 'Theo tôi, từ 1/12 trẻ em phải đóng 2 triệu là vô lý'],
  ['opinion', 'Đảng lãnh đạo tài tình nên GDP tăng 8%'],
  ['opinion', 'Chính quyền bất tài nên GDP chỉ tăng 2%'],
  ['opinion', 'Nghị định 168 phạt quá nặng, cần sửa lại'],
  ['opinion', 'Luật đất đai mới chẳng giúp gì cho dân nghèo'],
  ['petition', 'Đề nghị UBND tỉnh công bố quỹ hỗ trợ 5 triệu cho hộ nghèo'],
  ['petition', 'Kính mong các cấp trả lại 200 m2 đất cho dân'],
  ['petition', 'Trả tự do cho 5 người biểu tình ôn hòa'],
  ['satire', 'Chắc mai mốt lại đánh thuế không khí 5% 🤡'],
  ['satire', 'Báo cáo nói 95% người dân hài lòng, cười ra nước mắt'],
  ['belief', 'Lạy Chúa xin cứu dân con qua cơn dịch này'],
  ['private_person', 'Ông hàng xóm nhiễm HIV từ năm 2020'],
  ['private_person', 'Chị [person] ở xóm trên bán thuốc giả giá 2 triệu'],
  ['question', 'Tại sao giá điện tăng 10% mà lương không tăng?'],
]

const others: readonly (readonly [KnownLanguage, string])[] = [
  ['en', 'They beat me at the police station for 3 days.'],
  ['en', 'I was forced to pay $200 to register the birth of my son.'],
  ['en', 'Police shot dead 3 protesters yesterday'],
  ['en', 'Vaccines were withheld from refugees in camp 3'],
  ['en', 'Workers at the shoe factory have not been paid for 3 months'],
  ['en', 'Nobody believes the 2% unemployment figure'],
  ['en', 'The government should cut taxes by 10%.'],
  ['en', 'We call on the ministry to publish decree 12.'],
  ['en', 'God bless the 5 million children of this country'],
  ['en', 'Sign this petition: click the link below and share it with everyone, free the students'],
  ['zh', '我被警察打了，关了三天'],
  ['zh', '村干部把我家的地卖了，只给了3万元'],
  ['zh', '谁信失业率只有5%'],
  ['zh', '恳请政府公布补贴5000元的名单'],
  ['zh', '我觉得新规罚款5000元'],
  ['th', 'ผมถูกตำรวจซ้อม 3 วัน'],
  ['lo', 'ຂ້ອຍຖືກຕຳຫຼວດຈັບ 3 ມື້'],
  ['km', 'ខ្ញុំត្រូវប៉ូលិសវាយដំ 3 ថ្ងៃ'],
  ['fr', 'La police nous a frappés pendant 2 heures.'],
  ['hmn', 'Kuv raug tub ceev xwm ntaus 3 hnub'],
]

describe('protected speech', () => {
  it.each(vietnamese)('%s: %s', (kind, text) => {
    const propositions = split(text)
    expect(openParts(propositions)).toEqual([])
    if (kind !== null) expect(propositions.map(({ protectedAs }) => protectedAs)).toEqual([kind])
  })

  it.each(others)('%s: %s', (language, text) => {
    expect(openParts(split(text, language))).toEqual([])
  })

  it.each([
    'Người dân tố bị cưỡng chế đất, mất 200 m2',
    'Phụ huynh tố trường lạm thu 5 triệu đồng',
    'Công nhân kêu cứu vì bị nợ lương 3 tháng',
    'Nhiều người dân cho biết họ phải nộp 2 triệu đồng để được cấp giấy khai sinh',
    'Hàng trăm người bị bắt giữ tùy tiện trong năm 2026',
  ])('an outlet that reports an allegation: %s', (text) => {
    expect(split(text, 'vi', 'headline').map(({ protectedAs }) => protectedAs)).toEqual(['allegation'])
    expect(openParts(split(text, 'vi', 'article'))).toEqual([])
  })

  it('follows a story into the next sentences', () => {
    const text = 'Tôi bị công an phường giữ 2 ngày. Họ không cho gọi về nhà. Phải đóng 2 triệu mới được cấp lại giấy.'
    expect(openParts(split(text))).toEqual([])
  })

  it('stays when the marks go', () => {
    for (const [, text] of vietnamese) expect(openParts(split(bare(text))), text).toEqual([])
  })

  it('a text in a language that is not judged is never flagged', () => {
    const text = 'Правительство раздаёт 5000 рублей с 1 декабря'
    expect(openParts(split(text, 'und' as KnownLanguage))).toEqual([])
  })
})

const open: readonly (readonly [KnownLanguage, string])[] = [
  ['vi', 'Từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh!!!'],
  ['vi', 'Nghe nói từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh, mọi người chú ý 😱'],
  ['vi', 'Chính phủ hỗ trợ mỗi người 5 triệu, bấm link để nhận'],
  ['vi', 'chinh phu ho tro moi nguoi 5 trieu, bam link de nhan'],
  ['vi', 'Uống nước muối chữa được cúm'],
  ['vi', 'K tiêm vắc xin sẽ k đc đi máy bay từ tháng 12'],
  ['vi', 'Тừ 1/12 trẻ еm phải đóng 2 triệu mới được khаi sinh'],
  ['vi', 'Tu 1/12 tre em phai dóng 2 triéu mdi duoc khai sinh'],
  ['vi', 'Tôi vừa đọc báo, từ 1/12 ai không đổi căn cước sẽ bị phạt 2 triệu'],
  ['vi', 'Từ 1/12 bảo hiểm y tế không chi trả thuốc ung thư'],
  ['vi', 'Bão số 9 vào Quảng Trị đêm nay với gió cấp 14'],
  ['vi', 'Giá xăng tăng lên 30.000 đồng/lít từ ngày mai'],
  ['en', 'Starting January 1, everyone over 60 must renew their ID card or pay a fine of $200!!'],
  ['en', 'Drinking salt water cures flu in 3 days, share this with everyone'],
  ['zh', '卫健委规定从1月1日起全民必须接种疫苗'],
  ['th', 'รัฐบาลแจกเงิน 10,000 บาท คลิกลิงก์ลงทะเบียนด่วน'],
  ['fr', 'Le gouvernement verse une prime de 500 euros, cliquez ici pour recevoir'],
]

describe('impersonal claims stay open', () => {
  it.each(open)('%s: %s', (language, text) => {
    const parts = split(text, language).filter(({ protectedAs }) => protectedAs === null)
    expect(parts).not.toEqual([])
    expect(parts.every(({ isCheckable }) => isCheckable)).toBe(true)
  })

  it('in a headline as in a post', () => {
    expect(openParts(split('Bộ Tài chính giảm thuế 2% từ 1/1/2027', 'vi', 'headline'))).toHaveLength(1)
  })

  it('small talk is nothing to check', () => {
    expect(split('Chúc cả nhà ngủ ngon nha').some(({ isCheckable }) => isCheckable)).toBe(false)
  })
})

const claims = {
  vi: 'Từ 1/12 trẻ em phải đóng 2 triệu mới được khai sinh',
  en: 'From 1 December every child must pay 2 million dong for a birth certificate',
  zh: '从12月1日起儿童必须缴纳200万才能办理出生证',
}
const stances = {
  vi: [
    ['thật đáng xấu hổ', 'thật đáng tự hào'],
    ['chính quyền quá tệ', 'chính quyền quá tốt'],
    ['tôi căm ghét chính quyền này', 'tôi yêu chính quyền này'],
    ['Đảng thật vô trách nhiệm', 'Đảng thật sáng suốt'],
    ['công an xã thật vô cảm', 'công an xã thật tận tụy'],
  ],
  en: [
    ['what a shame', 'so proud'],
    ['this government is terrible', 'this government is wonderful'],
    ['I hate this party', 'I love this party'],
  ],
  zh: [
    ['政府真可耻', '政府真给力'],
    ['太过分', '太好了'],
  ],
} as const

describe('praise and blame are alike', () => {
  const cases = (['vi', 'en', 'zh'] as const).flatMap((language) =>
    stances[language].flatMap(([blame, praise]) => [[language, blame, praise] as const]),
  )
  it.each(cases)('%s: %s / %s', (language, blame, praise) => {
    const claim = claims[language]
    for (const join of [
      (stance: string) => `${claim}, ${stance}`,
      (stance: string) => `${stance}, ${claim}`,
      (stance: string) => `${claim}. ${stance}!`,
      (stance: string) => `${stance}! ${claim}`,
      (stance: string) => `${claim}\n${stance}`,
    ]) {
      const shape = (stance: string) => {
        const parts = split(join(stance), language)
        expect(openParts(parts).map((part) => part.replace(/[,，.\s]+$/u, ''))).toEqual([claim])
        return parts.map(({ protectedAs }) => protectedAs)
      }
      expect(shape(blame)).toEqual(shape(praise))
    }
  })

  it('what cannot be separated is protected in both', () => {
    expect(openParts(split('Nhà nước tuyệt vời cho trẻ em khai sinh miễn phí từ 1/12'))).toEqual([])
    expect(openParts(split('Nhà nước khốn nạn bắt trẻ em đóng 2 triệu khai sinh từ 1/12'))).toEqual([])
  })

  it('a sentence of praise or blame beside it changes no judgement', () => {
    const texts = [...vietnamese.map(([, text]) => text), ...open.filter(([l]) => l === 'vi').map(([, text]) => text)]
    const sentences = stances.vi.flat().map((stance) => `${stance}.`)
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...sentences), fc.boolean(), (text, stance, isFirst) => {
        const alone = split(`${text}.`)
        const beside = split(isFirst ? `${stance}\n${text}.` : `${text}.\n${stance}`)
        const own = isFirst ? beside.slice(-alone.length) : beside.slice(0, alone.length)
        const view = (parts: typeof alone) => parts.map((part) => [part.text, part.protectedAs, part.isCheckable])
        expect(view(own)).toEqual(view(alone))
      }),
    )
  })
})
