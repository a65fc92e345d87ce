import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectCaptures, fixture } from './captures.ts'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'
import { type Answer, openSite, type Site, sourceAt } from './site.ts'

const path = '/s/songthanh_example'

const message = (id: number) =>
  `<div class="tgme_widget_message" data-post="songthanh_example/${id}"><div class="tgme_widget_message_text">Tin ${id}</div>
  <a class="tgme_widget_message_date"><time datetime="2026-11-${String(id).padStart(2, '0')}T02:00:00+00:00"></time></a></div>`

/** Messages 1 to `newest`, three a page, as ?before= asks. */
const preview =
  (newest: number): Answer =>
  (request, response) => {
    const before = Number(new URL(request.url ?? '', 'http://x').searchParams.get('before') ?? newest + 1)
    const ids = [before - 3, before - 2, before - 1].filter((id) => id > 0)
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${ids.map(message).join('')}</html>`)
  }

let site: Site
beforeEach(async () => {
  site = await openSite({})
})
afterEach(() => site.close())

const source = (fields: Record<string, unknown> = {}) =>
  sourceAt(site.origin + path, { kind: 'telegram', ownership: 'public_body', ...fields })

describe('telegram', () => {
  it('takes text, time and link of a channel’s messages, and nobody’s name', async () => {
    site.answers[path] = fixture('telegram.html')
    const heard = await listenTo(source({ maxItems: 2 }), [site])
    expectCaptures(heard, 'telegram', site.origin)
    expect(JSON.stringify(heard.events)).not.toMatch(/Zwq|nguoi_gui|12\.3K|❤|Câu được trả lời|Channel created/)
  })

  it('reads older pages up to maxItems', async () => {
    site.answers[path] = preview(8)
    const heard = await listenTo(source({ maxItems: 5 }), [site])
    expect(articlesOf(heard).map(({ feed }) => feed?.html)).toEqual(['Tin 8', 'Tin 7', 'Tin 6', 'Tin 5', 'Tin 4'])
    expect(site.paths()).toEqual([path, `${path}?before=6`])
  })

  it('reads to the first message, and then only what is new', async () => {
    const memory: Memory = new Map()
    site.answers[path] = preview(4)
    expect(articlesOf(await listenTo(source(), [site], { memory }))).toHaveLength(4)
    site.answers[path] = preview(5)
    const again = await listenTo(source(), [site], { memory })
    expect(kindsOf(again)).toEqual(['article', 'unchanged', 'unchanged', 'checkpoint'])
    expect(site.paths()).toEqual([path, `${path}?before=2`, path])
  })

  it('says that there is no preview when a channel is private or missing', async () => {
    site.answers[path] = '<html><body><div class="tgme_page">Contact @songthanh_example</div></body></html>'
    const { error } = await listenTo(source(), [site])
    expect(error).toMatchObject({ code: 'not_a_feed', message: expect.stringContaining('no public preview') })
  })

  it('takes messages of no other channel', async () => {
    site.answers[path] = `<div class="tgme_channel_info"></div>${message(3).replace('songthanh_example/3', 'khac/3')}`
    expect(kindsOf(await listenTo(source(), [site]))).toEqual(['checkpoint'])
  })
})
