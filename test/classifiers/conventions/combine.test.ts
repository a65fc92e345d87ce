import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { classify } from '../../../classifiers/conventions/combine.ts'
import { compile, type Models } from '../../../classifiers/conventions/lexicon.ts'
import { readLexicon } from '../../../classifiers/load.ts'
import type { KnownLanguage } from '../../../src/model/language.ts'

let models: Models
beforeAll(async () => {
  models = compile(await readLexicon('config'))
})

const conventionsOf = (text: string, language: KnownLanguage = 'vi') =>
  classify({ title: '', text }, language, models)
    .tags.map((tag) => tag.convention)
    .sort()

describe('classify', () => {
  it('finds situations that name no right', () => {
    expect(conventionsOf('Chưa đóng học phí, học sinh lớp 4 bị đuổi về giữa giờ')).toEqual(['crc'])
    expect(conventionsOf('Thông báo mang thai, nữ công nhân bị cho nghỉ việc')).toContain('cedaw')
    expect(conventionsOf('Anh kể bị đánh trong buồng giam cho đến khi ký vào biên bản')).toContain('cat')
    expect(conventionsOf('Trụ sở xã không có đường dốc, người đi xe lăn phải chờ ngoài sân')).toEqual(['crpd'])
  })

  it('reads the same thing without marks, in everyday spelling and out of a scanner', () => {
    expect(conventionsOf('tap huan ve quyen tre em, phong chong xam hai tre em')).toContain('crc')
    expect(conventionsOf('ng khuyết tật ko dc nhận vào làm vì đi xe lăn')).toContain('crpd')
    expect(conventionsOf('Hoi nghi pho bién Cong udc vé quyén cua ngudi khuyét tat')).toContain('crpd')
  })

  it('reads other languages', () => {
    expect(conventionsOf('Workers have not been paid their wages for three months', 'en')).toContain('cescr')
    expect(conventionsOf('残疾人呼吁公交车无障碍改造', 'zh')).toContain('crpd')
    expect(conventionsOf('Les journalistes dénoncent la censure et réclament la liberté de la presse', 'fr')).toContain(
      'ccpr',
    )
    expect(conventionsOf('คนพิการเรียกร้องทางลาดที่สถานีรถไฟ', 'th')).toContain('crpd')
  })

  it('leaves alone what only sounds like rights', () => {
    for (const text of [
      'Võ sĩ quyền Anh Việt Nam vào chung kết, huấn luyện viên hài lòng',
      'Trận cầu tra tấn khán giả, đội bóng trẻ hóa đội hình vẫn thua',
      'Cấp quyền truy cập cho ứng dụng trong phần cài đặt điện thoại',
      'Bảo hành chính hãng 12 tháng, quyền lợi khách hàng thẻ VIP',
    ])
      expect(conventionsOf(text), text).toEqual([])
    expect(conventionsOf('The child process exits with a CRC error when the button is disabled', 'en')).toEqual([])
  })

  it('gives an education item about all treaties all seven tags', () => {
    expect(conventionsOf('Tập huấn về 7 công ước quốc tế cơ bản về quyền con người')).toHaveLength(7)
  })

  it('says "not classified" rather than a guess', () => {
    expect(classify({ title: '', text: 'Trẻ em' }, 'vi', models)).toMatchObject({ classified: false, tags: [] })
    expect(classify({ title: '', text: 'gì đó bằng tiếng khác hẳn' }, 'und', models).classified).toBe(false)
  })

  it('gives reasons that stand where they say, in title and text, and do not overlap', () => {
    const title = 'Trẻ em bỏ học'
    const text = 'Ở bản vùng cao, nhiều học sinh người Mông bỏ học đi làm thuê. Trường thiếu giáo viên.'
    const { tags } = classify({ title, text }, 'vi', models)
    expect(tags.map((tag) => tag.convention).sort()).toEqual(['cerd', 'crc'])
    for (const { reasons, articles } of tags) {
      expect(reasons.length).toBeGreaterThan(0)
      expect(reasons.length).toBeLessThanOrEqual(12)
      expect(articles.every((article) => typeof article === 'string')).toBe(true)
      let last = 0
      for (const { start, end, words } of reasons) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(`${title}\n${text}`.slice(start, end)).toBe(words)
        last = end
      }
    }
    expect(tags.find((tag) => tag.convention === 'crc')?.articles[0]).toBe('28')
  })

  it('maps offsets back through decomposed and invisible letters', () => {
    const text = 'Hội nghị về quyền trẻ\u200b em ở xã'.normalize('NFD')
    const [tag] = classify({ title: '', text }, 'vi', models).tags
    expect(tag?.convention).toBe('crc')
    expect(tag?.reasons.some(({ words }) => words.normalize('NFC').replace('\u200b', '').includes('trẻ em'))).toBe(true)
  })

  it('keeps articles out on demand', () => {
    const judged = classify({ title: '', text: 'Nữ công nhân bị sa thải vì mang thai' }, 'vi', models, {
      articles: false,
    })
    expect(judged.tags[0]?.articles).toEqual([])
    expect(judged.tags[0]?.reasons.every(({ article }) => article === null)).toBe(true)
  })

  it('never throws and always gives scores between 0 and 1, whatever the text', () => {
    const languages = fc.constantFrom<KnownLanguage>('vi', 'en', 'zh', 'th', 'km', 'lo', 'fr', 'hmn')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        languages,
        (title, text, language) => {
          for (const { score, reasons } of classify({ title, text }, language, models).tags) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(reasons.length).toBeGreaterThan(0)
          }
        },
      ),
    )
  })

  it('survives being sent to a thread as plain data', async () => {
    const again = compile(structuredClone(await readLexicon('config')))
    const text = 'Bệnh viện hết thuốc, người nghèo phải mua ngoài'
    expect(classify({ title: '', text }, 'vi', again)).toEqual(classify({ title: '', text }, 'vi', models))
  })
})
