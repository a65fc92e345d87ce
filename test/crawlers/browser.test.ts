import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPageBrowser } from '../../crawlers/browser.ts'
import { isSameSite } from '../../crawlers/same-site.ts'
import { FetchFailure } from '../../src/errors.ts'
import { doorTo, openSite, type Site, sourceAt } from './site.ts'

const chromium = [
  process.env.LANGNGHE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))
if (!chromium) console.info('No Chromium on this machine: tests of rendered pages are left out.')

const signal = new AbortController().signal
const shell = (script: string, head = ''): string =>
  `<!doctype html><meta charset="utf-8"><title>Vỏ</title>${head}<div id="a">chưa có gì</div><script>${script}</script>`
const ask = { accept: 'text/html' }

let site: Site
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

async function failureOf(page: Promise<unknown>): Promise<string> {
  return page.then(
    () => 'none',
    (error) => (error instanceof FetchFailure ? error.code : String(error)),
  )
}

describe.runIf(chromium)('a rendered page', () => {
  const browser = createPageBrowser(chromium, { restlessMs: 3000, longestMs: 6000 })
  afterAll(() => browser.close())

  const open = (others: readonly Site[] = [], fields: Record<string, unknown> = {}) => {
    const { door, records } = doorTo([site, ...others])
    const source = sourceAt(`${site.origin}/tin`, { render: true, kind: 'listing', listing: { link: 'a' }, ...fields })
    return { records, fetch: browser.bind(door.bind(source, signal), source, signal) }
  }
  const render = async (fetch: ReturnType<typeof open>['fetch'], path: string) => {
    const { bytes, ...rest } = await fetch({
      url: site.origin + path,
      ...ask,
      validators: { etag: '"1"', lastModified: null },
    })
    return { html: new TextDecoder().decode(bytes), ...rest }
  }

  it('holds what its scripts put into it, and everything came through the door', async () => {
    site.answers['/tin'] = shell('', '<script src="/app.js"></script><link rel="stylesheet" href="/dep.css">')
    site.answers['/app.js'] = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(`addEventListener('load', async () => {
        const list = await (await fetch('/api/tin.json')).json()
        document.querySelector('#a').innerHTML = list.map((t) => '<a href="/' + t + '">' + t + '</a>').join('')
      })`)
    site.answers['/api/tin.json'] = (_, response) => response.writeHead(200).end('["mot","hai"]')
    const { fetch, records } = open()
    const { html, contentType, validators, url } = await render(fetch, '/tin')
    expect(html).toContain('<a href="/hai">hai</a>')
    expect({ contentType, url }).toEqual({ contentType: 'text/html; charset=utf-8', url: `${site.origin}/tin` })
    // The frame never changes: it must not answer for what is in it.
    expect(validators).toEqual({ etag: null, lastModified: null })
    expect(site.visitors[1]?.headers).not.toHaveProperty('if-none-match')
    expect(site.paths()).toEqual(['/tin', '/app.js', '/api/tin.json'])
    expect(records.map((record) => new URL(record.url).pathname)).toEqual(['/robots.txt', ...site.paths()])
    expect(new Set(site.visitors.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['LangNgheBot/0.1 (+https://example.vn/bot; mailto:bot@example.vn)']),
    )
  })

  it('gets nothing from other sites, no pictures, nothing that robots.txt forbids, and sends nothing', async () => {
    const other = await openSite({ '/theo-doi.js': '', '/anh.png': '' })
    site.answers['/robots.txt'] = 'User-agent: *\nDisallow: /kin/'
    site.answers['/anh.png'] = ''
    site.answers['/khung'] = '<p>khung</p>'
    site.answers['/tin'] = shell(
      `fetch('/kin/a.json').catch(() => {}); fetch('/gui', { method: 'POST', body: 'x' }).catch(() => {})
       navigator.sendBeacon('/gui', 'x'); try { new WebSocket('ws://${site.host}/ws') } catch {}
       window.open('/khung'); document.querySelector('#a').textContent = 'xong'`,
      `<script src="${other.origin}/theo-doi.js"></script><img src="/anh.png"><img src="${other.origin}/anh.png"><iframe src="/khung"></iframe>`,
    )
    const { fetch } = open([other])
    expect((await render(fetch, '/tin')).html).toContain('xong')
    expect(site.paths()).toEqual(['/tin'])
    expect(other.visitors).toEqual([])
    await other.close()
  })

  it('that never comes to rest is taken as it stands, with a bounded number of requests', async () => {
    site.answers['/n'] = '1'
    site.answers['/tin'] = shell(
      `let i = 0; setInterval(() => fetch('/n?' + i++).catch(() => {}), 20); document.querySelector('#a').textContent = 'đây'`,
    )
    const { fetch } = open()
    expect((await render(fetch, '/tin')).html).toContain('đây')
    expect(site.paths().length).toBeLessThanOrEqual(41)
  })

  it('that hangs or breaks the browser fails alone; the next one opens', async () => {
    site.answers['/tin'] = shell('for (;;);')
    site.answers['/tot'] = shell(`document.querySelector('#a').textContent = 'vẫn chạy'`)
    const { fetch } = open()
    expect(await failureOf(render(fetch, '/tin'))).toBe('timeout')
    expect((await render(fetch, '/tot')).html).toContain('vẫn chạy')
  })

  it('is bounded in size', async () => {
    site.answers['/tin'] = shell(`document.querySelector('#a').textContent = 'x'.repeat(300000)`)
    expect(await failureOf(render(open([], { politeness: { maxBytes: 100_000 } }).fetch, '/tin'))).toBe('too_large')
  })

  it('is none where the address holds a document, and failures of the door stay what they are', async () => {
    site.answers['/a.pdf'] = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7')
    const { fetch } = open()
    expect(await render(fetch, '/a.pdf')).toMatchObject({ html: '%PDF-1.7', contentType: 'application/pdf' })
    expect(await failureOf(render(fetch, '/khong-co'))).toBe('not_found')
  })
})

describe('without a browser', () => {
  it('a page fails with what to install, and what is no page is fetched as ever', async () => {
    site.answers['/tin'] = shell('')
    site.answers['/rss'] = '<rss/>'
    const browser = createPageBrowser('/khong/co/chromium')
    const { door } = doorTo([site])
    const source = sourceAt(`${site.origin}/tin`, { render: true })
    const fetch = browser.bind(door.bind(source, signal), source, signal)
    expect(await failureOf(fetch({ url: `${site.origin}/tin`, ...ask }))).toBe('no_browser')
    expect((await fetch({ url: `${site.origin}/rss`, accept: 'application/xml' })).status).toBe(200)
    await browser.close()
  })
})

it.each([
  ['https://www.songthanh.gov.example/a', 'https://api.gov.example/b', true],
  ['https://www.bao.com.vn/a', 'https://api.bao.com.vn/b', true],
  ['https://bao.com.vn/', 'https://khac.com.vn/', false],
  ['https://bao.vn/', 'https://baovn.vn/', false],
  ['http://127.0.0.1:81/', 'http://127.0.0.1:82/', false],
  ['https://bao.vn/', 'data:text/html,x', false],
])('%s and %s are one site: %s', (one, other, expected) => {
  expect(isSameSite(one, other)).toBe(expected)
})
