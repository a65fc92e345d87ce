import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'
import { type Answer, openSite, type Site, sourceAt } from './site.ts'

const page = (paths: readonly string[], next = '', head = ''): string =>
  `<html><head>${head}</head><body><nav><a href="/menu">Menu</a></nav>
   ${paths.map((path) => `<div class="tin"><a href="${path}"><img src="a.jpg"></a><h3><a href="${path}">Bài ${path}</a></h3></div>`).join('')}
   ${next ? `<a rel="next" href="${next}">Trang sau</a>` : ''}</body></html>`

let site: Site
beforeEach(async () => {
  site = await openSite({
    '/tin': page(['/1', '/2?utm_source=trang#a'], '/tin?trang=2'),
    '/tin?trang=2': page(['/2', '/3'], '/tin?trang=3'),
  })
  site.answers['/tin?trang=3'] = page(['/4'], '/tin?trang=1')
  for (const path of ['/1', '/2', '/3', '/4']) site.answers[path] = `<html>bài ${path}</html>`
})
afterEach(() => site.close())

const source = (listing: Record<string, unknown> = {}, fields: Record<string, unknown> = {}) =>
  sourceAt(`${site.origin}/tin`, {
    kind: 'listing',
    listing: { link: '.tin a', next: 'a[rel=next]', ...listing },
    ...fields,
  })
const pathsOf = (urls: readonly { url: string }[]): string[] =>
  urls.map(({ url }) => url.slice(site.origin.length)).sort()

describe('listing', () => {
  it('follows the links of the first page, each once, with the headline', async () => {
    const heard = await listenTo(source(), [site])
    expect(kindsOf(heard)).toEqual(['article', 'article', 'checkpoint'])
    expect(pathsOf(articlesOf(heard))).toEqual(['/1', '/2'])
    expect(articlesOf(heard)[0]).toMatchObject({ feed: { title: 'Bài /1', html: null }, entryFingerprint: null })
    expect(site.paths()[0]).toBe('/tin')
  })

  it('turns as many pages as it is told', async () => {
    expect(pathsOf(articlesOf(await listenTo(source({ pages: 2 }), [site])))).toEqual(['/1', '/2', '/3'])
    expect(pathsOf(articlesOf(await listenTo(source({ pages: 100 }), [site])))).toEqual(['/1', '/2', '/3', '/4'])
  })

  it('stops at a page that brings nothing new, and at maxItems', async () => {
    site.answers['/tin?trang=2'] = page(['/1', '/2'], '/tin?trang=3')
    expect(pathsOf(articlesOf(await listenTo(source({ pages: 9 }), [site])))).toEqual(['/1', '/2'])
    expect(site.paths()).not.toContain('/tin?trang=3')
    const heard = await listenTo(source({ pages: 9 }, { maxItems: 1 }), [site])
    expect(pathsOf(articlesOf(heard))).toEqual(['/1'])
  })

  it('reads relative links from <base>', async () => {
    site.answers['/tin'] = page(['3'], '', '<base href="/muc/">')
    site.answers['/muc/3'] = '<html>bài</html>'
    expect(pathsOf(articlesOf(await listenTo(source(), [site])))).toEqual(['/muc/3'])
  })

  it('says when its selector finds nothing, or is none', async () => {
    expect((await listenTo(source({ link: '.bai a' }), [site])).error).toMatchObject({ code: 'no_links' })
    expect((await listenTo(source({ link: '..' }), [site])).error).toMatchObject({ code: 'no_links' })
  })

  it('keeps the first page’s links when a later page fails, says so, and keeps no checkpoint', async () => {
    site.answers['/tin?trang=2'] = (_, response) => response.writeHead(500).end()
    const heard = await listenTo(source({ pages: 3 }), [site])
    expect(kindsOf(heard)).toEqual(['article', 'article', 'resource_failed'])
  })

  it('does not ask again for what it knows, and sends the first page’s validators', async () => {
    const served: Answer = (request, response) => {
      const isSame = request.headers['if-none-match'] === '"1"'
      response
        .writeHead(isSame ? 304 : 200, { etag: '"1"', 'content-type': 'text/html' })
        .end(isSame ? '' : page(['/1', '/2']))
    }
    site.answers['/tin'] = served
    const memory: Memory = new Map()
    await listenTo(source(), [site], { memory })
    expect(kindsOf(await listenTo(source(), [site], { memory }))).toEqual(['checkpoint'])
    site.answers['/tin'] = page(['/3', '/1', '/2'])
    const heard = await listenTo(source(), [site], { memory })
    expect(kindsOf(heard)).toEqual(['unchanged', 'unchanged', 'article', 'checkpoint'])
    expect(site.paths().filter((path) => path === '/1')).toHaveLength(1)
  })
})
