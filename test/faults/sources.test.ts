// The product's one suite of faults at sources: each way to fail has its own outcome, and none holds up the others.
import type { RequestListener } from 'node:http'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLexicon } from '../../classifiers/load.ts'
import { createDoor, type Door } from '../../crawlers/http.ts'
import { createConnectors } from '../../crawlers/index.ts'
import type { Parse } from '../../crawlers/parsers.ts'
import type { CrawlResult } from '../../src/model/crawl.ts'
import type { FailureCode } from '../../src/model/failure.ts'
import type { Source } from '../../src/model/source.ts'
import { crawlSource } from '../../src/pipeline/crawl.ts'
import type { Deps } from '../../src/pipeline/deps.ts'
import { readRegisters } from '../../src/registers.ts'
import { createSharedTurns } from '../../src/store/host-turns.ts'
import { applySources } from '../../src/store/sources.ts'
import { explainFailure } from '../../src/text/failure-words.ts'
import { createJudge } from '../../src/threads/judge-pool.ts'
import { createParsing, type Parsing } from '../../src/threads/parse-pool.ts'
import { article, openPipeline } from '../pipeline/deps.ts'
import { makeSource } from '../store/samples.ts'
import { always, closeAll, entityBomb, feedOf, gzipBomb, type OpenSite, openAt, writeWithoutEnd, xml } from './sites.ts'

const connectors = createConnectors({ facebookToken: null, youtubeKey: null, inboxFolder: '' })

type Fault = {
  /** Null for a socket that is reset. */
  readonly site?: RequestListener | null
  readonly isClosed?: boolean
  /** In place of the site's own address. */
  readonly url?: (host: string) => string
  readonly source?: Record<string, unknown>
  readonly failure?: FailureCode
  /** Articles that are kept all the same. */
  readonly stored?: number
}

const good = feedOf([{ title: 'Xã mở lớp học chữ buổi tối' }, { title: 'Trạm y tế có thêm bác sĩ' }])
const calm = feedOf([{ title: 'Chợ phiên dời sang sáng chủ nhật' }, { title: 'Thư viện xã nhận sách mới' }])
const sendFeed = (feed: string, headers = {}) =>
  always((response) => response.writeHead(200, { ...xml, ...headers }).end(feed))
const redirectTo = (location: string) => always((response) => response.writeHead(302, { location }).end())
const slow = { politeness: { gap: '0s', timeout: '3s' } }
let hasFlapped = false

