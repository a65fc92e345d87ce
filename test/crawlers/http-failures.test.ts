import { createServer, type Server } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FetchFailure } from '../../src/errors.ts'
import type { Source } from '../../src/model/source.ts'
import { type Answer, doorTo, type OpenDoor, openSite, type Site, sourceAt } from './site.ts'

const signal = new AbortController().signal
const html = { 'content-type': 'text/html' }
const zeros = gzipSync(Buffer.alloc(30_000_000))

/** One path for each way in which a site can fail. */
const answers: Record<string, Answer> = {
  '/401': (_, response) => response.writeHead(401).end('login'),
  '/403': (_, response) => response.writeHead(403).end('no'),
  '/404': (_, response) => response.writeHead(404).end('none'),
  '/410': (_, response) => response.writeHead(410).end('gone'),
  '/418': (_, response) => response.writeHead(418).end('tea'),
  '/204': (_, response) => response.writeHead(204).end(),
  '/304': (_, response) => response.writeHead(304).end(),
  '/451': (_, response) => response.writeHead(451).end('law'),
  '/500': (_, response) => response.writeHead(500).end('oops'),
  '/endless-500': (_, response) => void response.writeHead(500).write('x'),
  '/reset': (request) => void request.socket.destroy(),
  '/cut': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': '1000' })
    response.write('half')
    setTimeout(() => response.destroy(), 10)
  },
  '/slow-headers': () => {},
  '/slow-body': (_, response) => {
    response.writeHead(200, html)
    const timer = setInterval(() => response.write('.'), 20)
    response.once('close', () => clearInterval(timer))
  },
  '/endless': (_, response) => {
    response.writeHead(200, html)
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
    }
    response.on('drain', more)
    more()
  },
  '/bomb': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(zeros),
  '/bomb-br': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync(Buffer.alloc(3_000_000))),
  '/not-gzip': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('plain'),
  '/cut-gzip': (_, response) =>
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync('một bài báo dài'.repeat(99)).subarray(0, 40)),
  '/zstd': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'zstd' }).end('x'),
  '/layers': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip, gzip, gzip' }).end('x'),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle-2' }).end(),
  '/circle-2': (_, response) => response.writeHead(301, { location: '/circle#again' }).end(),
  '/far': (request, response) => {
    const step = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n') ?? 0)
    response.writeHead(307, { location: `/far?n=${step + 1}` }).end()
  },
  '/to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-mapped': (_, response) => response.writeHead(302, { location: 'http://[::ffff:10.0.0.1]/' }).end(),
  '/to-decimal': (_, response) => response.writeHead(302, { location: 'http://2130706433/' }).end(),
  '/to-port': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-login': (_, response) => response.writeHead(302, { location: 'http://user:secret@example.vn/' }).end(),
  '/to-nothing': (_, response) => response.writeHead(302).end(),
  '/to-nonsense': (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/captcha': (_, response) =>
    response.writeHead(403, html).end('<title>Attention Required!</title><div class="h-captcha"></div>'),
  '/captcha-200': (_, response) =>
    response.writeHead(200, html).end('<script src="/cdn-cgi/challenge-platform/h/b/x.js"></script>'),
  '/429-seconds': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
}

let site: Site
let open: OpenDoor
let source: Source

beforeAll(async () => {
  site = await openSite(answers)
  open = doorTo([site])
  source = sourceAt(site.origin, { politeness: { timeout: '1s', maxBytes: 1_000_000 } })
})
afterAll(async () => {
  await open.door.close()
  await site.close()
})

/** The failure of one request; robots.txt is asked for once and is not there. */
async function failureOf(url: string, from: Source = source): Promise<FetchFailure> {
  return open.door
    .bind(
      from,
      signal,
    )({ url })
    .then(
      () => Promise.reject(new Error('it did not fail')),
      (error) => error,
    )
}

