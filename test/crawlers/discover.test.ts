import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover } from '../../crawlers/discover/site.ts'
import { rememberAnswers } from '../../crawlers/memo.ts'
import { parseHere } from './parse-here.ts'
import { type Answer, doorTo, openSite, type Site, sourceAt } from './site.ts'

const headlines = [
  'Xã vùng cao mở lại lớp học sau mưa lũ',
  'Bệnh viện huyện khám miễn phí cho người khuyết tật',
  'Công nhân khu công nghiệp được hỗ trợ nhà ở',
  'Người dân góp ý dự thảo kế hoạch sử dụng đất',
  'Phụ nữ thôn Bãi học nghề dệt thổ cẩm',
]
const links = (className: string): string =>
  headlines
    .map(
      (title, i) =>
        `<div class="${className}"><a href="/bai/${i}"><img src="${i}.jpg"></a><h3><a href="/bai/${i}">${title}</a></h3></div>`,
    )
    .join('')
const rss = (text = 'Tóm tắt.'): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Báo Sông Thanh</title><language>vi-vn</language>
  ${headlines.map((title, i) => `<item><title>${title}</title><link>/bai/${i}</link><description>Tóm tắt.</description><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`).join('')}</channel></rss>`
const whole = 'Nhà trường bố trí chỗ ăn ở cho các em ở xa. '.repeat(30)
const xml =
  (text: string): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/xml' }).end(text)
const alternate = (href: string, title = ''): string =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`

let site: Site
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

async function look(path: string) {
  const { door } = doorTo([site])
  const { signal } = new AbortController()
  const source = sourceAt(site.origin)
  const fetch = rememberAnswers(door.bind(source, signal))
  const findSitemaps = (address: string) => door.findSitemaps(source, address, signal)
  try {
    return await discover(site.origin + path, { fetch, parse: parseHere, findSitemaps })
  } finally {
    await door.close()
  }
}

const short = ({ offers }: Awaited<ReturnType<typeof discover>>) =>
  offers.map(({ basis, url }) => `${basis} ${url.replace(site.origin, '')}`)

