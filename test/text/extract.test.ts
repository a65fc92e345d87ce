import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/text/extract.ts'

const now = new Date('2026-09-01T00:00:00Z')
const url = 'https://bao.example.vn/xa-hoi/bai-viet.html'
const read = (html: string, address = url) => extract({ html, url: address, now })

const title = 'Xã Nậm Sài có thêm hai lớp mẫu giáo'
const lead = 'Hai lớp học mới giúp trẻ năm tuổi của ba bản vùng cao được đến trường ngay từ tháng chín.'
const paragraphs = [
  'Sáng nay, Ủy ban nhân dân xã khai trương hai lớp mẫu giáo tại bản Pa Hu và bản Huổi Tao, nhận hơn bốn mươi trẻ.',
  'Theo hiệu trưởng nhà trường, trước đây các em phải đi bộ gần hai giờ, mùa mưa thường nghỉ học vì nước suối lớn.',
  'Huyện bố trí hai giáo viên biết tiếng Mông, bữa trưa của các em do phụ huynh luân phiên nấu tại điểm trường.',
]
const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
const page = (content: string, head = '') =>
  `<!doctype html><html lang="vi"><head><title>${title} - Báo Mẫu</title>${head}</head><body>${content}</body></html>`
const text = paragraphs.join('\n')

