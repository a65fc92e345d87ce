// Feeds: an outlet's items as RSS 2.0, Atom or JSON Feed, newest first, with the names that real feeds carry.
import type { SampleItem, SampleOutlet } from './content.ts'
import { escapeText, wrap } from './markup.ts'
import { isoLocal, rfc822Local } from './moments.ts'

export type FeedInput = {
  readonly outlet: SampleOutlet
  /** Newest first. */
  readonly items: readonly SampleItem[]
  /** Of the server, without a slash at the end. */
  readonly baseUrl: string
  readonly publishedAt: (item: SampleItem) => Date
  readonly modifiedAt: (item: SampleItem) => Date | null
}

export function renderFeed(input: FeedInput): { body: string; type: string } {
  const { format } = input.outlet
  if (format === 'atom') return { body: renderAtom(input), type: 'application/atom+xml; charset=utf-8' }
  if (format === 'json') return { body: renderJson(input), type: 'application/feed+json; charset=utf-8' }
  return { body: renderRss(input), type: `application/rss+xml; charset=${input.outlet.charset}` }
}

function renderRss({ outlet, items, baseUrl, publishedAt }: FeedInput): string {
  const entry = (item: SampleItem, link: string) => `<item>
<title>${escapeText(item.title)}</title>
<link>${escapeText(link)}</link>
<guid isPermaLink="false">${outlet.id}-${escapeText(link.slice(baseUrl.length))}</guid>
<pubDate>${rfc822Local(publishedAt(item))}</pubDate>
${item.byline ? `<dc:creator>${escapeText(item.byline)}</dc:creator>` : ''}
<category>${escapeText(item.section)}</category>
${item.language === outlet.language ? '' : `<dc:language>${item.language}</dc:language>`}
<description>${escapeText(`<a href="${link}"><img src="${baseUrl}/anh/${item.slug}.svg"></a></br>${escapeText(item.lead)}`)}</description>
${outlet.format === 'rss-full' ? `<content:encoded><![CDATA[${fullText(item)}]]></content:encoded>` : ''}
</item>`
  const entries = items.flatMap((item) => {
    const link = baseUrl + item.path
    if (item.twice === 'tracking') return [entry(item, link), entry(item, `${link}?utm_source=rss&utm_medium=feed`)]
    return item.twice === 'repeated' ? [entry(item, link), entry(item, link)] : [entry(item, link)]
  })
  return `<?xml version="1.0" encoding="${outlet.charset}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${escapeText(outlet.name)}</title>
<link>${baseUrl}/${outlet.id}/</link>
<description>${escapeText(outlet.tagline)}</description>
<language>${outlet.language}</language>
${entries.join('\n')}
</channel></rss>`
}

function fullText(item: SampleItem): string {
  const [first = '', ...rest] = item.paragraphs
  return `<p><strong>${escapeText(item.lead)}</strong></p>
${wrap([first, ...rest], '<p>', '</p>')}
${item.byline ? `<p class="author"><strong>${escapeText(item.byline)}</strong></p>` : ''}`
}

function renderAtom({ outlet, items, baseUrl, publishedAt, modifiedAt }: FeedInput): string {
  const updated = (item: SampleItem) => isoLocal(modifiedAt(item) ?? publishedAt(item))
  const entries = items.map(
    (item) => `<entry>
<id>tag:song-thanh.example,${outlet.id}:${item.slug}</id>
<title type="text">${escapeText(item.title)}</title>
<link rel="alternate" type="text/html" href="${baseUrl}${item.path}"/>
<published>${isoLocal(publishedAt(item))}</published>
<updated>${updated(item)}</updated>
<author><name>${escapeText(item.byline ?? outlet.name)}</name></author>
<summary type="html">${escapeText(`<p>${escapeText(item.lead)}</p>`)}</summary>
</entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>tag:song-thanh.example,${outlet.id}</id>
<title>${escapeText(outlet.name)}</title>
<link rel="self" href="${baseUrl}/${outlet.id}${outlet.feed}"/>
<updated>${items[0] ? updated(items[0]) : ''}</updated>
${entries.join('\n')}
</feed>`
}

function renderJson({ outlet, items, baseUrl, publishedAt }: FeedInput): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `${baseUrl}/${outlet.id}/`,
    feed_url: `${baseUrl}/${outlet.id}${outlet.feed}`,
    language: outlet.language,
    items: items.map((item) => ({
      id: `${outlet.id}/${item.slug}`,
      url: baseUrl + item.path,
      title: item.title,
      summary: item.lead,
      content_text: [item.lead, ...item.paragraphs].join('\n\n'),
      date_published: isoLocal(publishedAt(item)),
      authors: item.byline ? [{ name: item.byline }] : [],
      tags: [item.section],
    })),
  })
}
