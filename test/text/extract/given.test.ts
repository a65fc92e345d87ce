import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/text/extract.ts'

const now = new Date('2026-09-01T00:00:00Z')
const paragraphs = [
  'Xã Nậm Sài khai trương hai lớp mẫu giáo tại bản Pa Hu và bản Huổi Tao, nhận hơn bốn mươi trẻ năm tuổi.',
  'Trước đây các em phải đi bộ gần hai giờ, mùa mưa thường nghỉ học vì nước suối dâng cao nhiều ngày liền.',
]
const notice = 'Đây là phần giới thiệu dài của tòa soạn, không thuộc về bài viết nào, nằm trong một khối riêng.'
const html = `<meta property="og:title" content="Một tiêu đề khác"><h1>Chuyên trang</h1>
  <div class="t">Hai lớp mới</div><span class="when" datetime="2026-08-17T14:05:00+07:00">hôm nay</span>
  <div class="other"><p>${notice}</p><p>${notice.repeat(3)}</p></div>
  <div class="x9"><p>${paragraphs[0]}</p><div class="box">${notice}</div><p>${paragraphs[1]}</p>
  <p class="author">Trần Thử Dụ</p><p>Ảnh: Trần Thử Dụ</p></div>`
const read = (selectors: Parameters<typeof extract>[0]['selectors']) =>
  extract({ html, url: 'https://bao.example.vn/bai', now, selectors })

describe('selectors of a source', () => {
  it('decide title, text and time; names of people go all the same', () => {
    expect(read({ title: '.t', body: '.x9', published: '.when', drop: '.box' })).toMatchObject({
      title: 'Hai lớp mới',
      text: paragraphs.join('\n'),
      publishedAt: { iso: '2026-08-17T07:05:00.000Z' },
      method: 'selectors 1',
    })
  })

  it('take what is to be dropped out of the page, also where no body is named', () => {
    expect(read({ drop: '.other, .box' }).text).toBe(paragraphs.join('\n'))
  })

  it.each(['.gone', 'p:::', ''])('that find nothing leave the page to the other stages: "%s"', (selector) => {
    const found = read({ title: selector, body: selector, published: selector, drop: selector })
    expect(found).toEqual(read(undefined))
    expect(found.text).toContain(paragraphs[0])
  })

  it('never throw, whatever page and selectors', () => {
    const tag = fc.constantFrom('div', 'p', 'h1', 'figure', 'figcaption', 'time', 'li', 'td', 'article', 'a', 'section')
    const attribute = fc.constantFrom('class', 'id', 'itemprop', 'itemscope', 'itemtype', 'datetime', 'rel', 'hidden')
    const element = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.string(),
        fc
          .tuple(tag, attribute, fc.string(), fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, key, value, inner]) => `<${name} ${key}="${value}">${inner.join('')}</${name}>`),
      ),
    })).node
    const selector = fc.oneof(fc.string(), tag, fc.constantFrom('body', 'html', '*', '.a > p', ':has(', '[itemprop]'))
    fc.assert(
      fc.property(element, selector, selector, (page, body, drop) => {
        const selectors = { title: body, body, published: drop, drop }
        expect(typeof extract({ html: page, url: null, now, selectors }).isArticle).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