describe('text', () => {
  it('is the article, a paragraph a line, with the lead that stands outside of it', () => {
    const found = read(
      page(`<nav><a href="/">Trang chủ</a></nav><div class="detail"><h1>${title}</h1><h2 class="detail-sapo">${lead}</h2>
        <div class="detail-content">${body}</div></div><footer>Bản quyền thuộc Báo Mẫu</footer>`),
    )
    expect(found).toMatchObject({ title, text: `${lead}\n${text}`, isArticle: true, method: 'density 1' })
  })

  it('has the lead once where the body repeats it', () => {
    const found = read(
      page(`<h1>${title}</h1><p class="sapo">${lead}</p><article><p><b>${lead}</b></p>${body}</article>`),
    )
    expect(found.text).toBe(`${lead}\n${text}`)
  })

  it('keeps subheads and lists', () => {
    const found = read(
      page(
        `<h1>${title}</h1><article>${body}<h3>Cần mang theo</h3><ul><li>Giấy khai sinh</li><li>Sổ tiêm chủng</li></ul></article>`,
      ),
    )
    expect(found.text).toBe(`${text}\nCần mang theo\nGiấy khai sinh\nSổ tiêm chủng`)
  })

  it('takes lines that are parted by breaks in a table of an old portal, in capitals', () => {
    const cells = `<TABLE><TR><TD CLASS="Menu"><A HREF="/">Trang chủ</A></TD><TD><H1>${title}</H1><FONT SIZE=3>${paragraphs.join('<BR><BR>')}</FONT></TD></TR></TABLE>`
    expect(read(`<HTML><BODY>${cells}</BODY></HTML>`).text).toBe(text)
  })

  it.each([
    [
      'comments',
      '<section class="comment-list"><p>Tôi thấy việc này rất tốt, mong các xã khác cũng làm được như vậy.</p></section>',
    ],
    [
      'comments under a heading',
      '<h3>Bình luận (12)</h3><div><p>Tôi thấy việc này rất tốt, mong các xã khác cũng làm như vậy.</p></div>',
    ],
    [
      'related links',
      '<div class="tin-lien-quan"><p>Tin liên quan</p><ul><li><a href="/1">Đường vào bản đã thông</a></li></ul></div>',
    ],
    ['a linked headline', '<p><a href="/1">Đường vào bản vắng đã thông xe trở lại sau mưa lũ</a></p>'],
    ['adverts', '<div class="ad-slot">Mua một tặng một trong tuần này tại hơn hai trăm cửa hàng trên toàn quốc.</div>'],
    ['share buttons', '<div class="social-share"><a>Facebook</a> <a>Zalo</a></div>'],
    ['tags', '<div class="tags">Từ khóa: <a>mẫu giáo</a>, <a>vùng cao</a></div>'],
    [
      'a newsletter',
      '<div class="newsletter-box"><p>Nhận bản tin mỗi sáng qua thư điện tử, miễn phí cho mọi bạn đọc.</p></div>',
    ],
    [
      'consent',
      '<div role="dialog"><p>Trang này sử dụng cookie để cải thiện trải nghiệm của bạn khi đọc báo.</p></div>',
    ],
    ['captions', '<figure><img src="a.jpg"><figcaption>Lớp mẫu giáo mới. Ảnh: Trần Thử Dụ</figcaption></figure>'],
    [
      'hidden parts',
      '<div style="display:none"><p>Bản in của bài viết này chỉ hiện trên giấy, bạn đọc không nhìn thấy.</p></div>',
    ],
  ])('leaves out %s', (_, foreign) => {
    const found = read(page(`<h1>${title}</h1><div class="content">${body}${foreign}</div>`))
    expect(found.text).toBe(text)
  })

  it('is not fooled by names that only contain "ad", or that name what a page is about', () => {
    const html = `<h1>${title}</h1><div class="headline-loader shadow-padding category-advert has-sidebar">${body}</div>`
    expect(read(page(html)).text).toBe(text)
  })

  it('keeps sentences that begin with the words of buttons', () => {
    const sentence = 'Chia sẻ tại buổi lễ, lãnh đạo xã cho biết năm tới sẽ có thêm một lớp ở bản Nà Lại.'
    expect(read(page(`<h1>${title}</h1><article>${body}<p>${sentence}</p></article>`)).text).toBe(
      `${text}\n${sentence}`,
    )
  })

  it.each([
    'Theo dõi sức khỏe trẻ em',
    'Đăng ký khai sinh',
    'Chia sẻ việc nhà',
    'Comments on the draft',
    'Support for families',
  ])('keeps the subhead “%s”', (subhead) => {
    const html = `<h1>${title}</h1><article><p>${paragraphs[0]}</p><h3>${subhead}</h3><p>${paragraphs[1]}</p></article>`
    expect(read(page(html)).text).toBe([paragraphs[0], subhead, paragraphs[1]].join('\n'))
  })

  it('is found in a div soup by the density of its prose', () => {
    const soup = paragraphs.map((p, i) => `<div class="css-${i}"><div><span>${p}</span></div></div>`).join('')
    const menu = '<div class="css-9"><a href="/1">Mới nhất</a><a href="/2">Đời sống</a></div>'
    expect(read(page(`<div id="root">${menu}<h1>${title}</h1>${soup}${menu}</div>`)).text).toBe(text)
  })

  it('comes from structured data where the page does not show it', () => {
    const script = JSON.stringify({
      '@graph': [{ '@type': 'NewsArticle', headline: title, articleBody: text.repeat(2) }],
    })
    const found = read(page('<div id="app"></div>', `<script type="application/ld+json">${script}</script>`))
    expect(found).toMatchObject({ title, text: text.repeat(2), method: 'json-ld 1', isArticle: true })
  })

  it('is only what structured data has too, where both have the article', () => {
    const script = JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody: text })
    const extra = '<p>Ủng hộ chúng tôi bằng cách mua báo giấy, giao tận nhà trong ngày ở tất cả các tỉnh.</p>'
    const found = read(
      page(`<h1>${title}</h1><div>${body}${extra}</div>`, `<script type="application/ld+json">${script}</script>`),
    )
    expect(found).toMatchObject({ text, method: 'density+json-ld 1' })
  })
})

describe('names of those who wrote', () => {
  const name = 'Trần Thử Dụ'
  it.each([
    `<p class="author_mail"><strong>${name}</strong></p>`,
    `<p style="text-align:right"><strong>${name}</strong></p>`,
    `<p><span class="author">${name}</span></p>`,
    `<div itemprop="author">${name}</div>`,
    `<a rel="author" href="/tac-gia/1">${name}</a>`,
    `<div class="author-box"><b>${name}</b><p>${name} là phóng viên, theo dõi giáo dục vùng cao từ nhiều năm nay.</p></div>`,
    `<p>Bài và ảnh: ${name}</p>`,
    `<p>By ${name}</p>`,
    `<blockquote><p>Lớp mới đẹp quá, chúc mừng các cháu nhé.</p>— ${name} (@thudu) 17/08/2026</blockquote>`,
  ])('do not reach the text: %s', (signature) => {
    expect(read(page(`<h1>${title}</h1><article>${body}${signature}</article>`)).text).not.toContain(name)
    expect(read(page(`<h1>${title}</h1><article>${signature}${body}</article>`)).text).not.toContain(name)
  })
})

