import { describe, expect, it } from 'vitest'
import { scrubHtml, scrubJson, scrubXml } from '../../src/text/scrub.ts'

const person = 'Trần Thị Thử'
const traces = /Thử|0912|thu@|tel:|mailto:|bí mật/

describe('a page that is kept', () => {
  it('names no author and gives nobody’s telephone, and keeps the article', () => {
    const scrubbed = scrubHtml(`<html><head><title>Tin</title><meta name="author" content="${person}">
      <meta property="article:published_time" content="2026-11-17T07:30:00+07:00">
      <script type="application/ld+json">{"headline":"Tin","author":{"name":"${person}"},"datePublished":"2026-11-17T07:30:00+07:00"}</script>
      <script>var tacGia = "${person}"</script></head>
      <body><!-- bí mật --><article class="author-page"><h1>Trường bản mở lớp</h1><p class="byline">${person}</p>
      <p>Học sinh vùng cao được ở lại trường cả tuần. Gọi 0912 345 678 hoặc <a href="mailto:thu@bao.example">viết thư</a>.
      ${'Nhà trường bố trí chỗ ăn ở cho các em ở xa. '.repeat(8)}</p>
      <a rel="author" href="/tac-gia/thu">${person}</a></article></body></html>`)
    expect(scrubbed).not.toMatch(traces)
    expect(scrubbed).toMatch(/Trường bản mở lớp[\s\S]*Học sinh vùng cao/)
    expect(scrubbed.match(/2026-11-17T07:30:00\+07:00/g)).toHaveLength(2)
  })

  it('is a feed without authors too, in XML and in JSON', () => {
    const rss = scrubXml(`<?xml version="1.0" encoding="windows-1258"?><rss xmlns:dc="d" xmlns:content="c"><channel>
      <managingEditor>thu@bao.example</managingEditor><item><title>Lớp mới</title><dc:creator>${person}</dc:creator>
      <link>https://a.example/1</link><content:encoded><![CDATA[<p>Gọi 0912 345 678</p>]]></content:encoded></item></channel></rss>`)
    expect(rss).not.toMatch(traces)
    expect(rss).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>[\s\S]*Lớp mới[\s\S]*https:\/\/a\.example\/1/)
    const json = scrubJson(
      JSON.stringify({
        items: [{ title: 'Lớp mới', authors: [{ name: person }], summary: '0912345678', url: 'https://a.example/1' }],
      }),
    )
    expect(JSON.parse(json)).toEqual({ items: [{ title: 'Lớp mới', summary: '[phone]', url: 'https://a.example/1' }] })
  })
})
