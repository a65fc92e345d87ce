import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorTo, openSite, type Site, sourceAt } from './site.ts'

const signal = new AbortController().signal
const asked: string[] = []
/** Stands for the office's proxy: it knows one name, and where its site is. */
const proxy = createServer((request, response) => {
  asked.push(request.url ?? '')
  if (request.headers['proxy-authorization'] !== `Basic ${Buffer.from('so:mật').toString('base64')}`)
    return void response.writeHead(407).end()
  const { pathname } = new URL(request.url ?? '')
  forward(site.origin + pathname, (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers)))
    .on('error', () => response.writeHead(502).end())
    .end()
})
let site: Site
let proxyUrl: string

beforeAll(async () => {
  site = await openSite({ '/tin': 'qua cổng' })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  proxyUrl = `http://so:${encodeURIComponent('mật')}@127.0.0.1:${(proxy.address() as AddressInfo).port}`
})
afterAll(async () => {
  proxy.close()
  await site.close()
})

describe('door behind a proxy', () => {
  it('asks the internet through it, this machine without it, and tells nobody its password', async () => {
    const { door, records } = doorTo([site], { proxy: proxyUrl, minGapMs: 0 })
    const outside = 'http://bao.example.vn'
    const text = async (origin: string): Promise<string> => {
      const { bytes } = await door.bind(sourceAt(origin), signal)({ url: `${origin}/tin` })
      return new TextDecoder().decode(bytes)
    }
    expect(await text(outside)).toBe('qua cổng')
    expect(asked).toEqual([`${outside}/robots.txt`, `${outside}/tin`])
    expect(await text(site.origin)).toBe('qua cổng')
    expect(asked).toHaveLength(2)
    expect(JSON.stringify(records)).not.toMatch(/mật|%E1/)
    await door.close()
  })

  it('refuses private addresses all the same', async () => {
    const { door } = doorTo([], { proxy: proxyUrl })
    const source = sourceAt('http://10.0.0.8/')
    await expect(door.bind(source, signal)({ url: 'http://10.0.0.8/' })).rejects.toMatchObject({
      code: 'address_refused',
    })
    await door.close()
  })
})