describe('structured text', () => {
  it('loses its credit lines', () => {
    const articleBody = `Tác giả: Trần Thử Dụ\n${text.repeat(2)}`
    const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody })}</script>`
    expect(read(page('<div id="app"></div>', script)).text).toBe(text.repeat(2))
  })
})

describe('title', () => {
  it('is the headline without the name of the site', () => {
    const head =
      '<meta property="og:site_name" content="Báo Mẫu"><meta property="og:title" content="Hai lớp mới | Báo Mẫu">'
    expect(extract({ html: `<head>${head}</head>${body}`, url, now }).title).toBe('Hai lớp mới')
  })

  it('names nobody who wrote', () => {
    expect(read(`<title>Hai lớp mới | by Tran Thu Du</title>${body}`).title).toBe('Hai lớp mới')
  })

  it('has its entities decoded', () => {
    const script = JSON.stringify({ '@type': 'Article', headline: 'Học &amp; hành: &quot;Đổi mới&quot;' })
    expect(read(`<script type="application/ld+json">${script}</script>${body}`).title).toBe('Học & hành: "Đổi mới"')
  })
})

describe('publishedAt', () => {
  const at = (content: string, head = '', address = url) =>
    read(page(`<h1>${title}</h1>${content}${body}`, head), address).publishedAt?.iso
  const moment = '2026-08-17T07:05:00.000Z'
  it.each([
    [
      'JSON-LD',
      '',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-08-17T14:05:00+07:00","dateModified":"2026-08-20"}</script>',
    ],
    [
      'broken JSON-LD',
      '',
      '<script type="application/ld+json">{"@type":"NewsArticle","name":"a "b"","datePublished":"2026-08-17T14:05:00+07:00"}</script>',
    ],
    ['a meta element', '', '<meta property="article:published_time" content="2026-08-17T14:05:00+07:00">'],
    ['microdata', '<span itemprop="datePublished" content="2026-08-17T14:05:00+07:00"></span>', ''],
    ['a time element', '<time datetime="2026-08-17T14:05:00+07:00">hôm nay</time>', ''],
    ['a named element', '<span class="date">Thứ hai, 17/8/2026, 14:05 (GMT+7)</span>', ''],
    ['a line by the headline', '<div>17/08/2026 14:05 GMT+7</div>', ''],
  ])('is read from %s', (_, content, head) => expect(at(content, head)).toBe(moment))

  it('is read from the address where nothing else says it', () => {
    expect(at('', '', 'https://bao.example.vn/2026/08/17/bai-viet')).toBe('2026-08-16T17:00:00.000Z')
  })

  it('is not that of a comment', () => {
    expect(at(`${body}<div class="comments"><time datetime="2026-08-19T10:00:00+07:00"></time></div>`)).toBeUndefined()
  })

  it('is when the page was last modified only where nothing else is known', () => {
    const modified = '<meta property="article:modified_time" content="2026-08-20T00:30:00+07:00">'
    expect(at('', modified)).toBe('2026-08-19T17:30:00.000Z')
    expect(at('<span class="date">17/8/2026, 14:05</span>', modified)).toBe(moment)
  })

  it('is not in the future', () => {
    expect(at('', '<meta property="article:published_time" content="2031-01-01T00:00:00Z">')).toBeUndefined()
  })
})

describe('language and canonicalUrl', () => {
  it('are what the page declares', () => {
    const found = read('<html lang="en-GB"><link rel="canonical" href="/xa-hoi/bai.html#top"></html>')
    expect(found).toMatchObject({ language: 'en', canonicalUrl: 'https://bao.example.vn/xa-hoi/bai.html' })
    expect(read('<meta property="og:locale" content="vi_VN">').language).toBe('vi')
  })

  it.each(['https://other.example.vn.evil.example/', 'javascript:alert(1)', 'https://example.com.vn/'])(
    'an address of another site is not believed: %s',
    (href) => expect(read(`<link rel="canonical" href="${href}">`).canonicalUrl).toBeNull(),
  )

  it('an address on another host of the same site is', () => {
    const html = '<link rel="canonical" href="https://www.bao.com.vn/a">'
    expect(read(html, 'https://amp.bao.com.vn/a').canonicalUrl).toBe('https://www.bao.com.vn/a')
  })
})

describe('isArticle', () => {
  const headlines = ['Mở lớp', 'Thông đường', 'Khám bệnh', 'Trao quà', 'Họp báo', 'Xây cầu', 'Trồng rừng']
  it('is false for a list of articles', () => {
    const cards = headlines.map(
      (h) =>
        `<div class="item"><h3><a href="/${h}">${h} cho người dân ở các bản vùng cao</a></h3><p>Thông tin do lãnh đạo xã cho biết tại cuộc họp.</p></div>`,
    )
    expect(read(`<html><title>Tin tức</title><h1>Tin tức</h1><main>${cards.join('')}</main></html>`).isArticle).toBe(
      false,
    )
  })

  it('is true for a short notice', () => {
    const notice = '<p>Ủy ban nhân dân xã thông báo nghỉ tiếp công dân ngày 2/9, tiếp lại vào ngày 3/9/2026.</p>'
    expect(read(page(`<h1>${title}</h1><div>${notice}</div>`)).isArticle).toBe(true)
  })

  it.each([
    [
      'a login wall',
      '<h1>Đăng nhập</h1><p>Vui lòng đăng nhập để tiếp tục.</p><form><input type="password"></form>',
      true,
    ],
    [
      'a challenge',
      '<title>Just a moment...</title><h1>Verify you are human by completing the action below.</h1>',
      false,
    ],
    [
      'an error page',
      '<title>404 Not Found</title><h1>404 Not Found</h1><p>The page that you were looking for is not here any more, try the search.</p>',
      false,
    ],
    ['nothing', '', false],
  ])('is false for %s', (_, html, isLoginWall) => {
    expect(read(html)).toMatchObject({ isArticle: false, isLoginWall })
  })

  it('says when part of the text may be held back', () => {
    const script = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    expect(read(page(`<h1>${title}</h1>${body}`, script))).toMatchObject({ isPaywalled: true, isArticle: true })
  })
})

describe('hostile pages', () => {
  it.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}${body}${'</div>'.repeat(100_000)}`],
    ['nested tables', `${'<table><tr><td>'.repeat(30_000)}${body}`],
    ['scripts that never end', '<script>'.repeat(500_000)],
    ['comments that never end', '<!--'.repeat(500_000)],
    ['tags that never end', '<a href="'.repeat(300_000)],
    ['nothing but brackets', '<'.repeat(2_000_000)],
    ['six million letters', `<p>${'a '.repeat(3_000_000)}`],
    ['90,000 dates beside the article', `<div class="widget">${'<b class="date">x</b>'.repeat(90_000)}</div>${body}`],
    ['90,000 marked things', '<p itemscope itemtype="Article" itemprop="name">'.repeat(90_000)],
    ['nested JSON', `<script type="application/ld+json">${'['.repeat(500_000)}</script>`],
  ])('%s are read to the end', { timeout: 60_000 }, (_, html) => {
    expect(typeof read(html).text).toBe('string')
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<div',
      '>',
      '</div>',
      '<h1>',
      '<p class="',
      '"',
      '<script type="application/ld+json">',
      '{"@type":',
      '</script>',
      '<title>',
      title,
      paragraphs[0] ?? '',
      '&#0;',
      '<td>',
      '<!--',
      '<time datetime="2026">',
      '<a href=//>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        expect(typeof read(list.join('')).isArticle).toBe('boolean')
      }),
      { numRuns: 200 },
    )
  })
})
