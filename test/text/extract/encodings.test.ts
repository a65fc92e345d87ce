import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../../src/text/decode.ts'
import { extract } from '../../../src/text/extract.ts'

const title = 'Thông báo họp dân'
const text = 'Ủy ban nhân dân xã tổ chức họp dân để bàn việc làm đường và sửa trường học ở thôn Nà Lầu.'
const page = (heading: string, body: string, charset: string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${heading}</title></head><body><h1>${heading}</h1><p>${body}</p></body></html>`

/** As windows-1258 writes it: the circumflex, breve and horn with the letter, the tone behind it. */
const withTones = (composed: string) =>
  Array.from(composed, (letter) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0]
    return tone ? letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone : letter
  }).join('')

const inFont = (font: string, heading: string, body: string) =>
  `<html><head><title>${heading}</title></head><body><font face="${font}"><h1>${heading}</h1><p>${body}</p></font></body></html>`

describe('a page of the years before Unicode', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(page(title, text, 'utf-8'))],
    ['windows-1258', iconv.encode(withTones(page(title, text, 'windows-1258')), 'windows-1258')],
    [
      'windows-1258 that calls itself Latin-1',
      iconv.encode(withTones(page(title, text, 'iso-8859-1')), 'windows-1258'),
    ],
    ['VISCII', iconv.encode(page(title, text, 'viscii'), 'viscii')],
    ['VISCII that calls itself Latin-1', iconv.encode(page(title, text, 'iso-8859-1'), 'viscii')],
    ['TCVN3 that is declared', iconv.encode(page(title, text, 'x-tcvn3').replaceAll('Ủ', 'ủ'), 'tcvn')],
    [
      'a TCVN3 font',
      iconv.encode(
        inFont(
          '.VnTime',
          'Th«ng b¸o häp d©n',
          'ñy ban nh©n d©n x· tæ chøc häp d©n ®Ó bµn viÖc lµm ®­êng vµ söa tr­êng häc ë th«n Nµ LÇu.',
        ),
        'windows-1252',
      ),
    ],
    [
      'a VNI font',
      iconv.encode(
        inFont(
          'VNI-Times',
          'Thoâng baùo hoïp daân',
          'UÛy ban nhaân daân xaõ toå chöùc hoïp daân ñeå baøn vieäc laøm ñöôøng vaø söûa tröôøng hoïc ôû thoân Naø Laàu.',
        ),
        'windows-1252',
      ),
    ],
  ])('is read in %s', (_, bytes) => {
    const html = decodeBytes(bytes, 'text/html', 'html').text
    const found = extract({ html, url: 'http://xa.example.vn/tin', now: new Date('2026-01-01') })
    expect(found.title).toBe(title)
    expect(found.text.replace('ủy', 'Ủy')).toBe(text)
  })
})
