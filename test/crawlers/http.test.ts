import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, doorTo, openSite, type Site, sourceAt } from './site.ts'

const signal = new AbortController().signal
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function openBoth(answers: Record<string, Answer | string>, options: Parameters<typeof doorTo>[1] = {}) {
  const site = await openSite(answers)
  const { door, records } = doorTo([site], options)
  closing.push(
    () => door.close(),
    () => site.close(),
  )
  return { site, door, records }
}

const robots =
  (text: string): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end(text)

describe('door: a good answer', () => {
  it('brings bytes, type, validators, link and age', async () => {
    const { site, door } = await openBoth({
      '/a': (_, response) =>
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=windows-1258',
            etag: '"mot"',
            'last-modified': 'Sat, 21 Nov 2026 01:00:00 GMT',
            'cache-control': 'public, max-age=300',
            link: '</b>; rel="next"',
          })
          .end(Buffer.from([0x54, 0xec])),
    })
    const response = await door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/a#muc` })
    expect(response).toEqual({
      status: 200,
      url: `${site.origin}/a`,
      contentType: 'text/html; charset=windows-1258',
      link: '</b>; rel="next"',
      bytes: Buffer.from([0x54, 0xec]),
      validators: { etag: '"mot"', lastModified: 'Sat, 21 Nov 2026 01:00:00 GMT' },
      maxAgeMs: 300_000,
    })
  })

  it('says honestly who asks, Vietnamese first, and sends no cookies', async () => {
    const { site, door } = await openBoth({
      '/a': (_, response) => response.writeHead(200, { 'set-cookie': 'id=1' }).end('x'),
    })
    const fetch = door.bind(sourceAt(site.origin), signal)
    await fetch({ url: `${site.origin}/a`, accept: 'text/html' })
    await fetch({ url: `${site.origin}/a` })
    for (const { headers } of site.visitors) {
      expect(headers['user-agent']).toBe('LangNgheBot/0.1 (+https://example.vn/bot; mailto:bot@example.vn)')
      expect(headers['accept-language']).toMatch(/^vi/)
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
    }
    expect(site.visitors[1]?.headers.accept).toBe('text/html')
  })

  it.each([
    ['gzip', gzipSync('chữ')],
    ['deflate', deflateSync('chữ')],
    ['deflate', deflateRawSync('chữ')],
    ['gzip, deflate', deflateSync(gzipSync('chữ'))],
    ['identity', Buffer.from('chữ')],
  ])('unpacks %s', async (encoding, body) => {
    const { site, door } = await openBoth({
      '/a': (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body),
    })
    const { bytes } = await door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/a` })
    expect(Buffer.from(bytes).toString()).toBe('chữ')
  })

  it('sends validators back and takes the 304', async () => {
    const { site, door } = await openBoth({
      '/a': (request, response) => {
        const isSame =
          request.headers['if-none-match'] === '"mot"' && request.headers['if-modified-since'] !== undefined
        response.writeHead(
          isSame ? 304 : 200,
          isSame ? {} : { etag: '"mot"', 'last-modified': 'Sat, 21 Nov 2026 01:00:00 GMT' },
        )
        response.end()
      },
    })
    const fetch = door.bind(sourceAt(site.origin), signal)
    const first = await fetch({ url: `${site.origin}/a` })
    const second = await fetch({ url: `${site.origin}/a`, validators: first.validators })
    expect(second).toMatchObject({ status: 304, validators: first.validators, bytes: new Uint8Array() })
  })

  it('follows a redirect, tells each hop to the ledger, and names the place where it ended', async () => {
    const { site, door, records } = await openBoth({
      '/cu': (_, response) => response.writeHead(301, { location: '/moi?a=1' }).end(),
      '/moi': 'đây',
    })
    const response = await door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/cu` })
    expect(response.url).toBe(`${site.origin}/moi?a=1`)
    expect(records.map(({ url, status, robots }) => [url.slice(site.origin.length), status, robots])).toEqual([
      ['/robots.txt', 404, 'unknown'],
      ['/cu', 301, 'allowed'],
      ['/moi?a=1', 200, 'allowed'],
    ])
  })

  it('keeps queries of private sources out of the ledger', async () => {
    const { site, door, records } = await openBoth({ '/api/v1/timelines/public': '[]' })
    const source = sourceAt(`${site.origin}/api/v1/timelines/public`, { kind: 'mastodon', ownership: 'private' })
    await door.bind(source, signal)({ url: `${site.origin}/api/v1/timelines/public?max_id=113` })
    expect(records.at(-1)?.url).toBe(`${site.origin}/api/v1/timelines/public`)
  })
})

