import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSitemapReader } from '../../crawlers/sitemap-parse.ts'
import { sourceSchema } from '../../src/model/source.ts'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'
import { type Answer, openSite, type Site, sourceAt } from './site.ts'

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/crawlers/${name}`, import.meta.url), 'utf8')

describe('sitemap text', () => {
  const news = fixture('sitemap-news.xml')
  const expected: unknown = JSON.parse(fixture('sitemap-news.expected.json'))

  it('gives address, time and what a news sitemap says, and leaves out broken entries', () => {
    const reader = createSitemapReader()
    expect(reader.push(news)).toEqual(expected)
    expect(reader.isSitemap()).toBe(true)
  })

  it('reads the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 }), (lengths) => {
        const reader = createSitemapReader()
        const entries = []
        let at = 0
        for (const length of lengths) {
          entries.push(...reader.push(news.slice(at, at + length)))
          at += length
        }
        entries.push(...reader.push(news.slice(at)))
        expect(entries).toEqual(expected)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<url>', '</url>', '<loc>', '</loc>', '&', '<!', 'a', '<sitemap>')),
        (parts) => {
          createSitemapReader().push(parts.join(''))
        },
      ),
    )
  })
})

const now = () => new Date('2026-11-21T00:00:00+07:00')
type Entry = { path: string; lastmod?: string; published?: string }
const xml = (root: 'urlset' | 'sitemapindex', entries: readonly Entry[]): string => {
  const name = root === 'urlset' ? 'url' : 'sitemap'
  const rows = entries.map(
    ({ path, lastmod, published }) =>
      `<${name}><loc>${path}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}${
        published ? `<news:news><news:publication_date>${published}</news:publication_date></news:news>` : ''
      }</${name}>`,
  )
  return `<?xml version="1.0"?><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${rows.join('')}</${root}>`
}
const withEtag =
  (text: () => string): Answer =>
  (request, response) => {
    const etag = `"${createHash('sha256').update(text()).digest('hex')}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': 'application/xml', etag }).end(text())
  }

let site: Site
beforeEach(async () => {
  site = await openSite()
  for (const path of ['/tin/1', '/tin/2', '/tin/3', '/tin/4', '/menu']) site.answers[path] = `<html>bài ${path}</html>`
})
afterEach(() => site.close())

const source = (fields: Record<string, unknown> = {}) =>
  sourceAt(`${site.origin}/sitemap.xml`, { kind: 'sitemap', ...fields })
const pathsOf = (heard: Awaited<ReturnType<typeof listenTo>>): string[] =>
  articlesOf(heard)
    .map(({ url }) => new URL(url).pathname)
    .sort()

