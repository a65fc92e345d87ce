import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostCapture } from '../../src/model/capture.ts'
import { expectCaptures, fixture } from './captures.ts'
import { articlesOf, type Heard, kindsOf, listenTo, type Memory } from './listen.ts'
import { type Answer, openSite, type Site, sourceAt } from './site.ts'

const accountPath = '/profile/songthanh.example'
const authorFeed = '/xrpc/app.bsky.feed.getAuthorFeed'
const customFeed = '/xrpc/app.bsky.feed.getFeed'
const resolve = '/xrpc/com.atproto.identity.resolveHandle'

const json =
  (value: unknown): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

const entry = (id: number, fields: Record<string, unknown> = {}) => ({
  post: {
    uri: `at://did:plc:ai/app.bsky.feed.post/${id}`,
    indexedAt: '2026-11-20T18:30:00.000Z',
    author: { did: 'did:plc:ai', handle: 'zwqx.example', displayName: 'Ai Đó Zwq', labels: [] },
    record: { text: `Xã tôi chưa có đường ${id}`, createdAt: '2001-01-01T00:00:00.000Z', langs: ['vi'] },
    ...fields,
  },
})

/** Two entries a page, the next ones by cursor. */
const paged =
  (entries: readonly unknown[]): Answer =>
  (request, response) => {
    const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? 0)
    const cursor = from + 2 < entries.length ? { cursor: String(from + 2) } : {}
    json({ feed: entries.slice(from, from + 2), ...cursor })(request, response)
  }

let site: Site
beforeEach(async () => {
  site = await openSite({})
})
afterEach(() => site.close())

describe('an organisation’s Bluesky account', () => {
  const account = (fields: Record<string, unknown> = {}) =>
    sourceAt(site.origin + accountPath, { kind: 'bluesky', ownership: 'organisation', ...fields })

  it('gives its own posts as articles, and nothing of anybody', async () => {
    site.answers[authorFeed] = json({ ...JSON.parse(fixture('bluesky-account.json')), cursor: undefined })
    const heard = await listenTo(account(), [site])
    expectCaptures(heard, 'bluesky-account', site.origin)
    expect(kindsOf(heard).at(-1)).toBe('checkpoint')
    expect(JSON.stringify(heard.events)).not.toMatch(/did:plc|displayName|Trung tâm|avatar|likeCount/)
  })

  it('asks for posts without replies, and for no more than it needs', async () => {
    site.answers[authorFeed] = json({ feed: [] })
    await listenTo(account({ maxItems: 30 }), [site])
    expect(site.paths()).toEqual([`${authorFeed}?actor=songthanh.example&filter=posts_no_replies&limit=30`])
  })

  it('pages by cursor up to maxItems', async () => {
    site.answers[authorFeed] = paged([1, 2, 3, 4, 5].map((id) => entry(id)))
    const heard = await listenTo(account({ maxItems: 3 }), [site])
    expect(articlesOf(heard)).toHaveLength(3)
    expect(heard.expected).toBe(3)
    expect(site.paths()).toHaveLength(2)
  })

  it('reads back only to what it knows, and knows an edit', async () => {
    const memory: Memory = new Map()
    site.answers[authorFeed] = paged([1, 2, 3, 4, 5].map((id) => entry(id)))
    await listenTo(account(), [site], { memory })
    const before = site.paths().length
    const edited = { record: { text: 'Đã có đường', createdAt: '2001-01-01T00:00:00.000Z' } }
    site.answers[authorFeed] = paged([entry(1, edited), ...[2, 3, 4, 5].map((id) => entry(id))])
    const heard = await listenTo(account(), [site], { memory })
    expect(kindsOf(heard)).toEqual(['article', 'unchanged', 'checkpoint'])
    expect(site.paths().length - before).toBe(1)
  })

  it('ends after a few pages that hold nothing of its own', async () => {
    const repost = { ...entry(1), reason: { $type: 'app.bsky.feed.defs#reasonRepost' } }
    site.answers[authorFeed] = paged(Array.from({ length: 40 }, () => repost))
    expect(kindsOf(await listenTo(account(), [site]))).toEqual(['checkpoint'])
    expect(site.paths()).toHaveLength(5)
  })

  it('goes back to days gone by, and takes those days only', async () => {
    const on = (id: number, day: string) =>
      entry(id, { record: { text: `Tin ${id}`, createdAt: `${day}T03:00:00.000Z` } })
    const days = ['2026-11-20', '2026-11-12', '2026-11-11', '2026-11-10', '2026-11-01', '2026-10-01', '2026-09-01']
    site.answers[authorFeed] = paged(days.map((day, i) => on(i, day)))
    const period = { from: '2026-11-10', to: '2026-11-11' }
    const heard = await listenTo(account({ maxItems: 1 }), [site], { period })
    expect(articlesOf(heard).map(({ feed }) => feed?.html)).toEqual(['Tin 2', 'Tin 3'])
    expect(site.paths()).toHaveLength(3)
  })

  it('keeps what came before a page that failed', async () => {
    const whole = paged([1, 2, 3].map((id) => entry(id)))
    site.answers[authorFeed] = (request, response) =>
      request.url?.includes('cursor') ? response.writeHead(500).end() : whole(request, response)
    expect(kindsOf(await listenTo(account(), [site]))).toEqual(['article', 'article', 'resource_failed'])
  })

  it('says when the answer is none', async () => {
    for (const answer of ['<html>', '{"feed":1}']) {
      site.answers[authorFeed] = answer
      expect((await listenTo(account(), [site])).error).toMatchObject({ code: 'not_a_feed' })
    }
  })
})