describe('door: robots.txt', () => {
  it('is asked for once, before anything else, and keeps us out', async () => {
    const { site, door, records } = await openBoth({
      '/robots.txt': robots('User-agent: *\nDisallow: /kin'),
      '/a': 'a',
      '/b': 'b',
    })
    const fetch = door.bind(sourceAt(site.origin), signal)
    await Promise.all([fetch({ url: `${site.origin}/a` }), fetch({ url: `${site.origin}/b` })])
    await expect(fetch({ url: `${site.origin}/kin` })).rejects.toMatchObject({ code: 'robots_denied' })
    expect(site.visitors.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b'])
    expect(records.at(-1)).toMatchObject({ robots: 'denied', status: null, failure: 'robots_denied' })
  })

  it('is judged again behind a redirect', async () => {
    const { site, door } = await openBoth({
      '/robots.txt': robots('User-agent: *\nDisallow: /kin'),
      '/a': (_, response) => response.writeHead(302, { location: '/kin' }).end(),
    })
    const fetch = door.bind(sourceAt(site.origin), signal)
    await expect(fetch({ url: `${site.origin}/a` })).rejects.toMatchObject({ code: 'robots_denied' })
    expect(site.paths()).toEqual(['/a'])
  })

  it.each([403, 404])('allows everything when it answers %d', async (status) => {
    const { site, door } = await openBoth({
      '/robots.txt': (_, response) => response.writeHead(status).end(),
      '/a': 'a',
    })
    await expect(door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/a` })).resolves.toBeDefined()
  })

  it.each([429, 500, 503])('keeps us away when it answers %d', async (status) => {
    const { site, door } = await openBoth({
      '/robots.txt': (_, response) => response.writeHead(status).end(),
      '/a': 'a',
    })
    const fetch = door.bind(sourceAt(site.origin), signal)
    for (let i = 0; i < 2; i++)
      await expect(fetch({ url: `${site.origin}/a` })).rejects.toMatchObject({ code: 'robots_denied' })
    expect(site.visitors.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  it('has no rules when it is a web page', async () => {
    const { site, door } = await openBoth({ '/robots.txt': '<!doctype html>User-agent: *\nDisallow: /', '/a': 'a' })
    await expect(door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/a` })).resolves.toBeDefined()
  })

  it('is read up to a cap, not refused for its size', async () => {
    const text = `User-agent: *\nDisallow: /kin\n${'# lời dài\n'.repeat(100_000)}`
    const { site, door } = await openBoth({ '/robots.txt': robots(text), '/a': 'a' })
    const fetch = door.bind(sourceAt(site.origin), signal)
    await expect(fetch({ url: `${site.origin}/kin` })).rejects.toMatchObject({ code: 'robots_denied' })
    await expect(fetch({ url: `${site.origin}/a` })).resolves.toBeDefined()
  })

  it('is asked for again after a day, and serves on while it cannot be read', async () => {
    let today = new Date('2026-11-21T00:00:00Z')
    const { site, door } = await openBoth(
      { '/robots.txt': robots('User-agent: *\nDisallow: /kin'), '/a': 'a' },
      { now: () => today },
    )
    const fetch = door.bind(sourceAt(site.origin), signal)
    await fetch({ url: `${site.origin}/a` })
    today = new Date('2026-11-22T00:00:01Z')
    site.answers['/robots.txt'] = (_, response) => response.writeHead(500).end()
    await fetch({ url: `${site.origin}/a` })
    await expect(fetch({ url: `${site.origin}/kin` })).rejects.toMatchObject({ code: 'robots_denied' })
    expect(site.visitors.filter(({ path }) => path === '/robots.txt')).toHaveLength(2)
  })

  it('raises the gap by its Crawl-delay', async () => {
    const { site, door, records } = await openBoth({
      '/robots.txt': robots('User-agent: *\nCrawl-delay: 0.05'),
      '/a': 'a',
    })
    const fetch = door.bind(sourceAt(site.origin), signal)
    await Promise.all([fetch({ url: `${site.origin}/a?1` }), fetch({ url: `${site.origin}/a?2` })])
    expect(records.at(-1)?.crawlDelayMs).toBe(50)
    expectGaps(site, 50)
  })
})

