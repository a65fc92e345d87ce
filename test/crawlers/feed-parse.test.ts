import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ParsedFeed, parseFeed } from '../../crawlers/feed-parse.ts'

const read = (name: string): string => readFileSync(new URL(`../fixtures/crawlers/${name}`, import.meta.url), 'utf8')
const parse = (text: string, base = 'https://noi-khac.example.vn/feed'): ParsedFeed => {
  const feed = parseFeed(text, base)
  if (!feed) throw new Error('no feed')
  return feed
}
const files = ['rss2.xml', 'atom.xml', 'rdf.xml', 'rss091.xml', 'feed.json', 'broken.xml']

describe('parseFeed: formats', () => {
  it('reads RSS 2.0 with the text in it', () => {
    const { entries, ttlMs } = parse(read('rss2.xml'))
    expect(ttlMs).toBe(1_800_000)
    expect(entries).toHaveLength(3)
    expect(entries[0]).toEqual({
      url: 'https://bao.example.vn/giao-duc/lop-hoc-1.html',
      id: 'bao-1',
      entry: {
        title: 'Lớp học vùng cao có thêm 20 chỗ ở nội trú & bếp ăn',
        html: expect.stringContaining('phụ huynh thay nhau phụ bếp'),
        isFullText: true,
        published: 'Fri, 20 Nov 2026 09:30:00 +0700',
        language: 'vi',
      },
    })
  })

  it('takes a guid for the link where there is none, and an article that is named twice once', () => {
    const { entries } = parse(read('rss2.xml'))
    expect(entries[1]).toMatchObject({
      url: 'https://bao.example.vn/kinh-te/gia-lua-2.html',
      entry: { title: 'Giá lúa < 7.000 đồng/kg', isFullText: false },
    })
    expect(entries[2]).toMatchObject({ url: null, entry: { title: 'Thông báo không có liên kết' } })
  })

  it('reads Atom: the readable link, xml:base, titles in HTML, dates of publication', () => {
    const { entries } = parse(read('atom.xml'))
    expect(entries[0]).toMatchObject({
      url: 'https://cong.example.vn/tin/1.html',
      entry: {
        title: 'Hội nghị về quyền trẻ em tại huyện',
        html: 'Có 40 đại biểu &amp; 12 xã.',
        published: '2026-11-20T09:00:00+07:00',
        language: 'vi',
      },
    })
    expect(entries[1]).toMatchObject({
      url: 'https://xa.example.vn/ban-tin/2',
      entry: { isFullText: true, html: expect.stringContaining('<p>Bản tin'), language: 'en' },
    })
  })

  it('reads RDF and its syndication module', () => {
    const { entries, ttlMs } = parse(read('rdf.xml'))
    expect(ttlMs).toBe(21_600_000)
    expect(entries).toMatchObject([
      {
        url: 'https://rdf.example.vn/1',
        entry: { title: 'Une école rouvre', published: '2026-11-18T10:00:00+07:00', language: 'fr' },
      },
    ])
  })

  it('reads JSON Feed; its plain text is no HTML', () => {
    const { entries } = parse(read('feed.json'), 'https://json.example.vn/feed.json')
    expect(entries).toMatchObject([
      { url: 'https://json.example.vn/1', entry: { title: 'Bài có thân', isFullText: true, language: 'vi' } },
      { url: 'https://json.example.vn/2', entry: { title: null, html: 'a &lt; b<br><br>và c', language: 'en' } },
    ])
  })

  it('never expands entities that a document defines for itself', () => {
    expect(parse(read('rss091.xml')).entries[0]?.entry.title).toBe('Tin cũ &hai;')
    const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const bomb = `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]><rss version="2.0"><channel><item><title>&l20;</title></item></channel></rss>`
    expect(parse(bomb).entries[0]?.entry.title).toBe('&l20;')
  })

  it('takes over nothing about authors', () => {
    for (const name of files) {
      const text = JSON.stringify(parse(read(name)))
      expect(text).not.toMatch(/Tác Giả|tac\.gia|bien\.tap|Người Viết|Ban biên tập|Quelqu|Một Người|avatar/)
    }
  })
})

describe('parseFeed: ill-formed text', () => {
  it('reads past junk, stray signs, open tags and the cut', () => {
    const { entries } = parse(read('broken.xml'))
    expect(entries.map(({ url }) => url)).toEqual([
      'https://hong.example.vn/1?a=1&b=2',
      'https://hong.example.vn/2',
      'https://hong.example.vn/3',
      'https://hong.example.vn/4',
    ])
    expect(entries[0]?.entry.title).toBe('Nhiệt độ < 10 độ & gió mạnh')
    expect(load(entries[1]?.entry.html ?? '').text()).toContain('Đoạn hai')
  })

  it('reads control characters, upper-case tags and a missing declaration', () => {
    const { entries } = parse(
      '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>Tin\u0001 mới</TITLE><LINK>/1</LINK></ITEM></CHANNEL></RSS>',
    )
    expect(entries).toMatchObject([{ url: 'https://noi-khac.example.vn/1', entry: { title: 'Tin mới' } }])
  })

  it('knows an empty feed from no feed', () => {
    expect(parse('<rss version="2.0"><channel><title>x</title></channel></rss>').entries).toEqual([])
    for (const text of [
      '',
      'xin chào',
      '<!DOCTYPE html><html><body><feed></body></html>',
      '{"a":1}',
      '[1]',
      '<?xml version="1.0"?><urlset><url/></urlset>',
    ])
      expect(parseFeed(text, 'https://a.example.vn/')).toBe(null)
  })

  it('takes no more than a feed can sensibly have', () => {
    const many = '<item><title>x</title><link>/L</link></item>'
    const text = `<rss version="2.0"><channel>${Array.from({ length: 3000 }, (_, i) => many.replace('L', String(i))).join('')}</channel></rss>`
    expect(parse(text).entries).toHaveLength(2000)
  })

  // Each of these once took time that grew with the square of the length, or longer than anybody waits.
  it.each([
    ['entries never closed', '<rss version="2.0"><channel>', '<item><title>'],
    ['tags never closed', '<rss version="2.0"><channel><item>', '<a>'],
    ['tags never opened', `<rss version="2.0"><channel><item>${'<a>'.repeat(400)}`, '</b>'],
    ['stray signs', '<rss version="2.0"><channel><item><title>', '<'],
    ['a title of tags', '<rss version="2.0"><channel><item><title><![CDATA[', '<b>'],
    ['doctypes', '<rss version="2.0"><channel>', '<!DOCTYPE ['],
    ['nested divs', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="xhtml">', '<div>'],
    ['nested lists', '{"version":"https://jsonfeed.org/version/1","items":', '['],
  ])('is not kept busy by %s', (_, start, piece) => {
    expect(() => parseFeed(start + piece.repeat(1_000_000 / piece.length), 'https://a.example.vn/')).not.toThrow()
  })

  it('never throws, whatever happens to a feed on its way', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        '<![CDATA[',
        ']]>',
        '<!--',
        '</item>',
        '<entry>',
        '\u0000',
        '&#x110000;',
        '<?',
        ' xmlns:a="b"',
      ),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(40), piece), { maxLength: 6 }),
        (name, edits) => {
          let text = read(name)
          for (const [at, length, inserted] of edits) {
            const start = at % text.length
            text = text.slice(0, start) + inserted + text.slice(start + length)
          }
          const feed = parseFeed(text, 'https://a.example.vn/')
          for (const { url } of feed?.entries ?? []) expect(url === null || /^https?:/.test(url)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