describe('door: what a site answers', () => {
  it.each([
    ['/401', 'forbidden'],
    ['/403', 'forbidden'],
    ['/451', 'forbidden'],
    ['/captcha', 'challenge'],
    ['/captcha-200', 'challenge'],
    ['/404', 'not_found'],
    ['/410', 'gone'],
    ['/418', 'bad_response'],
    ['/204', 'bad_response'],
    ['/304', 'bad_response'],
    ['/500', 'server_error'],
    ['/endless-500', 'server_error'],
    ['/reset', 'connection'],
    ['/slow-headers', 'timeout'],
    ['/slow-body', 'timeout'],
    ['/endless', 'too_large'],
    ['/bomb', 'too_large'],
    ['/bomb-br', 'too_large'],
    ['/not-gzip', 'bad_response'],
    ['/cut-gzip', 'bad_response'],
    ['/zstd', 'bad_response'],
    ['/layers', 'bad_response'],
    ['/circle', 'redirect_loop'],
    ['/far', 'redirect_loop'],
    ['/to-metadata', 'address_refused'],
    ['/to-mapped', 'address_refused'],
    ['/to-decimal', 'address_refused'],
    ['/to-port', 'address_refused'],
    ['/to-file', 'address_refused'],
    ['/to-login', 'address_refused'],
    ['/to-nothing', 'bad_response'],
    ['/to-nonsense', 'bad_response'],
  ])('%s is %s', async (path, code) => {
    const failure = await failureOf(site.origin + path)
    expect(failure).toMatchObject({ name: 'FetchFailure', code })
    expect(failure.message).toContain('127.0.0.1')
    expect(failure.message).not.toMatch(/secret|passwd|plain|oops|\?/)
  })

  it('calls a body shorter than announced broken, not whole', async () => {
    const failure = await failureOf(`${site.origin}/cut`)
    expect(['connection', 'bad_response']).toContain(failure.code)
  })

  it('stops reading at the cap and counts no more than it', async () => {
    const record = open.records.findLast(({ url }) => url.endsWith('/endless'))
    expect(record).toMatchObject({ status: 200, failure: 'too_large', bytes: 1_000_000 })
  })

  it('asks at most five redirects', () => {
    expect(open.records.filter(({ url }) => url.includes('/far'))).toHaveLength(6)
  })

  it('reports what a 429 asks for, and sends nothing before that', async () => {
    const slow = await openSite({ '/robots.txt': '', '/': answers['/429-seconds'] as Answer, '/other': 'x' })
    const door = doorTo([slow])
    const fetch = door.door.bind(sourceAt(slow.origin), signal)
    await expect(fetch({ url: `${slow.origin}/` })).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 120_000,
    })
    const second = await fetch({ url: `${slow.origin}/other` }).catch((error) => error)
    expect(second).toMatchObject({ code: 'rate_limited' })
    expect(second.retryAfterMs).toBeGreaterThan(100_000)
    expect(slow.paths()).toEqual(['/'])
    await door.door.close()
    await slow.close()
  })

  it('reads Retry-After as a date too, by the clock of the site', async () => {
    const wrongNowMs = Date.UTC(2031, 0, 1)
    const date = new Date(wrongNowMs).toUTCString()
    const until = new Date(wrongNowMs + 90_000).toUTCString()
    const busy = await openSite({
      '/': (_, response) => response.writeHead(503, { date, 'retry-after': until }).end(),
    })
    const door = doorTo([busy])
    const failure = await door.door
      .bind(
        sourceAt(busy.origin),
        signal,
      )({ url: `${busy.origin}/` })
      .catch((error) => error)
    expect(failure.code).toBe('server_error')
    expect(failure.retryAfterMs).toBe(90_000)
    await door.door.close()
    await busy.close()
  })
})

describe('door: what it does not reach', () => {
  it.each([
    'http://10.0.0.1/',
    'http://[::1]:8080/',
    'http://0x7f.1/',
    'http://localhost:1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user:secret@example.vn/',
    'ftp://example.vn/',
  ])('refuses %s', async (url) => {
    expect(await failureOf(url)).toMatchObject({ code: 'address_refused' })
  })

  it('refuses a name when one of its addresses is private, whatever the others are', async () => {
    const { door, records } = doorTo([], {
      lookup: (_, options, callback) =>
        callback(
          null,
          options.all
            ? [
                { address: '93.184.216.34', family: 4 },
                { address: '10.0.0.7', family: 4 },
              ]
            : '',
        ),
    })
    const source = sourceAt('http://noi-bo.example.vn/')
    const failure = await door
      .bind(
        source,
        signal,
      )({ url: 'http://noi-bo.example.vn/' })
      .catch((error) => error)
    expect(failure.code).toBe('address_refused')
    expect(records).toMatchObject([
      { url: 'http://noi-bo.example.vn/robots.txt', failure: 'address_refused', status: null },
    ])
    await door.close()
  })

  it('does not let a name lead to a loopback service that only its address was allowed for', async () => {
    const { door } = doorTo([site], {
      lookup: (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    })
    const url = `http://la.example.vn:${new URL(site.origin).port}/`
    expect(
      await door
        .bind(
          sourceAt(url),
          signal,
        )({ url })
        .catch((error) => error.code),
    ).toBe('address_refused')
    await door.close()
  })

  it('tells a name without address from a refused connection and from missing TLS', async () => {
    const { door } = doorTo([site], {
      loopbackAllowed: new Set([site.host, '127.0.0.1:9']),
      lookup: (_, __, callback) => callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), ''),
    })
    const codeOf = (url: string): Promise<string> =>
      door
        .bind(
          sourceAt(url),
          signal,
        )({ url })
        .then(
          () => 'fine',
          (error) => error.code,
        )
    expect(await codeOf('http://khong-co.example.vn/')).toBe('dns')
    expect(await codeOf('http://127.0.0.1:9/')).toBe('connection')
    expect(await codeOf(`https://${site.host}/`)).toBe('tls')
    await door.close()
  })

  it('calls what is not HTTP a bad response', async () => {
    const server: Server = createServer((socket) => void socket.end('SSH-2.0-OpenSSH\r\n\r\n'))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const address = server.address()
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const { door } = doorTo([], { loopbackAllowed: new Set([host]) })
    const url = `http://${host}/`
    expect(
      await door
        .bind(
          sourceAt(url),
          signal,
        )({ url })
        .catch((error) => error.code),
    ).toBe('bad_response')
    await door.close()
    server.close()
  })
})