describe('door: politeness', () => {
  it('never asks a host twice at once, in order, with the gap between, whichever sources ask', async () => {
    const late: Answer = (_, response) => void setTimeout(() => response.writeHead(200).end('x'), 15)
    const { site, door } = await openBoth({ '/a': late, '/b': late, '/c': late })
    const politeness = { gap: '0s' }
    const one = door.bind(sourceAt(site.origin, { politeness }), signal)
    const other = door.bind(sourceAt(site.origin, { id: 'nguon-khac', politeness }), signal)
    await Promise.all([
      one({ url: `${site.origin}/a` }),
      other({ url: `${site.origin}/b` }),
      one({ url: `${site.origin}/c` }),
    ])
    expect(site.mostAtOnce()).toBe(1)
    expect(site.paths()).toEqual(['/a', '/b', '/c'])
  })

  it('never goes below its floor on the internet, whatever a source asks', async () => {
    const gaps: [string, number][] = []
    const turns = {
      claim: async (host: string, gapMs: number) => {
        gaps.push([host, gapMs])
        return { waitMs: 0, heldMs: 0 }
      },
      end: async () => {},
      hold: async () => {},
    }
    const { site, door } = await openBoth(
      { '/a': 'a' },
      { turns, lookup: (_, __, callback) => callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '') },
    )
    for (const origin of [site.origin, 'http://bao.example.vn'])
      await door
        .bind(
          sourceAt(origin),
          signal,
        )({ url: `${origin}/a` })
        .catch(() => null)
    await door
      .bind(
        sourceAt('http://cham.example.vn', { politeness: { gap: '30s' } }),
        signal,
      )({
        url: 'http://cham.example.vn/',
      })
      .catch(() => null)
    expect(gaps).toEqual([
      ['127.0.0.1', 0],
      ['127.0.0.1', 0],
      ['bao.example.vn', 5000],
      ['cham.example.vn', 30_000],
    ])
  })

  it('lets different hosts answer at the same time', async () => {
    const { site, door } = await openBoth({})
    const waiting: (() => void)[] = []
    const together: Answer = (_, response) => {
      waiting.push(() => response.writeHead(200).end('x'))
      if (waiting.length === 2) for (const go of waiting) go()
    }
    site.answers['/a'] = together
    const port = new URL(site.origin).port
    const { door: second } = doorTo([site], { loopbackAllowed: new Set([site.host, `localhost:${port}`]) })
    closing.push(() => second.close())
    const source = sourceAt(site.origin)
    const fetch = second.bind(source, signal)
    await Promise.all([fetch({ url: `${site.origin}/a` }), fetch({ url: `http://localhost:${port}/a` })])
    expect(site.mostAtOnce()).toBe(2)
    await door.close()
  })

  it('stops with its signal and with one request’s own', async () => {
    const { site, door } = await openBoth({ '/a': () => {} })
    const round = new AbortController()
    const first = door.bind(sourceAt(site.origin), round.signal)({ url: `${site.origin}/a` })
    setTimeout(() => round.abort(new Error('đủ rồi')), 30)
    await expect(first).rejects.toThrow('đủ rồi')
    const single = new AbortController()
    const second = door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/a`, signal: single.signal })
    setTimeout(() => single.abort(new Error('thôi')), 30)
    await expect(second).rejects.toThrow('thôi')
  })

  it('breaks off what is under way when it is closed', async () => {
    const { site, door } = await openBoth({ '/a': () => {} })
    const pending = door.bind(sourceAt(site.origin), signal)({ url: `${site.origin}/a` })
    setTimeout(() => void door.close(), 30)
    await expect(pending).rejects.toThrow()
  })
})

/** Timers may be a little early by another clock; the gate waits from the end, so starts are further apart still. */
function expectGaps(site: Site, gapMs: number): void {
  const starts = site.visitors.map(({ startedAtMs }) => startedAtMs)
  for (let i = 2; i < starts.length; i++) expect((starts[i] ?? 0) - (starts[i - 1] ?? 0)).toBeGreaterThan(gapMs - 5)
}