const faults: Record<string, Fault> = {
  'a name that does not exist': { url: () => 'http://khong-co.example.vn/feed', failure: 'dns' },
  'a refused connection': { site: always(() => {}), isClosed: true, failure: 'connection' },
  'a connection that is reset': { site: null, failure: 'connection' },
  'no TLS where it is promised': { site: always(() => {}), url: (host) => `https://${host}/feed`, failure: 'tls' },
  'headers that never come': { site: always(() => {}), source: slow, failure: 'timeout' },
  'a body that drips': {
    site: always((response) => {
      const timer = setInterval(() => response.write('<'), 50)
      response.once('close', () => clearInterval(timer))
    }),
    source: slow,
    failure: 'timeout',
  },
  'a body without end': { site: always(writeWithoutEnd), failure: 'too_large' },
  'a body shorter than announced': {
    site: always((response) => {
      response.writeHead(200, { ...xml, 'content-length': '9000' }).write(good)
      setTimeout(() => response.destroy(), 20)
    }),
    failure: 'connection',
  },
  'a gzip bomb': {
    site: always((response) => response.writeHead(200, { ...xml, 'content-encoding': 'gzip' }).end(gzipBomb)),
    failure: 'too_large',
  },
  'an entity bomb': { site: sendFeed(feedOf([{ title: 'Tin &a8;' }, { title: 'Tin thường' }], entityBomb)), stored: 2 },
  'a feed with 100,000 items': {
    site: sendFeed(feedOf(Array.from({ length: 100_000 }, (_, i) => ({ title: `Tin số ${i}`, html: `<p>${i}</p>` })))),
    source: { politeness: { gap: '0s', maxBytes: 50_000_000 }, maxItems: 20 },
  },
  'a redirect in a circle': { site: redirectTo('/again'), failure: 'redirect_loop' },
  'a redirect to a private address': { site: redirectTo('http://192.168.1.1/admin'), failure: 'address_refused' },
  'a redirect to another port of this machine': { site: redirectTo('http://127.0.0.1:9/'), failure: 'address_refused' },
  'a name that turns to a private address': {
    url: () => 'http://doi-dia-chi.example.vn/feed',
    failure: 'address_refused',
  },
  '429 with Retry-After': {
    site: always((response) => response.writeHead(429, { 'retry-after': '7200' }).end()),
    failure: 'rate_limited',
  },
  '429 without Retry-After': { site: always((response) => response.writeHead(429).end()), failure: 'rate_limited' },
  'a server that fails now and then': {
    site: (request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end()
      if (hasFlapped) return void response.writeHead(200, xml).end(good)
      hasFlapped = true
      response.writeHead(502).end()
    },
    failure: 'server_error',
  },
  'a changed site': {
    site: always((response) => response.end('<html><body><a class="new" href="/1">Tin</a></body></html>')),
    source: { kind: 'listing', listing: { link: 'h3.old a' } },
    failure: 'no_links',
  },
  'a captcha page': {
    site: always((response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<title>Xác minh bạn là người</title><div class="g-recaptcha"></div>'),
    ),
    failure: 'challenge',
  },
  'a clock that is years off': { site: sendFeed(good, { date: 'Tue, 01 Jan 2036 00:00:00 GMT' }), stored: 2 },
  'dates in the future': {
    site: sendFeed(feedOf([{ title: 'Họp báo sẽ được tổ chức', published: 'Fri, 16 Nov 2035 08:00:00 +0700' }])),
    stored: 1,
  },
  'a page that is no feed': {
    site: always((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Trang chủ</h1>')),
    failure: 'not_a_feed',
  },
  'nothing wrong': { site: sendFeed(calm), stored: 2 },
}

/** A rebinding name has turned private by the time of the connection: the door asks once, for the socket itself. */
const lookup: LookupFunction = (name, _options, callback) => {
  if (name !== 'doi-dia-chi.example.vn') return callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '')
  callback(null, [{ address: '10.1.2.3', family: 4 }])
}

const sites = new Map<string, OpenSite>()
const sources = new Map<string, Source>()
const results = new Map<string, CrawlResult>()
const finished: string[] = []
let deps: Deps
let door: Door
let parsing: Parsing<Parse>
let db: Awaited<ReturnType<typeof openPipeline>>['db']

async function crawl(name: string): Promise<CrawlResult> {
  const result = await crawlSource(deps, sources.get(name) as Source, { signal: new AbortController().signal })
  finished.push(name)
  return result
}

/** In a running service the threads are there already. */
async function warmUp(): Promise<void> {
  const now = deps.now()
  const url = 'http://am.example.vn/feed'
  const ask = { address: url, digest: undefined, maxItems: 1, now }
  const read = () => deps.parse('feed', { bytes: new TextEncoder().encode(calm), contentType: null, url }, ask)
  const source = [...sources.values()][0] as Source
  await Promise.all([read(), read(), deps.judge.article(article('am', '<p>Tin thử.</p>'), source, now)])
}

beforeAll(async () => {
  let number = 0
  for (const [name, { site, isClosed, url, source }] of Object.entries(faults)) {
    if (site !== undefined) sites.set(name, await openAt(site, { isClosed: isClosed ?? false }))
    const host = sites.get(name)?.host ?? ''
    const politeness = { gap: '0s', timeout: '20s' }
    sources.set(
      name,
      makeSource(`loi-${++number}`, { url: url?.(host) ?? `http://${host}/feed`, politeness, ...source }),
    )
  }
  const pipeline = await openPipeline(async function* () {})
  db = pipeline.db
  await applySources(db, [...sources.values()], pipeline.deps.now())
  door = createDoor({
    userAgent: 'LangNgheBot/0.1 (+https://example.vn/bot)',
    now: pipeline.deps.now,
    turns: createSharedTurns(db),
    loopbackAllowed: new Set([...sites.values()].map(({ host }) => host)),
    minGapMs: 0,
    lookup,
  })
  const { registers, aliases } = await readRegisters('config')
  const judge = createJudge({ lexicon: await readLexicon('config'), regions: registers, aliases })
  parsing = createParsing<Parse>(new URL('../../crawlers/parsers.ts', import.meta.url))
  deps = { ...pipeline.deps, connectors, bindDoor: door.bind, parse: parsing.parse, judge }
  await warmUp()
  await Promise.all([...sources.keys()].map(async (name) => results.set(name, await crawl(name))))
}, 60_000)

afterAll(async () => {
  await door.close()
  await parsing.close()
  await deps.judge.close()
  await db.destroy()
  closeAll(sites.values())
})

const storedIn = (name: string): number =>
  results.get(name)?.outcomes.find(({ result }) => result === 'stored')?.count ?? 0

describe('a source with', () => {
  it.each(Object.entries(faults))('%s', (name, { failure, stored }) => {
    const result = results.get(name)
    expect(result).toMatchObject({ failure: failure ?? null, status: failure ? 'failed' : 'ok' })
    if (stored !== undefined) expect(storedIn(name)).toBe(stored)
    if (failure) {
      expect(result?.message).toBeTruthy()
      expect(explainFailure(failure, 'vi')).toMatch(/\. \S/)
    }
  })
})

describe('faults', () => {
  it('do not hold up a source that is well', () => {
    const slowest = ['headers that never come', 'a body that drips']
    for (const name of slowest) expect(finished.indexOf('nothing wrong')).toBeLessThan(finished.indexOf(name))
  })

  it('lead to a later next check, after Retry-After at the earliest, and never to none', async () => {
    const rows = await db.selectFrom('source').select(['id', 'next_check_at', 'failure']).execute()
    const nowMs = deps.now().getTime()
    for (const row of rows.filter(({ id }) => id.startsWith('loi-')))
      expect(Date.parse(row.next_check_at)).toBeGreaterThan(nowMs)
    const limited = rows.find(({ id }) => id === sources.get('429 with Retry-After')?.id)
    expect(Date.parse(limited?.next_check_at ?? '')).toBeGreaterThanOrEqual(nowMs + 7_200_000)
  })

  it('are forgotten when the site has recovered', async () => {
    const name = 'a server that fails now and then'
    expect(await crawl(name)).toMatchObject({ status: 'ok', failure: null })
    const row = await db
      .selectFrom('source')
      .select(['failures', 'failure'])
      .where('id', '=', sources.get(name)?.id ?? '')
      .executeTakeFirst()
    expect(row).toEqual({ failures: 0, failure: null })
  })

  it('take no more from an immense feed than was asked for', () => {
    const outcomes = results.get('a feed with 100,000 items')?.outcomes ?? []
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(20)
  })

  it('never date an article in the future', async () => {
    const id = sources.get('dates in the future')?.id ?? ''
    const rows = await db.selectFrom('item').select(['published_at', 'day']).where('source_id', '=', id).execute()
    expect(rows).toEqual([{ published_at: null, day: '2026-11-18' }])
  })
})
