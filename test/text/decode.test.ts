import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/text/decode.ts'

const sentence = 'Ủy ban nhân dân xã đã nhận được kiến nghị của người dân về đường đến trường ở thôn Nà Lầu.'
const utf8 = (text: string) => new TextEncoder().encode(text)

/** As windows-1258 writes it: the circumflex, breve and horn with the letter, the tone behind it. */
function as1258(text: string): Uint8Array {
  const pieces = [...text].map((letter) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0]
    return tone ? letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone : letter
  })
  return iconv.encode(pieces.join(''), 'windows-1258')
}

describe('decodeBytes', () => {
  it('believes valid UTF-8 more than what the server or the document says', () => {
    const html = utf8(`<meta charset="iso-8859-1"><p>${sentence}</p>`)
    const decoded = decodeBytes(html, 'text/html; charset=windows-1252', 'html')
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.text).toContain(sentence)
  })

  it('reads UTF-8 that was cut in the middle of a letter', () => {
    const cut = utf8(`${sentence} ở`).subarray(0, -1)
    expect(decodeBytes(cut, null, 'html').text).toContain(sentence)
  })

  it('keeps a page whose UTF-8 is sound but for one byte', () => {
    const bytes = new Uint8Array([...utf8(sentence.repeat(5)), 0xe9, 0x20])
    expect(decodeBytes(bytes, 'text/html; charset=iso-8859-1', 'html').text).toContain(sentence)
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('reads %s with and without a byte order mark', (name) => {
    const xml = `<?xml version="1.0"?><title>${sentence}</title>`
    expect(decodeBytes(iconv.encode(xml, name, { addBOM: true }), null, 'xml')).toEqual({ text: xml, encoding: name })
    expect(decodeBytes(iconv.encode(xml, name), null, 'xml')).toEqual({ text: xml, encoding: name })
  })

  it.each([
    ['gb2312', '国家人权行动计划发布，保障残疾人权益。', 'gb18030'],
    ['big5', '聯合國兒童權利公約', 'big5'],
    ['tis-620', 'สิทธิของเด็กและเยาวชน', 'windows-874'],
    ['shift_jis', '障害者権利条約', 'shift_jis'],
    ['iso-8859-1', 'Les droits des personnes handicapées, déjà évoqués à Genève', 'windows-1252'],
  ])('reads what the header declares as %s', (label, text, encoding) => {
    const bytes = iconv.encode(`<p>${text}</p>`, encoding)
    expect(decodeBytes(bytes, `text/html; charset="${label}"`, 'html')).toEqual({ text: `<p>${text}</p>`, encoding })
  })

  it('reads the declaration of the document where the header has none', () => {
    const meta = '<meta http-equiv="Content-Type" content="text/html; charset=gbk">残疾人权利公约'
    expect(decodeBytes(iconv.encode(meta, 'gbk'), 'text/html', 'html').text).toBe(meta)
    const xml = '<?xml version="1.0" encoding="windows-874"?><a>สิทธิเด็ก</a>'
    expect(decodeBytes(iconv.encode(xml, 'windows-874'), null, 'xml').text).toBe(xml)
  })

  it.each(['x-viscii', 'x-tcvn'])('reads Vietnamese in %s', (label) => {
    const bytes = iconv.encode(sentence, label.slice(2))
    expect(decodeBytes(bytes, `text/html; charset=${label}`, 'html').text).toBe(sentence)
  })

  it('recognises windows-1258 that nobody declared and composes its tones', () => {
    expect(decodeBytes(as1258(sentence), null, 'html')).toEqual({ text: sentence, encoding: 'windows-1258' })
    expect(decodeBytes(as1258(sentence), 'text/html; charset=iso-8859-1', 'html').text).toBe(sentence)
  })

  it('recognises VISCII that nobody declared', () => {
    const html = `<title>Thông báo</title><p>${sentence}</p>`
    expect(decodeBytes(iconv.encode(html, 'viscii'), null, 'html')).toEqual({ text: html, encoding: 'viscii' })
    expect(decodeBytes(iconv.encode(html, 'viscii'), 'text/html; charset=iso-8859-1', 'html').text).toBe(html)
  })

  it('recognises TCVN3 that nobody declared, and leaves it to the fonts where the page names them', () => {
    const html = `<p>${sentence.replace('Ủ', 'ủ')}</p>`
    expect(decodeBytes(iconv.encode(html, 'tcvn'), null, 'html')).toEqual({ text: html, encoding: 'tcvn' })
    const inFont = iconv.encode(`<font face=".VnTime">${html}</font>`, 'tcvn')
    expect(decodeBytes(inFont, null, 'html').encoding).toBe('windows-1252')
  })

  it.each([
    'Così può sì dirò già perché città; où était-il déjà? L’été à la forêt',
    'Die Behörden prüfen, ob Bürger für überfällige Gebühren größere Beträge zahlen müssen',
    'Señor, mañana habrá más información según el público; está aquí la canción',
    'São Paulo não é só a educação; às eleições virão alterações até amanhã',
  ])('does not take other languages for Vietnamese: %s', (text) => {
    expect(decodeBytes(iconv.encode(text, 'windows-1252'), null, 'html').text).toBe(text)
  })

  it('goes on where the declared charset does not exist', () => {
    expect(decodeBytes(utf8(sentence), 'text/html; charset=klingon', 'html').text).toBe(sentence)
    expect(decodeBytes(utf8('aGk='), 'text/html; charset=base64', 'html').text).toBe('aGk=')
  })

  it('composes marks and drops control characters', () => {
    const text = decodeBytes(utf8(`a\u0000b\u0007\n${'Quyền'.normalize('NFD')}`), null, 'html').text
    expect(text).toBe('ab\nQuyền')
  })

  it('never throws and always gives composed, well-formed text', () => {
    const label = fc.constantFrom(null, 'utf-8', 'utf-16', 'gbk', 'iso-2022-jp', 'constructor', '__proto__', 'x-viscii')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), label, fc.constantFrom('html', 'xml'), (bytes, name, kind) => {
        const { text } = decodeBytes(bytes, name && `text/html; charset=${name}`, kind)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\u0000')
      }),
      { numRuns: 1000 },
    )
  })

  it('gives back every UTF-8 text, composed', () => {
    const printable = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}<>=]/u.test(text))
    fc.assert(
      fc.property(printable, (text) => {
        expect(decodeBytes(utf8(`x${text}`), null, 'html').text).toBe(`x${text}`.normalize('NFC'))
      }),
    )
  })
})
