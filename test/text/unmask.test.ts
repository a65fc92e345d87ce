// Unmasking: readers see through look-alikes; genuine words of other alphabets stay.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unmask } from '../../src/text/unmask.ts'

const seen = (text: string) => unmask(text).text

describe('unmask', () => {
  it.each([
    ['Greek and Cyrillic letters in Vietnamese words', 'тιền lương вị nợ кнông тrả', 'tiền lương bị nợ không trả'],
    ['whole words of look-alikes in a Vietnamese text', 'cả xã кнι ấy đều hay tin', 'cả xã khi ấy đều hay tin'],
    ['small capitals and phonetic letters', 'ɴɦậɴ làᴍ ɢiấʏ ᴛờ', 'nhận làm giấy tờ'],
    ['mathematical letters', '𝐯𝐢ệ𝐜 𝓵à𝓶 𝕥ạ𝕚 𝚗𝚑à', 'việc làm tại nhà'],
    ['full-width letters and digits', 'ｇọｉ ０９１２', 'gọi 0912'],
    ['circled letters and digits', 'ⓩⓐⓛⓞ ①②③', 'zalo 123'],
    ['keycap digits', '0️⃣9️⃣', '09'],
    ['zero-width characters and soft hyphens', 'khi\u200bếu n\u00adại \ufeffđất', 'khiếu nại đất'],
    ['decomposed marks', 'nha\u0300 o\u031b\u0309', 'nhà ở'],
    ['a zero and an at sign inside short words', 'kh0ng b@n', 'khong ban'],
  ])('reads %s', (_, written, read) => expect(seen(written)).toBe(read))

  it.each([
    ['Russian', 'Дети имеют право на образование.'],
    ['Greek', 'Κάθε παιδί έχει δικαίωμα στη ζωή.'],
    ['a Russian word in a Vietnamese text', 'báo Правда đưa tin hôm qua'],
    ['an address', 'viet@vidu.vn'],
    ['codes', 'F0, H5N1, 4G, m², Covid-19'],
    ['Chinese, Lao, Khmer and Thai', '人权 ສິດທິມະນຸດ សិទ្ធិមនុស្ស สิทธิมนุษยชน'],
  ])('leaves %s', (_, text) => expect(seen(text)).toBe(text))

  it('leads back to the offsets of the text as written', () => {
    const written = 'a\u200bo\u0302ng тuấn'
    const { text, at } = unmask(written)
    expect(text).toBe('aông tuấn')
    expect(written.slice(at[text.indexOf('t')], at[text.length])).toBe('тuấn')
    expect(written.slice(at[1], at[2])).toBe('o\u0302')
  })

  it('never throws, keeps offsets in order and reads its own answer as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { text: read, at } = unmask(text)
        expect(at).toHaveLength(read.length + 1)
        expect(at[read.length]).toBe(text.length)
        for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] ?? 0)
      }),
    )
  })
})
