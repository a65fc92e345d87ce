// Scrub: a page or feed as it came, without what leads to a person, so that it may be kept as a sample. Pure.
import { type CheerioAPI, load } from 'cheerio'
import { redact } from './redact.ts'

/** Where sites write who wrote it. Longer elements are articles whose template has "author" in its name. */
const bylines = [
  '[rel~=author]',
  '[itemprop=author]',
  '[itemprop=creator]',
  '[class*=author i]',
  '[class*=byline i]',
  '[class*=tac-gia i]',
  '[class*=tacgia i]',
  '[class*=comment i]',
].join(', ')
const longestByline = 200
const authorMeta = /author|creator|^twitter:|^fb:|^profile:|^dable:author/i
/** Addresses that lead to a person. */
const personalLink = /^(?:mailto|tel|sms):|\/(?:authors?|tac-?gia|profiles?|users?|nha-bao)\/|\/@/i
const authorKey = /^(?:authors?|creator|contributors?|editor|accountablePerson|comments?)$/i
const clean = (text: string): string => (text.trim() === '' ? text : redact(text).text)

/** HTML without scripts, comments, bylines, pictures and forms; every text is redacted. */
export function scrubHtml(html: string): string {
  const $ = load(html)
  $('script:not([type="application/ld+json"]), style, noscript, iframe, svg, img, picture, video, form').remove()
  $(bylines)
    .filter((_, node) => $(node).text().trim().length <= longestByline)
    .remove()
  $('meta')
    .filter((_, node) => authorMeta.test(`${$(node).attr('name') ?? ''}${$(node).attr('property') ?? ''}`))
    .remove()
  $('meta[charset], meta[http-equiv]').remove()
  $('meta[content]').each((_, node) => {
    if (/title|description/i.test(`${$(node).attr('name') ?? ''}${$(node).attr('property') ?? ''}`))
      $(node).attr('content', clean($(node).attr('content') ?? ''))
  })
  $('[title]').each((_, node) => void $(node).attr('title', clean($(node).attr('title') ?? '')))
  $('a[href]')
    .filter((_, node) => personalLink.test($(node).attr('href') ?? ''))
    .removeAttr('href')
  $('script').each((_, node) => void $(node).text(scrubJson($(node).text())))
  scrubTexts($)
  return $.html()
}

/** A feed or sitemap without authors; the HTML in its entries is scrubbed too. */
export function scrubXml(xml: string): string {
  const $ = load(xml.replace(/^<\?xml[^>]*\?>/, ''), { xml: true })
  const authors = 'author, creator, managingeditor, webmaster, contributor, credit, comments, copyright'
  const isAuthor = new Set(authors.split(', '))
  $('*')
    .filter((_, node) => isAuthor.has(localName(node)))
    .remove()
  $('title, description, summary, content, encoded')
    .add('content\\:encoded')
    .each((_, node) => {
      if ($(node).children().length > 0) return
      const text = $(node).text()
      $(node).text(/<\w/.test(text) ? (load(scrubHtml(text))('body').html() ?? '') : clean(text))
    })
  return `<?xml version="1.0" encoding="utf-8"?>\n${spell($.xml())}`
}

/** cheerio writes every letter beyond ASCII as a number; people read samples too. */
function spell(xml: string): string {
  return xml.replace(/&#x([0-9a-f]{2,6});/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

/** JSON without keys that name people; empty where it is none. */
export function scrubJson(json: string): string {
  try {
    return JSON.stringify(scrubValue(JSON.parse(json)))
  } catch {
    return ''
  }
}

/** Times and addresses have digits that are nobody's telephone. */
const machineText = /^(?:https?:\/\/\S*|\d{4}-\d{2}-\d{2}(?:T\S*)?)$/

function scrubValue(value: unknown): unknown {
  if (typeof value === 'string')
    return machineText.test(value) ? value : /<\w/.test(value) ? scrubFragment(value) : clean(value)
  if (Array.isArray(value)) return value.map(scrubValue)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !authorKey.test(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, scrubValue(inner)]))
}

function scrubFragment(html: string): string {
  return load(scrubHtml(html))('body').html() ?? ''
}

const localName = (node: object): string =>
  'name' in node ? (String(node.name).split(':').at(-1)?.toLowerCase() ?? '') : ''

function scrubTexts($: CheerioAPI): void {
  const open: unknown[] = $.root().toArray()
  while (open.length > 0) {
    const node = open.pop() as { type: string; data?: string; name?: string; childNodes?: unknown[] }
    if (node.type === 'text') node.data = clean(node.data ?? '')
    if (node.type === 'comment') node.data = ''
    if (node.type !== 'script') open.push(...(node.childNodes ?? []))
  }
}
