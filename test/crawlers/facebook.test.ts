// The contract with the Graph API as its documentation tells it; nothing here has met the real one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createConnectors } from '../../crawlers/index.ts'
import { expectCaptures, fixture } from './captures.ts'
import { kindsOf, listenTo } from './listen.ts'
import { parseHere } from './parse-here.ts'
import { type Answer, doorTo, openSite, type Site, sourceAt } from './site.ts'

const path = '/v23.0/uybanxa.example/posts'
const settings = { facebookToken: 'token-bi-mat' }

const page =
  (body: string): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)

let site: Site
beforeEach(async () => {
  site = await openSite({
    [path]: (request, response) =>
      page(request.url?.includes('after=') ? '{"data":[]}' : fixture('facebook.json'))(request, response),
  })
})
afterEach(() => site.close())

const source = () => sourceAt(`${site.origin}/uybanxa.example`, { kind: 'facebook', ownership: 'public_body' })

describe('a Facebook Page', () => {
  it('gives its own posts, and no comment, reaction or name', async () => {
    const heard = await listenTo(source(), [site], { settings })
    expectCaptures(heard, 'facebook', site.origin)
    expect(JSON.stringify(heard.events)).not.toMatch(/zwq/i)
  })

  it('asks for text, time and link only, with the token in a header and never in an address', async () => {
    await listenTo(source(), [site], { settings })
    const fields = 'message%2Ccreated_time%2Cpermalink_url'
    // The API's own address of the next page has the token in it and is not followed.
    expect(site.paths()).toEqual([`${path}?fields=${fields}&limit=50`, `${path}?fields=${fields}&limit=50&after=SAU`])
    const asked = site.visitors.filter((visitor) => visitor.path !== '/robots.txt')
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-bi-mat', 'Bearer token-bi-mat'])
    expect(site.visitors.find((visitor) => visitor.path === '/robots.txt')?.headers.authorization).toBeUndefined()
  })

  it.each([400, 401, 403])(
    'says what to do about a token that is answered with %s, without the token',
    async (status) => {
      site.answers[path] = (_, response) => response.writeHead(status).end('{"error":{"code":190}}')
      const { error } = await listenTo(source(), [site], { settings })
      expect(error).toMatchObject({ code: 'token_refused' })
      expect(String(error)).not.toContain('token-bi-mat')
    },
  )

  it('asks nothing without a token', async () => {
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'token_refused' })
    expect(site.visitors).toEqual([])
  })

  it('keeps a passing fault what it is', async () => {
    site.answers[path] = (_, response) => response.writeHead(500).end()
    expect((await listenTo(source(), [site], { settings })).error).toMatchObject({ code: 'server_error' })
  })

  it('never sends the token to where it is redirected, nor writes it into the ledger', async () => {
    const other = await openSite({ '/x': page(fixture('facebook.json')) })
    site.answers[path] = (_, response) => response.writeHead(302, { location: `${other.origin}/x` }).end()
    const { door, records } = doorTo([site, other])
    const { signal } = new AbortController()
    const read = createConnectors({ ...settings, youtubeKey: null, inboxFolder: '' }).facebook
    const context = {
      parse: parseHere,
      known: async () => null,
      now: () => new Date(),
      signal,
      expect: () => undefined,
      period: null,
    }
    const kinds: string[] = []
    for await (const event of read(source(), { ...context, fetch: door.bind(source(), signal) })) kinds.push(event.kind)
    await Promise.all([door.close(), other.close()])
    expect(kinds).toContain('article')
    expect(other.visitors.map(({ headers }) => headers.authorization)).toEqual(other.visitors.map(() => undefined))
    expect(JSON.stringify(records)).not.toContain('token-bi-mat')
  })

  it('says when the answer is none', async () => {
    site.answers[path] = page('[]')
    const heard = await listenTo(source(), [site], { settings })
    expect([heard.error, kindsOf(heard)]).toMatchObject([{ code: 'not_a_feed' }, []])
  })
})
