import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileGazetteer, type Gazetteer } from '../../classifiers/places/gazetteer.ts'
import { findPlaces } from '../../classifiers/places.ts'
import { readRegisters } from '../../src/registers.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  const { registers, aliases } = await readRegisters('config')
  gazetteer = compileGazetteer(registers, aliases)
})

type Asked = { day?: string; outletRegion?: string | null; title?: string }
const find = (text: string, { day = '2026-11-20', outletRegion = null, title = '' }: Asked = {}) =>
  findPlaces({ title, text }, gazetteer, { day, outletRegion })
const codes = (text: string, asked?: Asked): string[] => find(text, asked).map(({ code }) => code)

describe('findPlaces', () => {
  it.each([
    ['a province by its name', 'Mưa lớn ở Lào Cai làm sạt lở nhiều tuyến đường.', ['15']],
    ['without diacritics', 'Hanoi authorities opened a shelter.', ['01']],
    ['in another tone placement', 'Học sinh Khánh Hòa trở lại trường.', ['56']],
    ['in another script', '河内市政府宣布新措施。', ['01']],
    ['an institution of it', 'Sở Y tế Hà Nội thông báo lịch tiêm.', ['01']],
    [
      'communes in a list',
      'Các xã Mường Khương, Bản Lầu và Cao Sơn của tỉnh Lào Cai.',
      ['15', '02761', '02788', '02782'],
    ],
  ])('knows %s', (_, text, expected) => {
    expect(codes(text).slice(0, 1)).toEqual(expected.slice(0, 1))
    expect(codes(text)).toHaveLength(expected.length)
  })

  it.each([
    ['a word of the language', 'Khát vọng hòa bình của người trẻ.'],
    ['a person', 'Ông Nguyễn Thái Bình phát biểu tại hội nghị.'],
    ['a street', 'Kẹt xe trên đường Điện Biên Phủ sáng nay.'],
    ['a team', 'CLB Hà Nội giành ba điểm.'],
    ['a commune of a name that many have', 'Xã Tân Lập tổ chức hội nghị.'],
  ])('leaves out %s', (_, text) => {
    expect(codes(text)).toEqual([])
  })

  it('tells namesakes apart by the province beside them, then by the outlet', () => {
    expect(codes('Phường Bắc Sơn, quận Kiến An, Hải Phòng họp dân.')).toContain('31')
    const provinces = (text: string, outletRegion: string | null) =>
      find(text, { outletRegion })
        .filter(({ level }) => level === 'province')
        .map(({ code }) => code)
    expect(provinces('Xã Tân Lập tổ chức hội nghị.', '20')).toEqual(['20'])
    expect(provinces('Xã Tân Lập tổ chức hội nghị.', null)).toEqual([])
  })

  it('reads an old name as what it has become, and says so', () => {
    expect(find('Tỉnh Yên Bái cũ có thêm trường bán trú.')).toMatchObject([{ code: '15', formerCode: 'old:yen-bai' }])
    expect(find('Tỉnh Yên Bái có thêm trường bán trú.', { day: '2024-05-01' })).toMatchObject([
      { code: 'old:yen-bai', formerCode: null },
    ])
  })

  it('says where a place is named', () => {
    const [place] = find('Lớp học ở tỉnh Lai Châu.', { title: 'Lai Châu mở lớp' })
    const whole = 'Lai Châu mở lớp\nLớp học ở tỉnh Lai Châu.'
    expect(place?.spans.map(({ start, end }) => whole.slice(start, end))).toEqual(['Lai Châu', 'Lai Châu'])
  })

  it('takes a passing mention for a place only where there is no other', () => {
    const far = `${'Cuộc họp bàn về chính sách mới. '.repeat(30)}Đại biểu Cà Mau dự họp.`
    expect(codes(far)).toEqual(['96'])
    expect(codes(far, { title: 'Họp tại Đà Nẵng' })).toEqual(['48'])
  })

  it('never fails, and every span lies in the text', () => {
    const piece = fc.constantFrom(
      'xã ',
      'Tỉnh ',
      'Lào Cai',
      ', ',
      'Bắc Sơn ',
      'TP.HCM ',
      'và ',
      '\n',
      '河内',
      'huyện ',
      'hà nội',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        for (const { spans } of find(text))
          for (const { start, end } of spans) expect(text.slice(start, end)).not.toBe('')
      }),
    )
  })
})
