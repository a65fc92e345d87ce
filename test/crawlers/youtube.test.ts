import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectCaptures, fixture } from './captures.ts'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'
import { openSite, type Site, sourceAt } from './site.ts'

const channel = 'UCsongthanhsongthanh0001'
const feedPath = `/feeds/videos.xml?channel_id=${channel}`

let site: Site
beforeEach(async () => {
  site = await openSite({
    '/feeds/videos.xml': (_, response) =>
      response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' }).end(fixture('youtube.xml')),
  })
})
afterEach(() => site.close())

const source = (path = `/channel/${channel}`) =>
  sourceAt(site.origin + path, { kind: 'youtube', ownership: 'newsroom' })

describe('a YouTube channel', () => {
  it('gives titles and descriptions from its feed, and opens no video', async () => {
    const heard = await listenTo(source(), [site])
    expectCaptures(heard, 'youtube', site.origin)
    expect(site.paths()).toEqual([feedPath])
    expect(JSON.stringify(heard.events)).not.toContain('Zwq')
  })

  it('is found by its name once', async () => {
    site.answers['/@dai.songthanh'] =
      `<html><head><link rel="canonical" href="https://www.youtube.com/channel/${channel}"></head></html>`
    const memory: Memory = new Map()
    await listenTo(source('/@dai.songthanh'), [site], { memory })
    const again = await listenTo(source('/@dai.songthanh'), [site], { memory })
    expect(kindsOf(again)).toEqual(['unchanged', 'unchanged', 'checkpoint'])
    expect(site.paths()).toEqual(['/@dai.songthanh', feedPath, feedPath])
  })

  it('says when a name leads to no channel', async () => {
    site.answers['/@khong.co'] = '<html></html>'
    expect((await listenTo(source('/@khong.co'), [site])).error).toMatchObject({ code: 'not_a_feed' })
  })

  it('is left alone where robots.txt forbids the feed', async () => {
    site.answers['/robots.txt'] = 'User-agent: *\nDisallow: /feeds/videos.xml'
    expect((await listenTo(source(), [site])).error).toMatchObject({ code: 'robots_denied' })
    expect(site.paths()).toEqual([])
  })
})

describe('a YouTube channel through the Data API', () => {
  const settings = { youtubeKey: 'khoa-bi-mat' }
  const answer = (body: string) => (_: unknown, response: import('node:http').ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)

  it('is asked with the office’s key, which stands in no address', async () => {
    site.answers['/youtube/v3/channels'] = answer(JSON.stringify({ items: [{ id: channel }] }))
    const pages = [fixture('youtube-uploads.json'), '{"items":[{"snippet":{"title":"Private video"}}]}']
    site.answers['/youtube/v3/playlistItems'] = (request, response) =>
      answer(pages[request.url?.includes('pageToken=TRANG2') ? 1 : 0] ?? '')(request, response)
    const heard = await listenTo(source('/@dai.khac'), [site], { settings })
    expect(articlesOf(heard).map(({ url, feed }) => [url, feed?.title])).toEqual([
      [`${site.origin}/watch?v=aaaaaaaaaa1`, 'Bản tin trưa'],
    ])
    expect(site.paths()).toEqual([
      '/youtube/v3/channels?part=id&forHandle=%40dai.khac',
      '/youtube/v3/playlistItems?part=snippet&playlistId=UUsongthanhsongthanh0001&maxResults=50',
      '/youtube/v3/playlistItems?part=snippet&playlistId=UUsongthanhsongthanh0001&maxResults=50&pageToken=TRANG2',
    ])
    const asked = site.visitors.filter(({ path }) => path !== '/robots.txt')
    expect(asked.every(({ headers }) => headers['x-goog-api-key'] === 'khoa-bi-mat')).toBe(true)
  })

  it('says that the key is refused, without the key', async () => {
    site.answers['/youtube/v3/playlistItems'] = (_, response) => response.writeHead(403).end('{}')
    const { error } = await listenTo(source(), [site], { settings })
    expect(error).toMatchObject({ code: 'token_refused' })
    expect(String(error)).not.toContain('khoa-bi-mat')
  })
})