describe('a public custom feed', () => {
  const feed = (path = '/profile/did:plc:nguoilam/feed/nhanquyen') =>
    sourceAt(site.origin + path, { kind: 'bluesky', ownership: 'private' })
  const postsOf = ({ events }: Heard): PostCapture[] => events.filter((event) => event.kind === 'post')

  it('is heard post by post: text, day, language and a key, nothing else', async () => {
    site.answers[customFeed] = paged([1, 2, 3].map((id) => entry(id)))
    const heard = await listenTo(feed(), [site])
    expect(kindsOf(heard)).toEqual(['post', 'post', 'post', 'checkpoint'])
    expect(postsOf(heard)[0]).toEqual({
      kind: 'post',
      secretKey: 'at://did:plc:ai/app.bsky.feed.post/1',
      html: 'Xã tôi chưa có đường 1',
      // When it was first seen, in Viet Nam; what the post says of itself can be any day.
      day: '2026-11-21',
      language: 'vi',
    })
    expect(JSON.stringify(postsOf(heard).map((post) => ({ ...post, secretKey: '' })))).not.toMatch(/zwq|did:/i)
  })

  it('passes over who asks not to be shown to people without a login', async () => {
    const author = { handle: 'zwqx.example', labels: [{ val: '!no-unauthenticated' }] }
    site.answers[customFeed] = paged([entry(1, { author }), entry(2)])
    expect(postsOf(await listenTo(feed(), [site])).map(({ html }) => html)).toEqual(['Xã tôi chưa có đường 2'])
  })

  it('finds the maker’s DID once', async () => {
    site.answers[resolve] = json({ did: 'did:plc:nguoilam' })
    site.answers[customFeed] = paged([entry(1)])
    const named = feed('/profile/nguoilam.example/feed/nhanquyen')
    await listenTo(named, [site])
    await listenTo(named, [site])
    const uri = encodeURIComponent('at://did:plc:nguoilam/app.bsky.feed.generator/nhanquyen')
    expect(site.paths()).toEqual([
      `${resolve}?handle=nguoilam.example`,
      `${customFeed}?feed=${uri}&limit=50`,
      `${customFeed}?feed=${uri}&limit=50`,
    ])
  })
})
