import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFeeds } from '../../crawlers/feed.ts'
import type { Door } from '../../crawlers/http.ts'
import { createHubClient, findHub } from '../../crawlers/websub.ts'
import { crawlSource } from '../../src/pipeline/crawl.ts'
import type { Deps } from '../../src/pipeline/deps.ts'
import { createApp } from '../../src/server/app.ts'
import { applySources } from '../../src/store/sources.ts'
import type { Database } from '../../src/store/tables.ts'
import { openPipeline } from '../pipeline/deps.ts'
import { now } from '../store/samples.ts'
import { doorTo, openSite, type Site, sourceAt } from './site.ts'

const callback = 'https://lang-nghe.songthanh.example'
const source = (site: Site) => sourceAt(`${site.origin}/rss`)

let site: Site
let door: Door
let db: Database
let deps: Deps
let asked: URLSearchParams[]
let app: ReturnType<typeof createApp>

beforeEach(async () => {
  asked = []
  site = await openSite()
  site.answers['/rss'] = feed('/hub', '/rss')
  site.answers['/hub'] = (request: IncomingMessage, response) =>
    void text(request).then((form) => {
      asked.push(new URLSearchParams(form))
      response.writeHead(202).end()
    })
  door = doorTo([site]).door
  const opened = await openPipeline(async function* () {})
  db = opened.db
  deps = {
    ...opened.deps,
    connectors: { ...opened.deps.connectors, feed: readFeeds },
    bindDoor: door.bind,
    askHub: createHubClient(door.postForm, callback),
  }
  await applySources(db, [source(site)], now)
  const office = { officeName: 'Sở', version: '1', taxonomy: [], instruments: [], search: opened.search }
  app = createApp({ db, ...office, now: () => now, callback }, new Map())
})
afterEach(async () => {
  await door.close()
  await site.close()
})

const feed = (hub: string, self: string): string =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title>
   <atom:link rel="hub" href="${hub}"/><atom:link rel="self" href="${self}"/></channel></rss>`
const round = (at = now) =>
  crawlSource({ ...deps, now: () => at }, source(site), { signal: new AbortController().signal })
const visitApp = (path: string, init: RequestInit = {}, host = 'lang-nghe.songthanh.example') =>
  app.request(`https://${host}${path}`, { ...init, headers: { host, ...init.headers } })
const dueAt = async () =>
  (await db.selectFrom('source').select('next_check_at').where('id', '=', 'nguon-thu').executeTakeFirstOrThrow())
    .next_check_at
const intent = (changes: Record<string, string> = {}): string => {
  const path = new URL(asked[0]?.get('hub.callback') ?? '').pathname
  const said = { 'hub.mode': 'subscribe', 'hub.topic': `${site.origin}/rss`, 'hub.challenge': 'thử-1', ...changes }
  return `${path}?${new URLSearchParams({ ...said, 'hub.lease_seconds': '864000', ...changes })}`
}

describe('a feed with a hub', () => {
  it('is subscribed once, and again before the lease ends', async () => {
    await round()
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.topic': `${site.origin}/rss`,
      'hub.callback': expect.stringMatching(/^https:\/\/lang-nghe\.songthanh\.example\/websub\/[\w-]{24}$/),
      'hub.secret': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    await round()
    expect(asked).toHaveLength(1)
    expect(await (await visitApp(intent())).text()).toBe('thử-1')
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
    await round(inDays(5))
    expect(asked).toHaveLength(1)
    await round(inDays(9))
    expect(asked).toHaveLength(2)
    expect(asked[1]?.get('hub.callback')).toBe(asked[0]?.get('hub.callback'))
  })

  it('that refuses is asked again after a day; the round is none the worse', async () => {
    site.answers['/hub'] = (_, response) => response.writeHead(500).end()
    expect(await round()).toMatchObject({ failure: null })
    await round()
    expect(site.paths().filter((path) => path === '/hub')).toHaveLength(1)
  })

  it('is nothing to a service without a public address', async () => {
    const { askHub: _, ...without } = deps
    await crawlSource(without, source(site), { signal: new AbortController().signal })
    expect(asked).toEqual([])
  })

  it('is found in the Link header before the feed', () => {
    const response = {
      ...{ status: 200 as const, url: 'https://a.example/rss', contentType: null, bytes: new Uint8Array() },
      ...{ validators: { etag: null, lastModified: null }, maxAgeMs: null },
      link: '</hub>; rel="hub", <https://a.example/feed>; title="x"; rel=self',
    }
    const none = { hub: null, self: null, older: null }
    expect(findHub('https://a.example/f', response, none)).toEqual({
      ...{ kind: 'hub', url: 'https://a.example/f' },
      ...{ hub: 'https://a.example/hub', topic: 'https://a.example/feed' },
    })
    expect(findHub('https://a.example/f', { ...response, link: null }, none)).toBe(null)
  })
})

describe('a push', () => {
  const push = (secret: string, body = 'tin mới', signed = body) => {
    const signature = `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`
    const path = new URL(asked[0]?.get('hub.callback') ?? '').pathname
    return visitApp(path, { method: 'POST', body, headers: { 'x-hub-signature': signature } })
  }

  it('with the right signature makes the source due, and nothing of it is read', async () => {
    await round()
    expect(await dueAt()).not.toBe(now.toISOString())
    expect((await push(asked[0]?.get('hub.secret') ?? '')).status).toBe(202)
    expect(await dueAt()).toBe(now.toISOString())
    expect((await db.selectFrom('item').selectAll().execute()).length).toBe(0)
  })

  it('with a false signature does nothing', async () => {
    await round()
    const before = await dueAt()
    expect((await push('sai')).status).toBe(202)
    expect((await push(asked[0]?.get('hub.secret') ?? '', 'a', 'b')).status).toBe(202)
    expect(await dueAt()).toBe(before)
  })

  it('is refused where nobody subscribed, and too large', async () => {
    await round()
    expect((await visitApp('/websub/khong-co', { method: 'POST', body: 'x' })).status).toBe(404)
    expect((await push(asked[0]?.get('hub.secret') ?? '', 'x'.repeat(4_000_001))).status).toBe(413)
  })
})

describe('the public address', () => {
  it('answers to what was asked for only', async () => {
    await round()
    for (const wrong of [{ 'hub.topic': 'https://khac.example/' }, { 'hub.mode': 'unsubscribe' }])
      expect((await visitApp(intent(wrong as Record<string, string>))).status).toBe(404)
    expect((await visitApp(intent({ 'hub.mode': 'denied' }))).status).toBe(204)
  })

  it('opens nothing but /websub', async () => {
    expect((await visitApp('/api/meta')).status).toBe(421)
    expect((await visitApp('/')).status).toBe(421)
    expect((await visitApp('/websub/x', {}, 'khac.example')).status).toBe(421)
  })
})