describe('what a site offers', () => {
  it('is its feed first, then its news sitemap, its list of articles and its sitemap; nothing is asked twice', async () => {
    site.answers['/robots.txt'] = xml('User-agent: *\nAllow: /\nSitemap: /sitemap.xml\nsitemap: /sitemap-news.xml')
    site.answers['/'] =
      `<html lang="vi"><head><meta property="og:site_name" content="Báo Sông Thanh">${alternate('/rss/home.rss')}</head>
      <body>${links('tin')}</body></html>`
    site.answers['/rss/home.rss'] = xml(rss())
    const found = await look('/')
    expect(short(found)).toEqual([
      'feed /rss/home.rss',
      'news_sitemap /sitemap-news.xml',
      'listing /',
      'sitemap /sitemap.xml',
    ])
    expect([found.name, found.language]).toEqual(['Báo Sông Thanh', 'vi'])
    expect(site.visitors.map(({ path }) => path)).toEqual(['/robots.txt', '/', '/rss/home.rss'])
  })

  it('prefers the feed with the whole text, and passes over comments', async () => {
    site.answers['/'] =
      `${alternate('/comments/feed', 'Bình luận')}${alternate('/rss/tom-tat.rss')}${alternate('/rss/day-du.rss')}`
    site.answers['/rss/tom-tat.rss'] = xml(rss())
    site.answers['/rss/day-du.rss'] = xml(rss(whole))
    expect(short(await look('/'))).toEqual(['full_text_feed /rss/day-du.rss', 'feed /rss/tom-tat.rss'])
    expect(site.paths()).not.toContain('/comments/feed')
  })

  it('follows a link "RSS" to the page that lists the feeds, the newest news first', async () => {
    site.answers['/'] = '<body><footer><a href="/rss">RSS</a></footer></body>'
    site.answers['/rss'] =
      '<ul><li><a href="/rss/the-thao.rss">Thể thao</a></li><li><a href="/rss/tin-moi-nhat.rss">Tin mới nhất</a></li></ul>'
    site.answers['/rss/tin-moi-nhat.rss'] = xml(rss(whole))
    expect(short(await look('/'))).toEqual(['full_text_feed /rss/tin-moi-nhat.rss'])
    expect(site.paths()).toEqual(['/', '/rss', '/rss/tin-moi-nhat.rss'])
  })

  it('knows a feed and a sitemap at the address itself', async () => {
    site.answers['/rss'] = xml(rss())
    site.answers['/map'] = xml('<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url/></urlset>')
    expect(await look('/rss')).toMatchObject({ name: 'Báo Sông Thanh', language: 'vi', offers: [{ kind: 'feed' }] })
    expect(short(await look('/map'))).toEqual(['news_sitemap /map'])
  })

  it('finds the headlines of a list, not its menu, sidebar or footer, and the next page', async () => {
    const menu = headlines.map((title, i) => `<li><a href="/muc/${i}">${title}</a></li>`).join('')
    site.answers['/tin'] = `<nav>${menu}</nav><div class="hop"><div class="o"><a href="/ngan">Xem thêm</a></div></div>
      <div class="danh-sach">${links('o x-93hf2')}</div><footer>${menu}</footer><a rel="next" href="/tin?trang=2">sau</a>`
    const { offers } = await look('/tin')
    expect(offers).toMatchObject([{ kind: 'listing', listing: { next: 'a[rel=next]' } }])
    expect(offers[0]?.listing?.link).toMatch(/danh-sach|\.o a|h3 a/)
  })

  it('goes on where a feed that the page names is gone', async () => {
    site.answers['/'] = `${alternate('/rss/cu.rss')}<body>${links('tin')}</body>`
    expect(short(await look('/'))).toEqual(['listing /'])
  })

  it('is nothing on an empty page, and on the page of one account', async () => {
    site.answers['/'] = '<body><p>Đang xây dựng.</p></body>'
    site.answers['/@ai-do'] = `<meta property="og:type" content="profile">${alternate('/@ai-do.rss')}`
    expect((await look('/')).offers).toEqual([])
    expect((await look('/@ai-do')).offers).toEqual([])
    expect(site.paths()).not.toContain('/@ai-do.rss')
  })

  it('throws what keeps the page itself from being read', async () => {
    await expect(look('/khong-co')).rejects.toMatchObject({ code: 'not_found' })
    site.answers['/robots.txt'] = xml('User-agent: *\nDisallow: /')
    const closed = await openSite({ '/robots.txt': xml('User-agent: *\nDisallow: /') })
    const { door } = doorTo([closed])
    const { signal } = new AbortController()
    const fetch = door.bind(sourceAt(closed.origin), signal)
    await expect(
      discover(`${closed.origin}/`, { fetch, parse: parseHere, findSitemaps: async () => [] }),
    ).rejects.toMatchObject({
      code: 'robots_denied',
    })
    await door.close()
    await closed.close()
  })
})

describe('a platform', () => {
  const unreachable = {
    parse: parseHere,
    fetch: () => Promise.reject(new Error('nothing may be asked')),
    findSitemaps: async () => [],
  }
  it.each([
    ['https://bsky.app/profile/bao.example', 'bluesky', 'https://bsky.app/profile/bao.example'],
    ['https://m.youtube.com/@baomau/videos', 'youtube', 'https://www.youtube.com/@baomau'],
    ['https://t.me/baomau', 'telegram', 'https://t.me/s/baomau'],
    ['https://t.me/s/baomau?before=9', 'telegram', 'https://t.me/s/baomau'],
    ['https://vi-vn.facebook.com/baomau/', 'facebook', 'https://www.facebook.com/baomau'],
    [
      'https://mxh.example/api/v1/timelines/tag/quyentreem',
      'mastodon',
      'https://mxh.example/api/v1/timelines/tag/quyentreem',
    ],
  ])('is known by its address alone: %s', async (address, kind, url) => {
    expect((await discover(address, unreachable)).offers).toMatchObject([{ kind, url, basis: 'platform' }])
  })

  it.each([
    'https://www.facebook.com/profile.php?id=1',
    'https://www.facebook.com/groups/abc',
    'https://t.me/+AbCdEf',
    'https://bsky.app/search?q=x',
    'https://mxh.example/api/v1/timelines/home',
  ])('offers no private place: %s', async (address) => {
    expect((await discover(address, unreachable)).offers).toEqual([])
  })

  it('is a Mastodon tag where the page says so', async () => {
    const page = '<html><body><div id="mastodon"></div></body></html>'
    site.answers['/tags/quyentreem'] = page
    site.answers['/tags/tin'] = '<html><body>Từ khóa</body></html>'
    expect((await look('/tags/quyentreem')).offers).toMatchObject([
      { kind: 'mastodon', url: `${site.origin}/api/v1/timelines/tag/quyentreem` },
    ])
    expect((await look('/tags/tin')).offers).toEqual([])
  })
})
