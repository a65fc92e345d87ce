import { describe, expect, it } from 'vitest'
import { findHarm, type Harm } from '../../../classifiers/claims/harms.ts'
import { type HarmCategory, harmCategories, type TextKind } from '../../../src/model/claim.ts'
import type { KnownLanguage } from '../../../src/model/language.ts'
import { bare, lexicon, split, statement } from './read.ts'

const find = (text: string, language: KnownLanguage = 'vi', kind: TextKind = 'post'): Harm | null =>
  findHarm(statement(text, language, kind), split(text, language, kind), lexicon)

const harmful: readonly (readonly [HarmCategory, KnownLanguage, string])[] = [
  ['impersonation', 'vi', 'Chính phủ hỗ trợ mỗi người 5 triệu, bấm link để nhận'],
  ['impersonation', 'vi', 'Cục thuế thông báo: quý khách tải ứng dụng để được hoàn tiền'],
  ['impersonation', 'vi', 'Tài khoản của quý khách có giao dịch bất thường, truy cập link để xác minh ngay'],
  ['impersonation', 'en', 'Your parcel: delivery failed, click the link and confirm your identity'],
  ['impersonation', 'zh', '政府发放补贴5000元，点击链接领取'],
  ['transfer_fraud', 'vi', 'Ngân hàng cần quý khách gửi mã OTP trong 24h, nếu không tài khoản sẽ bị khóa'],
  ['transfer_fraud', 'vi', 'Bạn liên quan đến vụ án rửa tiền, chuyển tiền vào tài khoản an toàn của Bộ Công an'],
  ['transfer_fraud', 'vi', 'Cam kết lợi nhuận 30% mỗi tháng, nạp tiền qua telegram'],
  ['transfer_fraud', 'en', 'You have won a cash prize! Pay a small processing fee today only, contact now'],
  ['transfer_fraud', 'en', 'Your parcel is held by customs, pay a small processing fee: click the link'],
  ['transfer_fraud', 'zh', '您的账户异常，涉嫌洗钱，请立即转账到安全账号'],
  ['transfer_fraud', 'vi', 'Con của bạn bị tai nạn, chuyển khoản ngay 20 triệu cho bác sĩ'],
  ['transfer_fraud', 'vi', 'Quý khách trúng thưởng xe máy, chuyển khoản phí hồ sơ để nhận'],
  ['transfer_fraud', 'en', 'You have an unpaid fine: send the money to the police account and tell no one'],
  ['fake_charity', 'zh', '救救白血病孩子，请转账到账号，不要告诉医院'],
  ['recruitment_lure', 'vi', 'Tuyển gấp lao động sang Campuchia, việc nhẹ lương cao, bao ăn ở, liên hệ zalo'],
  ['recruitment_lure', 'vi', 'Cần người làm ở cửa khẩu Mộc Bài, lương cao, không cần bằng cấp, có xe đón'],
  ['recruitment_lure', 'vi', 'e cần 5 bạn nữ đi làm bên Campuchia lương 20tr bao ăn ở lo hộ chiếu ib zalo e'],
  ['recruitment_lure', 'en', 'Easy job in Cambodia, high salary, no experience, free flight, contact on Telegram'],
  ['recruitment_lure', 'zh', '高薪招聘去缅甸，包机票，不限学历，加微信'],
  ['recruitment_lure', 'th', 'รับสมัครแอดมินเว็บที่ปอยเปต รายได้ดี ไม่ต้องมีประสบการณ์ มีรถรับส่ง แอดไลน์'],
  ['fake_charity', 'vi', 'Cứu bé mồ côi cần ca mổ tim gấp, chuyển khoản vào số tài khoản này, chia sẻ ngay'],
  ['fake_charity', 'en', 'Help save this child, urgent heart operation, send money now and share this'],
  ['child_panic', 'vi', 'Có nhóm bắt cóc trẻ em mổ lấy nội tạng ở cổng trường, chia sẻ gấp cho các mẹ'],
  ['child_panic', 'en', 'A white van is kidnapping children near schools, share this with all parents'],
  ['child_panic', 'zh', '人贩子在学校门口抢孩子，大家转发'],
  ['health_hoax', 'vi', 'Uống nước chanh nóng tiêu diệt tế bào ung thư chỉ sau 3 ngày'],
  ['health_hoax', 'en', 'Drinking salt water cures flu in 3 days, share this with everyone'],
  ['health_hoax', 'zh', '喝盐水能治愈流感，三天见效，转发给家人'],
  ['disaster_hoax', 'vi', 'Vỡ đập rồi, mọi người chạy ngay đi, chia sẻ gấp'],
  ['disaster_hoax', 'en', 'The dam has broken, evacuate now, forward this to everyone'],
  ['disaster_hoax', 'zh', '紧急通知：明天起全国停电三天，大家赶紧囤水'],
]

