import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'
import { type Answer, openSite, type Site, sourceAt } from './site.ts'

type Item = { path: string; title?: string; text?: string; full?: string; day?: number; link?: boolean }

const rss = (items: readonly Item[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><ttl>15</ttl>${items
    .map(
      ({ path, title = 'Tin', text = 'Tóm tắt', full, day, link = true }) =>
        `<item><title>${title}</title>${link ? `<link>${path}</link>` : `<guid isPermaLink="false">${path}</guid>`}<description>${text}</description>${
          full ? `<content:encoded>${full}</content:encoded>` : ''
        }${day ? `<pubDate>2026-11-${day}T08:00:00+07:00</pubDate>` : ''}</item>`,
    )
    .join('')}</channel></rss>`

/** Serves text with an ETag made from it, and 304 to who knows it. */
const withEtag =
  (text: () => string, type = 'application/rss+xml'): Answer =>
  (request, response) => {
    const etag = `"${Buffer.from(text()).toString('base64url').slice(-40)}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': type, etag, 'cache-control': 'max-age=60' }).end(text())
  }
const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end()

let site: Site
let items: Item[]
beforeEach(async () => {
  items = [{ path: '/1' }, { path: '/2' }]
  site = await openSite({ '/rss': withEtag(() => rss(items)) })
  for (const path of ['/1', '/2', '/3']) site.answers[path] = withEtag(() => `<html>bài ${path}</html>`, 'text/html')
})
afterEach(() => site.close())

const source = (fields: Record<string, unknown> = {}) => sourceAt(`${site.origin}/rss`, fields)

describe('feed: a first round', () => {
  it('brings each article with its page and what the feed says of it, then the checkpoint', async () => {
    const heard = await listenTo(source(), [site])
    expect(kindsOf(heard)).toEqual(['article', 'article', 'checkpoint'])
    expect(heard.expected).toBe(2)
    expect(articlesOf(heard)[0]).toMatchObject({
      url: `${site.origin}/1`,
      feed: { title: 'Tin', html: 'Tóm tắt' },
      page: { url: `${site.origin}/1`, contentType: 'text/html', validators: { etag: expect.any(String) } },
      pageFailure: null,
      entryFingerprint: expect.stringMatching(/^.{8,}$/),
    })
    // The feed's ttl is longer than its max-age.
    expect(heard.events.at(-1)).toMatchObject({ url: `${site.origin}/rss`, ttlMs: 900_000 })
  })

  it('takes the newest entries, undated ones beside their neighbours', async () => {
    items = [{ path: '/1', day: 10 }, { path: '/2' }, { path: '/3', day: 20 }, { path: '/4', day: 5 }]
    const heard = await listenTo(source({ maxItems: 3 }), [site])
    expect(
      articlesOf(heard)
        .map(({ url }) => url.slice(-2))
        .sort(),
    ).toEqual(['/1', '/2', '/3'])
  })

  it('keeps the feed’s text where the page fails or is no page', async () => {
    items = [{ path: '/none', full: 'Toàn văn bài viết' }, { path: '/file.png' }, { path: '/raw' }]
    site.answers['/file.png'] = withEtag(() => 'png', 'image/png')
    site.answers['/raw'] = (_, response) => response.writeHead(200).end(' <!doctype html><p>a</p>')
    const heard = await listenTo(source(), [site])
    const byPath = Object.fromEntries(articlesOf(heard).map((article) => [new URL(article.url).pathname, article]))
    expect(byPath['/none']).toMatchObject({
      page: null,
      pageFailure: 'not_found',
      feed: { html: 'Toàn văn bài viết', isFullText: true },
    })
    expect(byPath['/file.png']).toMatchObject({ page: null, pageFailure: 'bad_response' })
    expect(byPath['/raw']?.page).not.toBe(null)
    // Nothing of this gets better by asking soon again.
    expect(kindsOf(heard).at(-1)).toBe('checkpoint')
  })

  it('gives an entry without a link an address only when its text is whole', async () => {
    items = [
      { path: 'a', link: false, full: 'Toàn văn thông báo' },
      { path: 'b', link: false },
    ]
    const memory: Memory = new Map()
    const heard = await listenTo(source(), [site], { memory })
    expect(articlesOf(heard)).toMatchObject([{ page: null, pageFailure: null, feed: { html: 'Toàn văn thông báo' } }])
    expect(articlesOf(heard)[0]?.url).toMatch(/\/rss#./)
    items = [...items, { path: '/1' }]
    expect(kindsOf(await listenTo(source(), [site], { memory }))).toEqual(['unchanged', 'article', 'checkpoint'])
  })
})

describe('feed: later rounds', () => {
  const later = (hours: number) => () => new Date(Date.now() + hours * 3_600_000)

  it('is one checkpoint when nothing changed', async () => {
    const memory: Memory = new Map()
    await listenTo(source(), [site], { memory })
    const heard = await listenTo(source(), [site], { memory })
    expect(kindsOf(heard)).toEqual(['checkpoint'])
    expect(site.paths()).toEqual(['/rss', '/1', '/2', '/rss'])
  })

  it('asks for new and edited articles only', async () => {
    const memory: Memory = new Map()
    await listenTo(source(), [site], { memory })
    items = [{ path: '/3' }, { path: '/1', title: 'Tin đã sửa' }, { path: '/2' }]
    const before = site.visitors.length
    const heard = await listenTo(source(), [site], { memory })
    expect(heard.events.filter(({ kind }) => kind === 'unchanged')).toEqual([
      { kind: 'unchanged', url: `${site.origin}/2`, entryFingerprint: expect.any(String), wasAsked: false },
      // Edited in the feed, but the page says that it is the same.
      { kind: 'unchanged', url: `${site.origin}/1`, entryFingerprint: expect.any(String), wasAsked: true },
    ])
    expect(articlesOf(heard).map(({ url }) => url)).toEqual([`${site.origin}/3`])
    const asked = site.visitors.slice(before).map(({ path }) => path)
    expect(asked.filter((path) => path !== '/robots.txt').sort()).toEqual(['/1', '/3', '/rss'])
  })

  it('looks again at known articles after `revisit`', async () => {
    const memory: Memory = new Map()
    await listenTo(source({ revisit: '6h' }), [site], { memory })
    items = [...items, { path: '/3' }]
    site.answers['/2'] = withEtag(() => '<html>bài 2, đã sửa</html>', 'text/html')
    const heard = await listenTo(source({ revisit: '6h' }), [site], { memory, now: later(7) })
    expect(
      articlesOf(heard)
        .map(({ url }) => url.slice(-2))
        .sort(),
    ).toEqual(['/2', '/3'])
    expect(heard.events).toContainEqual(
      expect.objectContaining({ kind: 'unchanged', url: `${site.origin}/1`, wasAsked: true }),
    )
  })

  it('reads the feed in full again while a page may still come, three times', async () => {
    site.answers['/2'] = status(500)
    const memory: Memory = new Map()
    const rounds = []
    for (let round = 0; round < 5; round++) rounds.push(kindsOf(await listenTo(source(), [site], { memory })).at(-1))
    expect(rounds).toEqual(['article', 'article', 'article', 'checkpoint', 'checkpoint'])
    expect(site.paths().filter((path) => path === '/2')).toHaveLength(3)
  })

  it('gets the page when the site has recovered', async () => {
    site.answers['/2'] = status(503)
    const memory: Memory = new Map()
    await listenTo(source(), [site], { memory })
    site.answers['/2'] = '<html>đây</html>'
    const heard = await listenTo(source(), [site], { memory })
    expect(articlesOf(heard)).toMatchObject([{ url: `${site.origin}/2`, pageFailure: null }])
    expect(kindsOf(heard).at(-1)).toBe('checkpoint')
  })

  it('says no checkpoint when the listener leaves', async () => {
    const memory: Memory = new Map()
    await listenTo(source(), [site], { memory, stopAfter: 1 })
    expect(memory.has(`${site.origin}/rss`)).toBe(false)
  })
})

describe('feed: what goes wrong', () => {
  it('throws what keeps the feed itself from being read', async () => {
    site.answers['/rss'] = status(410)
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'gone' })
    site.answers['/rss'] = '<!doctype html><title>Trang chủ</title>'
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'not_a_feed' })
  })

  it('goes on with the other feeds of a source and says which one failed', async () => {
    site.answers['/other'] = withEtag(() => rss([{ path: '/2' }, { path: '/3' }]))
    const addresses = [`${site.origin}/rss`, `${site.origin}/broken`, `${site.origin}/other`]
    const heard = await listenTo(sourceAt(addresses), [site])
    expect(
      articlesOf(heard)
        .map(({ url }) => url.slice(-2))
        .sort(),
    ).toEqual(['/1', '/2', '/3'])
    expect(heard.events.at(-1)).toEqual({
      kind: 'resource_failed',
      url: `${site.origin}/broken`,
      failure: 'not_found',
      message: expect.stringContaining('404'),
    })
    expect(heard.error).toBe(null)
  })

  it('throws when all of them fail', async () => {
    const heard = await listenTo(sourceAt([`${site.origin}/x`, `${site.origin}/y`]), [site])
    expect(heard).toMatchObject({ events: [], error: { code: 'not_found' } })
  })

  it('reads a feed in a legacy encoding', async () => {
    site.answers['/rss'] = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/xml; charset=iso-8859-1' })
        .end(
          Buffer.from(
            '<rss version="2.0"><channel><item><title>Caf\xe9 \xe0 Hu\xea</title><link>/1</link></item></channel></rss>',
            'latin1',
          ),
        )
    expect(articlesOf(await listenTo(source(), [site]))[0]?.feed?.title).toBe('Café à Huê')
  })
})
