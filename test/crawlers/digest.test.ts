import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitDigest } from '../../crawlers/digest.ts'
import { htmlToText } from '../../src/text/html-text.ts'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'
import { openSite, sourceAt } from './site.ts'

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/crawlers/${name}`, import.meta.url), 'utf8')
const origin = 'https://bao.songthanh.example'
const address = `${origin}/rss`
const split = (html: string, selector = 'h3', url: string | null = `${origin}/diem-tin/20-11.html`) =>
  splitDigest(
    { url, id: null, entry: { title: 'Điểm tin', html, isFullText: true, published: '2026-11-20', language: 'vi' } },
    selector,
    address,
  )

describe('a digest', () => {
  it('becomes its stories: their own pages where they have one, else an address in the entry’s', () => {
    const stories = split(fixture('digest.html')).map(({ url, feed, hasPage }) => ({
      path: url.slice(origin.length).replace(/#.+$/, '#'),
      title: feed?.title,
      hasPage,
    }))
    expect(stories).toEqual(JSON.parse(fixture('digest.expected.json')))
  })

  it('gives each story its own text, all of it and nothing of the others', () => {
    const texts = split(fixture('digest.html')).map(({ feed }) => htmlToText(feed?.html ?? ''))
    expect(texts[1]).toBe(
      'Xã Bến Đò có trạm y tế mới\nTrạm mở cửa cả ngày cuối tuần.\nNgười khuyết tật có lối đi riêng.',
    )
    expect(texts[0]).toContain('Ba trường vùng cao')
    expect(texts[0]).not.toContain('Điểm tin sáng')
  })

  it('keeps a story’s address when its text is edited, and tells that it was', () => {
    const html = '<ul><li><b>Mưa lớn</b> ở Bến Đò.</li><li>Giá lúa tăng nhẹ.</li></ul><p>Hết.</p>'
    const [before, after] = [split(html, 'li'), split(html.replace('ở Bến Đò', 'ở Bến Đò, hai xã mất điện'), 'li')]
    expect(after.map(({ url }) => url)).toEqual(before.map(({ url }) => url))
    expect(after[0]?.entryFingerprint).not.toBe(before[0]?.entryFingerprint)
    expect(after[1]?.entryFingerprint).toBe(before[1]?.entryFingerprint)
    expect(before.map(({ feed }) => feed?.title)).toEqual(['Mưa lớn', 'Giá lúa tăng nhẹ.'])
    expect(split(html, 'li', null)[0]?.url).toMatch(/\/rss#./)
  })

  it('is left whole where the selector finds fewer than two stories', () => {
    expect(split('<h3>Một chuyện</h3><p>Chữ.</p>')).toEqual([])
    expect(() => split(fixture('digest.html'), '..')).toThrow(expect.objectContaining({ code: 'no_links' }))
  })

  it('loses no story, whatever stands around them', () => {
    const around = fc.constantFrom('<div>$</div>', '$', '<section><p>$</p></section>', '<p>x</p>$')
    fc.assert(
      fc.property(fc.array(around, { minLength: 2, maxLength: 12 }), (boxes) => {
        const html = boxes.map((box, i) => box.replace('$', `<h4>Tin ${i}</h4>chữ ${i}`)).join('')
        const stories = split(html, 'h4')
        expect(stories.map(({ feed }) => feed?.title)).toEqual(boxes.map((_, i) => `Tin ${i}`))
        expect(new Set(stories.map(({ url }) => url)).size).toBe(boxes.length)
      }),
    )
  })
})

it('a source with `digest` brings each story once', async () => {
  const site = await openSite({ '/giao-duc/1.html': '<html>bài</html>', '/tiep-dan.html': '<html>lịch</html>' })
  const item = `<item><title>Điểm tin</title><link>/diem-tin/20-11.html</link><description><![CDATA[${fixture('digest.html')}]]></description></item>`
  site.answers['/rss'] = `<rss version="2.0"><channel><title>t</title>${item}</channel></rss>`
  const source = sourceAt(`${site.origin}/rss`, { digest: { split: 'h3' } })
  const memory: Memory = new Map()
  const first = await listenTo(source, [site], { memory })
  expect(articlesOf(first)).toHaveLength(4)
  expect(articlesOf(first).filter(({ page }) => page)).toHaveLength(2)
  expect(site.paths()).not.toContain('/diem-tin/20-11.html')
  expect(kindsOf(await listenTo(source, [site], { memory }))).toEqual([...Array(4).fill('unchanged'), 'checkpoint'])
  await site.close()
})