const harmless: readonly (readonly [KnownLanguage, TextKind, string])[] = [
  ['vi', 'post', 'Ngân hàng không bao giờ yêu cầu khách hàng cung cấp mã OTP, mật khẩu hay bấm link lạ'],
  [
    'vi',
    'post',
    'Ngân hàng khuyến cáo khách hàng tuyệt đối không bấm vào link lạ, không cung cấp mã OTP cho bất kỳ ai',
  ],
  ['vi', 'post', 'Công ty May Hoa Sen tuyển dụng 50 công nhân, lương 9 triệu, phỏng vấn tại trụ sở, đóng bảo hiểm'],
  [
    'vi',
    'post',
    'Mặt trận Tổ quốc tỉnh kêu gọi ủng hộ đồng bào lũ lụt, chuyển khoản vào số tài khoản của ban vận động',
  ],
  ['vi', 'article', 'Trung tâm Dự báo khí tượng thủy văn: bão số 5 giật cấp 12, người dân ven biển sơ tán ngay'],
  ['vi', 'article', 'Động đất 4,1 độ ở Kon Tum, chưa có thiệt hại'],
  ['vi', 'article', 'Công an triệt phá đường dây bắt cóc trẻ em, khởi tố 5 đối tượng'],
  ['vi', 'headline', 'Công an cảnh báo thủ đoạn giả danh ngân hàng, yêu cầu người dân bấm link cung cấp mã OTP'],
  ['vi', 'post', 'Công an phường nhắc bà con: không bấm link lạ, không đọc mã OTP cho ai, chia sẻ cho người thân'],
  ['vi', 'post', 'Ngân hàng thông báo: từ 1/12 khách hàng cập nhật sinh trắc học tại quầy giao dịch'],
  ['vi', 'post', 'Ký tên kiến nghị trả tự do cho họ theo link bên dưới, chia sẻ rộng giúp chúng tôi'],
  ['vi', 'post', 'Tôi bị lừa, họ bảo bấm link rồi đọc mã OTP, mất 50 triệu trong tài khoản ngân hàng'],
  ['vi', 'post', 'Em bị lừa bán sang Campuchia, việc nhẹ lương cao, bao ăn ở, không cần bằng cấp đều là bẫy'],
  ['vi', 'article', 'Bộ Y tế triển khai tiêm vắc xin cúm miễn phí, đăng ký tại trạm y tế'],
  ['vi', 'post', 'Nhà em nghèo, con em mổ tim, xin chuyển khoản giúp em với ạ, chia sẻ giúp em'],
  ['en', 'post', 'The bank will never ask you for your OTP or your password. Do not click the link in such messages.'],
  ['vi', 'post', 'Bé trai đang mổ cấp cứu rất cần giúp đỡ, số tài khoản của bệnh viện ở bên dưới'],
  ['vi', 'post', 'Cửa hàng nhận đặt cọc, tặng quà và miễn phí giao hàng cho khách'],
  ['vi', 'post', 'Khi chuyển khoản không nói cho người lạ mã OTP của bạn'],
  ['en', 'post', 'We are hiring nurses, salary by contract, interview at our office at 5 King Street, no fee.'],
  ['zh', 'article', '警方提醒：不要点击链接，不要向任何人透露验证码，谨防冒充银行的诈骗'],
]

describe('patterns of fraud and panic', () => {
  it.each(harmful)('%s, %s: %s', (category, language, text) => {
    const harm = find(text, language)
    expect(harm?.category).toBe(category)
    expect(harm?.features.length).toBeGreaterThanOrEqual(2)
    expect(harm?.features.every(({ vi, en }) => vi !== '' && en !== '')).toBe(true)
    for (const { start, end } of harm?.spans ?? []) expect(text.slice(start, end)).not.toBe('')
  })

  it.each(harmful.filter(([, language]) => language === 'vi'))('%s, %s, without marks: %s', (category, _, text) => {
    expect(find(bare(text))?.category).toBe(category)
  })

  it.each(harmless)('not: %s, %s: %s', (language, kind, text) => {
    expect(find(text, language, kind)).toBeNull()
  })

  it('cover the closed list, and are made of features that exist', () => {
    const { patterns, features } = lexicon.harms
    expect(new Set(patterns.map(({ category }) => category))).toEqual(new Set(harmCategories))
    expect(patterns.flatMap(({ all, unless }) => [...all.flat(), ...unless]).filter((id) => !(id in features))).toEqual(
      [],
    )
  })

  it('each feature has terms in Vietnamese, English and Chinese', () => {
    for (const language of ['vi', 'en', 'zh'] as const) {
      const known = new Set(lexicon.languages[language].terms.flatMap(({ concepts }) => concepts))
      const lacking = Object.keys(lexicon.harms.features).filter((id) => !known.has(lexicon.concepts.indexOf(id)))
      expect(lacking, language).toEqual([])
    }
  })
})
