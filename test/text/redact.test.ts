// Redaction: what identifies private persons goes, in any spelling; office-holders, places and figures stay.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds, redact } from '../../src/text/redact.ts'

const out = (text: string) => redact(text).text as string

describe('structured identifiers', () => {
  it.each([
    ['chị ơi gọi 0903 417 652 nhé', 'chị ơi gọi [phone] nhé'],
    ['gọi (024) 3756 8821', 'gọi [phone]'],
    ['gọi +84-36-778-9921 hoặc 0084 77 345 9911', 'gọi [phone] hoặc [phone]'],
    ['số 0 9 4 1 - 2 2 3 - 5 5 6', 'số [phone]'],
    ['đt o9o3.456.78l', 'đt [phone]'],
    ['alo không chín không ba hai hai một năm sáu bảy nha', 'alo [phone] nha'],
    ['gọi ０９６８ １２３ ４５６', 'gọi [phone]'],
    ['gọi 09\u200b18\u200b 22\u200b3 445', 'gọi [phone]'],
    ['whatsapp +1 (415) 555-0134', 'whatsapp [phone]'],
    ['ໂທ 020 5512 3456', 'ໂທ [phone]'],
    ['โทร 081-234-5678', 'โทร [phone]'],
    ['ទូរស័ព្ទ ០៩៧ ៧៧៧ ៨៨៨៩', 'ទូរស័ព្ទ [phone]'],
    ['电话13800138000', '电话[phone]'],
    ['mail nguyen.thu.trang (at) gmail chấm com', 'mail [email]'],
    ['mail tuvan_luat (a còng) outlook (chấm) com', 'mail [email]'],
    ['mail le.hoang.long @ gmail . com', 'mail [email]'],
    ['mail thu_ha[at]hotmail[dot]com', 'mail [email]'],
    ['mail lan@phong.thanhpho.vidu.vn nhé', 'mail [email] nhé'],
    ['mail tuan123(a)gmail.com.Cảm ơn', 'mail [email].Cảm ơn'],
    ['mail john dot doe77 at gmail dot com thx', 'mail [email] thx'],
    ['hỏi @thuylinh_89 đi', 'hỏi [handle] đi'],
    ['hỏi ＠phuong_nhi đi', 'hỏi [handle] đi'],
    ['theo @minhduc@mastodon.vn nha', 'theo [handle] nha'],
    ['bên u/hanoi_mom kể', 'bên [handle] kể'],
    ['tele: @abc.xyz1, fb: hoang.lan92', 'tele: [handle], fb: [handle]'],
    ['xem t.me/vieclam_luongcao nhé', 'xem [link] nhé'],
    ['xem https://mastodon.social/@lananh/110234567890123456 nhé', 'xem [link] nhé'],
    ['xem https://www.youtube.com/@kenhcuatoi, hay', 'xem [link], hay'],
    ['CCCD 001093004512', 'CCCD [id]'],
    ['CMND số 162 845 903', 'CMND số [id]'],
    ['hộ chiếu C4529871 bị giữ', 'hộ chiếu [id] bị giữ'],
    ['thẻ BHYT GD 4 79 7912345678', 'thẻ BHYT [id]'],
    ['身份证号11010519491231002X', '身份证号[id]'],
    ['STK 0451000234567 VCB', 'STK [account] VCB'],
    ['thẻ 4111 1111 1111 1111 bị trừ tiền', 'thẻ [account] bị trừ tiền'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189', 'IBAN [account]'],
    ['xe 29A-123.45 và 59-X3 456.12', 'xe [plate] và [plate]'],
  ])('%s', (written, redacted) => expect(out(written)).toBe(redacted))

  it.each([
    'Nghị định 130/2021/NĐ-CP phạt từ 10.000.000 đến 20.000.000 đồng.',
    'Ngày 20/11/2023 lúc 09:30, ngày 05-08-2023 và năm học 2023-2024.',
    'Gọi 111, 113, 114, 115 hoặc tổng đài 1900 9068, 1800 1567.',
    'Quỹ chi 121.000 tỷ đồng cho 91.300.000 người, tăng 8,25%.',
    'Tọa độ 21.0285, 105.8542; tỉ số 3-1; phút 90+4; cao 1m62.',
    'Mã hồ sơ 000.00.12.H07-231015-0001; hóa đơn 0001234; ISBN 978-604-1-12345-6',
    'Lương tháng 9: 7.845.600, tháng 10: 7.120.000.',
    'Xem https://baovidu.vn/tin-tuc/nguoi-khuyet-tat-20230412083015672.htm nhé.',
    'Rainfall of 432.5mm on September 9, 2024; 1,203 houses; US$47 million.',
  ])('leaves figures: %s', (text) => expect(out(text)).toBe(text))
})

describe('persons', () => {
  it.each([
    [
      'Anh Nguyễn Văn Thành (34 tuổi) kể lại. Thành cho biết đã gửi đơn.',
      'Anh [person] (34 tuổi) kể lại. [person] cho biết đã gửi đơn.',
    ],
    ['Cháu N.T.H. học lớp 7', 'Cháu [person] học lớp 7'],
    ['chị Hoa và bà Lò Thị Inh', 'chị [person] và bà [person]'],
    ['Sùng A Sình, Giàng Thị Mỷ và Vàng Thị Dợ nghỉ học', '[person], [person] và [person] nghỉ học'],
    ["ông Y Thương Niê và em Ksor H'Linh", 'ông [person] và em [person]'],
    ['a tuấn ơi, đơn của c lan đâu', 'a [person] ơi, đơn của c [person] đâu'],
    ['toi la pham van duc', 'toi la [person]'],
    ['NGUYỄN VĂN HẬU MƯỢN TIỀN KHÔNG TRẢ', '[person] MƯỢN TIỀN KHÔNG TRẢ'],
    ['Lan Anh Tran lives abroad', '[person] lives abroad'],
    ['Dr Emily Carter spoke. Carter studies labour.', 'Dr [person] spoke. [person] studies labour.'],
    ['raconte Sophie Tran, 28 ans', 'raconte [person], 28 ans'],
    ['王芳女士说', '[person]女士说'],
    ['ທ້າວ ສົມສັກ ມາແລ້ວ', 'ທ້າວ [person] ມາແລ້ວ'],
    ['นางสาวมาลี ทองคำ ถูกไล่ออก', 'นางสาว[person] ถูกไล่ออก'],
    ['Kuv lub npe hu ua Tou Xiong', 'Kuv lub npe hu ua [person]'],
  ])('%s', (written, redacted) => expect(out(written)).toBe(redacted))

  it.each([
    'Chủ tịch UBND tỉnh Lai Châu Trần Tiến Dũng cho biết. Ông Dũng nhấn mạnh.',
    'Ông Hoàng Văn Thức, Chủ tịch UBND xã Tân Thanh, thừa nhận. Hoàng Văn Thức xin lỗi dân.',
    'Bộ trưởng Bộ GD&ĐT Nguyễn Kim Sơn và Thứ trưởng Ngoại giao Đỗ Hùng Việt',
    'Deputy Prime Minister Trần Hồng Hà met Secretary-General António Guterres.',
    '外交部长王毅表示，中越两国将加强合作。王毅说，双方签署了协议。',
    'Phường Trần Phú, đường Nguyễn Huệ, Trường THPT Lê Quý Đôn, Bệnh viện Nguyễn Tri Phương, TP Hồ Chí Minh',
    'Hoàng Anh Gia Lai thắng; Công ty Nguyễn Kim và Giải thưởng Tạ Quang Bửu',
    'Vàng, bạc tăng giá. Lò đốt rác ngừng. Bàn ghế mới. Hồ Gươm, Cao Bằng, Mai Châu, Thái Nguyên.',
    'Bộ trưởng Ngoại giao Mỹ Antony Blinken thăm Hà Nội; ông Blinken nói',
    'Trưởng Công an xã công bố Quyết định; giáo viên Trường mầm non; châu Âu. Năm 19 tuổi.',
    'Đoàn Thanh niên và Hội Nông dân; chị em phụ nữ; trẻ em Việt Nam; anh hùng lao động',
  ])('leaves %s', (text) => expect(out(text)).toBe(text))

  it('takes a company’s director, who holds no public office', () =>
    expect(out('Ông Trần Đình Hải, Giám đốc Công ty Sao Mai')).toBe('Ông [person], Giám đốc Công ty Sao Mai'))
})

describe('addresses', () => {
  it.each([
    ['gửi 12B ngõ 5 Láng Hạ nhé', 'gửi [address] nhé'],
    ['Nhà mình căn hộ 1205, tòa B2, chung cư Xuân Mai', 'Nhà mình [address]'],
    ['ở số 12, ngõ 34, phố Yên Lạc, phường Vĩnh Tuy', 'ở [address], phường Vĩnh Tuy'],
    ['địa chỉ 123/4/5 đường Lê Văn Sỹ, phường 13', 'địa chỉ [address], phường 13'],
    ['Nhà em ở thôn Nà Lặc, xã Bản Phiệt', 'Nhà em ở [address], xã Bản Phiệt'],
    ['I live at 12 Nguyen Trai Street', 'I live at [address]'],
    ['我住在解放路88号3单元', '我住在[address]'],
  ])('%s', (written, redacted) => expect(out(written)).toBe(redacted))

  it.each([
    'Lũ quét ở thôn Nà Lặc, xã Bản Phiệt sáng nay.',
    'Đường Nguyễn Huệ cấm xe.',
    'Phó Thủ tướng dự họp ngày 6/4.',
  ])('leaves places where nobody is said to live: %s', (text) => expect(out(text)).toBe(text))
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const cut = (text: string, sizes: readonly number[], sign: string) =>
  sizes.map((size, index) => text.slice(sum(sizes.slice(0, index)), sum(sizes.slice(0, index)) + size)).join(sign)
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
const phone = fc
  .tuple(
    fc.constantFrom('03', '05', '07', '08', '09'),
    digits(8),
    fc.constantFrom([10], [4, 3, 3], [3, 3, 4], [4, 2, 2, 2], [2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    fc.constantFrom(' ', '.', '-', ' - '),
    fc.constantFrom('', '+84'),
  )
  .map(([head, tail, sizes, sign, country]) =>
    country === ''
      ? cut(head + tail, sizes, sign)
      : country + sign.trim() + cut((head + tail).slice(1), [3, 3, 3], sign),
  )
  .filter((text) => !/^\d\d[.-]\d\d[.-]\d\d[.-]/.test(text) || !/(19|20)/.test(text))
const planted = fc.oneof(
  phone,
  fc
    .tuple(
      fc.stringMatching(/^[a-z]{5,9}\d{2,4}$/),
      fc.constantFrom('gmail.com', 'yahoo.com.vn', 'vidu.org'),
      fc.constantFrom('@', ' (at) ', ' [at] ', '[a còng]'),
    )
    .map(([name, host, at]) => name + at + host),
  fc
    .tuple(fc.constantFrom('001', '038', '079'), fc.constantFrom('0', '1', '2', '3'), digits(8))
    .map((parts) => parts.join('')),
  fc.stringMatching(/^@[a-z]{4,8}[._][a-z]{2,6}\d{2}$/),
  fc
    .tuple(fc.constantFrom('STK ', 'số tài khoản: ', 'tk VCB '), fc.stringMatching(/^[1-9]\d{9,13}$/))
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('29', '51', '63', '99'),
      fc.constantFrom('A', 'C', 'H1', 'B2'),
      fc.constantFrom('-', ' - '),
      digits(3),
      digits(2),
    )
    .map(([province, series, sign, head, tail]) => `${province}${series}${sign}${head}.${tail}`),
)
const plain = 'hôm nay bà con trong xã đi họp về đất rừng và nước sạch cho con em đến lớp mỗi ngày rất xa nhà'.split(
  ' ',
)
const sentence = fc.array(fc.constantFrom(...plain), { minLength: 3, maxLength: 12 }).map((words) => words.join(' '))

describe('properties', () => {
  it('leaves no trace of a planted identifier, and every word around it', () => {
    fc.assert(
      fc.property(sentence, planted, sentence, (before, secret, after) => {
        const redacted = out(`${before}, ${secret}, ${after}`)
        expect(redacted.startsWith(before)).toBe(true)
        expect(redacted.endsWith(after)).toBe(true)
        const left = redacted.slice(before.length, redacted.length - after.length).replace(/\[[a-z]+\]/g, '')
        for (const [run] of secret.replace(/^(?:STK|số tài khoản:|tk VCB) /, '').matchAll(/[\p{L}\p{N}]{5,}/gu))
          expect(left).not.toContain(run)
        expect(left.replace(/\D/g, '').length).toBeLessThan(5)
      }),
      { numRuns: 400 },
    )
  })

  it('is the same a second time, placeholders included', () => {
    const names = fc.constantFrom(
      'Nguyễn Văn Thành',
      'chị Hoa',
      'Trần Lan',
      'ông',
      'STK',
      'số',
      'thôn',
      'Chủ tịch',
      'A',
      'gặp',
      'fb:',
      'ở',
      '12',
      '0903',
      '417 652',
      '@',
      'gmail',
      '.com',
      '/',
      '[person]',
      '[phone]',
      'tại',
      ',',
      '(34 tuổi)',
      'N.T.',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(names, planted, fc.constantFrom(...plain), fc.string({ unit: 'grapheme', maxLength: 6 })), {
          maxLength: 24,
        }),
        fc.constantFrom(' ', '', ', '),
        (parts, sign) => {
          const once = out(parts.join(sign))
          expect(redact(once)).toEqual({ text: once, removed: [] })
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('leaves ordinary words without digits, capitals and signs', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(out(text)).toBe(text)
      }),
    )
  })

  it('never throws and counts what it removes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        for (const { kind, count } of redact(text).removed) {
          expect(kinds).toContain(kind)
          expect(count).toBeGreaterThan(0)
        }
      }),
    )
    expect(redact('gọi 0903417652 hoặc 0903417653').removed).toEqual([{ kind: 'phone', count: 2 }])
  })

  it.each([
    ['letters apart', 'a '.repeat(100_000)],
    ['digits', '0'.repeat(200_000)],
    ['digits apart', '0 9 '.repeat(50_000)],
    ['dots', '.'.repeat(200_000)],
    ['labels', 'a.'.repeat(100_000)],
    ['capitals', 'A'.repeat(200_000)],
    ['capital words', 'Nguyễn '.repeat(30_000)],
    ['initials', 'N.T.'.repeat(50_000)],
    ['at signs', '@'.repeat(200_000)],
    ['addresses', 'số 1/'.repeat(40_000)],
    ['brackets', '([{<'.repeat(50_000)],
    ['look-alikes', 'тιền '.repeat(40_000)],
    ['Chinese', '王李张某'.repeat(50_000)],
    ['Thai', 'นาย'.repeat(60_000)],
  ])('reads 200,000 characters of %s in one go', (_, text) => expect(out(text).length).toBeGreaterThan(0), 20_000)
})
