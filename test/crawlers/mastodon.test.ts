import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostCapture } from '../../src/model/capture.ts'
import { type Heard, kindsOf, listenTo, type Memory } from './listen.ts'
import { type Answer, openSite, type Site, sourceAt } from './site.ts'

const path = '/api/v1/timelines/public'

type Status = Record<string, unknown>
const status = (id: number, fields: Status = {}): Status => ({
  id: String(id),
  uri: `https://khac.example.vn/users/ai_do/statuses/${id}`,
  url: `https://khac.example.vn/@ai_do/${id}`,
  created_at: '2026-11-20T18:30:00.000Z',
  visibility: 'public',
  language: 'vi',
  spoiler_text: '',
  content: `<p>Xã tôi chưa có đường ${id}</p>`,
  account: { username: 'ai_do', display_name: 'Ai Đó', avatar: 'https://khac.example.vn/a.png', followers_count: 9 },
  mentions: [{ username: 'ban_be' }],
  media_attachments: [{ url: 'https://khac.example.vn/m.jpg' }],
  reblog: null,
  ...fields,
})

/** Pages of two posts, the older ones by max_id, as the Link header names them. */
const timeline =
  (statuses: () => Status[]): Answer =>
  (request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    const all = statuses()
    const from = all.findIndex(({ id }) => id === url.searchParams.get('max_id')) + 1
    const page = all.slice(from, from + 2)
    const next = `<http://${request.headers.host}${path}?max_id=${page.at(-1)?.id}>; rel="next", <http://x/p>; rel="prev"`
    const headers = {
      'content-type': 'application/json',
      etag: `"${all.length}"`,
      ...(page.length > 0 ? { link: next } : {}),
    }
    if (request.headers['if-none-match'] === headers.etag && from === 0) response.writeHead(304).end()
    else response.writeHead(200, headers).end(JSON.stringify(page))
  }

let site: Site
let statuses: Status[]
beforeEach(async () => {
  statuses = [5, 4, 3, 2, 1].map((id) => status(id))
  site = await openSite({ [path]: timeline(() => statuses) })
})
afterEach(() => site.close())

const source = (fields: Record<string, unknown> = {}) =>
  sourceAt(site.origin + path, { kind: 'mastodon', ownership: 'private', ...fields })
const postsOf = ({ events }: Heard): PostCapture[] => events.filter((event) => event.kind === 'post')

describe('mastodon', () => {
  it('hears posts page by page and keeps nothing but text, day, language and a key', async () => {
    const heard = await listenTo(source(), [site])
    expect(kindsOf(heard)).toEqual(['post', 'post', 'post', 'post', 'post', 'checkpoint'])
    expect(heard.expected).toBe(5)
    expect(postsOf(heard)[0]).toEqual({
      kind: 'post',
      secretKey: 'https://khac.example.vn/users/ai_do/statuses/5',
      html: '<p>Xã tôi chưa có đường 5</p>',
      // Half past one in the morning in Viet Nam.
      day: '2026-11-21',
      language: 'vi',
    })
    const withoutKeys = JSON.stringify(heard.events.map((event) => ({ ...event, secretKey: '' })))
    expect(withoutKeys).not.toMatch(/ai_do|Ai Đó|avatar|followers|ban_be|m\.jpg/)
  })

  it('takes no more than maxItems', async () => {
    expect(postsOf(await listenTo(source({ maxItems: 3 }), [site]))).toHaveLength(3)
    expect(site.paths()).toHaveLength(2)
  })

  it('passes over what is not public and what is no post', async () => {
    statuses = [
      status(4, { visibility: 'private' }),
      status(3, { visibility: 'direct' }),
      { id: 2 },
      status(1, { visibility: 'unlisted' }),
    ]
    expect(postsOf(await listenTo(source(), [site])).map(({ html }) => html)).toEqual(['<p>Xã tôi chưa có đường 1</p>'])
  })

  it('counts a boost as the post that it repeats', async () => {
    statuses = [
      status(9, { content: '', reblog: status(1) }),
      status(8, { content: '', reblog: status(2, { visibility: 'private' }) }),
    ]
    expect(postsOf(await listenTo(source(), [site])).map(({ secretKey }) => secretKey)).toEqual([
      'https://khac.example.vn/users/ai_do/statuses/1',
    ])
  })

  it('puts the content warning before the text, as text', async () => {
    statuses = [status(1, { spoiler_text: 'Y tế <b>' })]
    expect(postsOf(await listenTo(source(), [site]))[0]?.html).toBe('<p>Y tế &lt;b></p><p>Xã tôi chưa có đường 1</p>')
  })

  it('is one checkpoint when nothing is new', async () => {
    const memory: Memory = new Map()
    await listenTo(source(), [site], { memory })
    expect(kindsOf(await listenTo(source(), [site], { memory }))).toEqual(['checkpoint'])
  })

  it('never follows the Link header to another place', async () => {
    for (const link of [
      '<http://127.0.0.1:1/api/v1/timelines/public>; rel="next"',
      '</api/v1/accounts/1/statuses>; rel="next"',
    ]) {
      site.answers[path] = (_, response) => response.writeHead(200, { link }).end(JSON.stringify([status(1)]))
      const heard = await listenTo(source(), [site])
      expect(kindsOf(heard)).toEqual(['post', 'checkpoint'])
    }
    expect(site.paths().every((asked) => asked.startsWith(path))).toBe(true)
  })

  it('keeps what came before a page that failed, and says so', async () => {
    const whole = timeline(() => statuses)
    site.answers[path] = (request, response) =>
      request.url?.includes('max_id') ? response.writeHead(500).end() : whole(request, response)
    const heard = await listenTo(source(), [site])
    expect(kindsOf(heard)).toEqual(['post', 'post', 'resource_failed'])
    expect(heard.events.at(-1)).toMatchObject({ url: site.origin + path, failure: 'server_error' })
  })

  it('says when there is no timeline', async () => {
    for (const answer of ['{"error":"login"}', '<html>']) {
      site.answers[path] = answer
      expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'not_a_feed' })
    }
  })
})