describe('sitemap', () => {
  it('takes the newest articles that fit, by `match`, `days` and `maxItems`', async () => {
    site.answers['/sitemap.xml'] = xml('urlset', [
      { path: '/tin/1', lastmod: '2026-11-01' },
      { path: '/menu', lastmod: '2026-11-20' },
      { path: '/tin/2', lastmod: '2026-11-18' },
      { path: '/tin/3', lastmod: '2026-11-19T08:00:00+07:00' },
      { path: '/tin/4', lastmod: '2026-11-20' },
    ])
    const match = { sitemap: { match: '/tin/' } }
    expect(pathsOf(await listenTo(source(match), [site], { now }))).toEqual(['/tin/2', '/tin/3', '/tin/4'])
    const two = await listenTo(source({ ...match, maxItems: 2 }), [site], { now })
    expect(pathsOf(two)).toEqual(['/tin/3', '/tin/4'])
    expect(kindsOf(two).at(-1)).toBe('checkpoint')
  })

  it('keeps what a news sitemap says of an article', async () => {
    const origin = 'https://bao.songthanh.example'
    site.answers['/sitemap.xml'] = fixture('sitemap-news.xml').replaceAll(origin, site.origin)
    const [article] = articlesOf(await listenTo(source(), [site], { now })).filter(({ feed }) => feed)
    expect(article).toMatchObject({
      url: `${site.origin}/giao-duc/lop-hoc-noi-tru-1.html?trang=2`,
      feed: { title: 'Lớp học nội trú có thêm 20 chỗ & bếp ăn', html: null, published: '2026-11-20T09:30:00+07:00' },
    })
  })

  it('follows an index into packed files, and leaves old ones alone', async () => {
    site.answers['/sitemap.xml'] = fixture('sitemap-index.xml')
    site.answers['/tin-2026-11.xml.gz'] = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/gzip' })
        .end(gzipSync(xml('urlset', [{ path: '/tin/1', lastmod: '2026-11-20' }])))
    const heard = await listenTo(source(), [site], { now })
    expect(pathsOf(heard)).toEqual(['/tin/1'])
    expect(site.paths()).toEqual(['/sitemap.xml', '/tin-2026-11.xml.gz', '/tin/1'])
  })

  it('asks for a file of an index again only when the index says that it changed', async () => {
    const memory: Memory = new Map()
    let lastmod = '2026-11-20T10:00:00+07:00'
    site.answers['/sitemap.xml'] = withEtag(() => xml('sitemapindex', [{ path: '/a.xml', lastmod }]))
    site.answers['/a.xml'] = withEtag(() => xml('urlset', [{ path: '/tin/1' }]))
    await listenTo(source(), [site], { now, memory })
    expect(kindsOf(await listenTo(source(), [site], { now, memory }))).toEqual(['checkpoint'])
    expect(site.paths().filter((path) => path === '/a.xml')).toHaveLength(1)
    lastmod = '2026-11-21T10:00:00+07:00'
    expect(kindsOf(await listenTo(source(), [site], { now, memory }))).toEqual(['checkpoint', 'checkpoint'])
    expect(site.visitors.at(-1)).toMatchObject({ path: '/a.xml', headers: { 'if-none-match': expect.any(String) } })
  })

  it('reads an index in full every time where it does not say when its files changed', async () => {
    const memory: Memory = new Map()
    let entries: Entry[] = [{ path: '/tin/1' }]
    site.answers['/sitemap.xml'] = withEtag(() => xml('sitemapindex', [{ path: '/a.xml' }]))
    site.answers['/a.xml'] = withEtag(() => xml('urlset', entries))
    await listenTo(source(), [site], { now, memory })
    entries = [{ path: '/tin/2' }, ...entries]
    expect(pathsOf(await listenTo(source(), [site], { now, memory }))).toEqual(['/tin/2'])
  })

  it('asks for an article again when its lastmod changes, unless one time stands at every article', async () => {
    const memory: Memory = new Map()
    const articlesAsked = () => site.paths().filter((path) => path.startsWith('/tin/')).length
    const round = async (times: readonly string[]) => {
      site.answers['/sitemap.xml'] = xml(
        'urlset',
        times.map((lastmod, i) => ({ path: `/tin/${i + 1}`, lastmod })),
      )
      await listenTo(source(), [site], { now, memory })
      return articlesAsked()
    }
    expect(await round(['2026-11-19', '2026-11-20'])).toBe(2)
    expect(await round(['2026-11-19', '2026-11-20'])).toBe(2)
    expect(await round(['2026-11-19', '2026-11-20T20:00:00Z'])).toBe(3)
    expect(await round(['2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z'])).toBe(3)
  })

  it('goes on when one file of an index fails, says which, and reads the index again', async () => {
    const memory: Memory = new Map()
    site.answers['/sitemap.xml'] = withEtag(() => xml('sitemapindex', [{ path: '/a.xml' }, { path: '/b.xml' }]))
    site.answers['/a.xml'] = withEtag(() => '<html>lỗi</html>')
    site.answers['/b.xml'] = withEtag(() => xml('urlset', [{ path: '/tin/1' }]))
    const heard = await listenTo(source(), [site], { now, memory })
    expect(kindsOf(heard)).toEqual(['article', 'resource_failed', 'checkpoint'])
    expect(heard.events[1]).toMatchObject({ url: `${site.origin}/a.xml`, failure: 'not_a_feed' })
    expect(memory.has(`${site.origin}/sitemap.xml`)).toBe(false)
  })

  it('does not follow circles and deep nests for ever', async () => {
    site.answers['/sitemap.xml'] = xml('sitemapindex', [{ path: '/sitemap.xml' }, { path: '/d1.xml' }])
    for (let i = 1; i < 9; i++) site.answers[`/d${i}.xml`] = xml('sitemapindex', [{ path: `/d${i + 1}.xml` }])
    await listenTo(source(), [site], { now })
    expect(site.paths()).toEqual(['/sitemap.xml', '/d1.xml', '/d2.xml', '/d3.xml'])
  })

  it('refuses a page, a broken and a bursting file', async () => {
    site.answers['/sitemap.xml'] = '<!doctype html><title>Trang chủ</title>'
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'not_a_feed' })
    site.answers['/sitemap.xml'] = (_, response) => response.writeHead(200).end(Buffer.from([0x1f, 0x8b, 1, 2, 3]))
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'bad_response' })
    const bomb = gzipSync(Buffer.alloc(60_000_000, 32))
    site.answers['/sitemap.xml'] = (_, response) => response.writeHead(200).end(bomb)
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'too_large' })
  })

  it('reads a file of 50,000 addresses and takes the newest', async () => {
    const entries = Array.from({ length: 50_000 }, (_, i) => ({
      path: `/tin/${i}`,
      lastmod: new Date(now().getTime() - (50_000 - i) * 5000).toISOString(),
    }))
    site.answers['/sitemap.xml'] = xml('urlset', entries)
    expect(pathsOf(await listenTo(source({ maxItems: 2 }), [site], { now }))).toEqual(['/tin/49998', '/tin/49999'])
  })

  it('looks for a period in the past, by news date before lastmod, and leaves no validators', async () => {
    const memory: Memory = new Map()
    site.answers['/sitemap.xml'] = xml('urlset', [
      { path: '/tin/1', lastmod: '2026-11-20', published: '2026-10-02T00:10:00+07:00' },
      { path: '/tin/2', lastmod: '2026-10-03T23:59:00+07:00' },
      { path: '/tin/3', lastmod: '2026-10-04T00:00:00+07:00' },
      { path: '/tin/4' },
    ])
    const period = { from: '2026-10-02', to: '2026-10-03' }
    const heard = await listenTo(source({ maxItems: 1 }), [site], { now, memory, period })
    expect(pathsOf(heard)).toEqual(['/tin/1', '/tin/2'])
    expect(kindsOf(heard)).toEqual(['article', 'article'])
  })
})

it('a `match` that is no regular expression is told when the configuration is read', () => {
  const fields = { id: 'bao-thu', name: 'Báo Thử', kind: 'sitemap', url: 'https://bao.example/s.xml', language: 'vi' }
  const read = (match: string) => sourceSchema.safeParse({ ...fields, ownership: 'newsroom', sitemap: { match } })
  expect(read('/tin-[0-9]+').success).toBe(true)
  expect(read('/tin-[0-9').error?.issues[0]?.path).toEqual(['sitemap', 'match'])
})
