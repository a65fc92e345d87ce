import { describe, expect, it } from 'vitest'
import { judgeArticle, judgePost } from '../../classifiers/judge.ts'
import { loadModels } from '../../classifiers/load.ts'
import { compileGazetteer } from '../../classifiers/places/gazetteer.ts'
import type { ArticleCapture, FeedEntry } from '../../src/model/capture.ts'

const source = { language: 'vi', region: 'vn', article: undefined }
const context = {
  gazetteer: compileGazetteer({ regions: [], successions: [] }, {}),
  source,
  models: await loadModels('config'),
  now: new Date('2026-11-18T03:00:00Z'),
}
const url = 'https://a.example/tin/1'
const sentence = 'Sáng nay, nhiều học sinh ở điểm trường vùng cao phải nghỉ học vì đường đến lớp bị sạt lở sau mưa. '
const html = (title: string, body: string, head = '') =>
  `<html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`

function capture(page: string | null, feed: Partial<FeedEntry> | null = null): ArticleCapture {
  const validators = { etag: null, lastModified: null }
  return {
    kind: 'article',
    url,
    page: page === null ? null : { url, contentType: 'text/html', bytes: new TextEncoder().encode(page), validators },
    feed:
      feed === null ? null : { title: null, html: null, isFullText: false, published: null, language: null, ...feed },
    pageFailure: page === null ? 'server_error' : null,
    entryFingerprint: null,
  }
}

const judge = (...args: Parameters<typeof capture>) => judgeArticle(capture(...args), context)
const draftOf = (...args: Parameters<typeof capture>) => {
  const judged = judge(...args)
  if (judged.kind !== 'item') throw new Error(`dropped: ${judged.reason}`)
  return judged.draft
}
const page = html('Học sinh nghỉ học vì sạt lở', `<p>${sentence.repeat(3)}</p><p>${sentence.repeat(2)}</p>`)

describe('an article', () => {
  it('is taken from its page, with language and tags', () => {
    const draft = draftOf(page)
    expect(draft).toMatchObject({ url, title: 'Học sinh nghỉ học vì sạt lở', language: 'vi', textOrigin: 'page' })
    expect(draft.judgement.tags.map(({ convention }) => convention)).toContain('crc')
  })

  it('is read by the selectors of its source', () => {
    const marked = html('Học sinh nghỉ học vì sạt lở', `<p>${sentence.repeat(3)}</p><div class="x">${sentence}</div>`)
    const selecting = { ...source, article: { body: '.x' } }
    const judged = judgeArticle(capture(marked), { ...context, source: selecting })
    expect(judged).toMatchObject({ draft: { text: sentence.trim(), extraction: 'selectors 1' } })
  })

  it('is taken from the feed where the page fails, and says so', () => {
    const draft = draftOf(null, {
      title: 'Tin',
      html: `<p>${sentence}</p>`,
      published: 'Tue, 17 Nov 2026 08:00:00 +0700',
    })
    expect(draft).toMatchObject({
      textOrigin: 'feed',
      extraction: 'feed summary',
      publishedAt: '2026-11-17T01:00:00.000Z',
    })
  })

  it('has its first sentence above it where a post has no headline, cut after redaction', () => {
    const post = { kind: 'article', url, page: null, pageFailure: null, entryFingerprint: null } as const
    const feed = { title: null, isFullText: true, published: null, language: null }
    const text = `Ai cần nước sạch ở ba điểm trường của xã thì hãy gọi cho trung tâm qua số máy của người trực ở đó là 0912 345 678, xin cảm ơn`
    const judged = judgeArticle({ ...post, feed: { ...feed, html: `${text}<br>Nhắn @nguoitruc.` } }, context)
    if (judged.kind !== 'item') throw new Error(judged.reason)
    expect(judged.draft).toMatchObject({ url, textOrigin: 'feed', extraction: 'feed text' })
    expect(judged.draft.title).toMatch(/^Ai cần nước sạch ở ba điểm trường/)
    expect(judged.draft.title.length).toBeLessThanOrEqual(120)
    expect(judged.draft.title + judged.draft.text).not.toMatch(/0912|345|nguoitruc/)
  })

  it('is taken from the feed where the page holds back most of the text', () => {
    const full = { title: 'Tin', html: `<p>${sentence.repeat(12)}</p>`, isFullText: true }
    expect(draftOf(html('Tin', `<p>${sentence.repeat(3)}</p>`), full).textOrigin).toBe('feed')
  })

  it('is dropped, with the reason, where neither gives anything', () => {
    expect(judge(null)).toEqual({ kind: 'dropped', reason: 'page_failed' })
    expect(judge(null, { title: 'Chỉ có tít' })).toEqual({ kind: 'dropped', reason: 'page_failed' })
    expect(judge(html('Tin', ''))).toMatchObject({ kind: 'dropped' })
  })

  it('has the headline without the site’s name', () => {
    const withSite = page.replaceAll(
      'Học sinh nghỉ học vì sạt lở',
      'Học sinh nghỉ học vì sạt lở - Cổng thông tin xã Ví Dụ',
    )
    expect(draftOf(withSite, { title: 'Học sinh nghỉ học vì sạt lở' }).title).toBe('Học sinh nghỉ học vì sạt lở')
  })

  it('keeps its address when the page calls its front page the canonical one', () => {
    const careless = html('Tin', `<p>${sentence.repeat(4)}</p>`, '<link rel="canonical" href="https://a.example/">')
    expect(draftOf(careless).url).toBe(url)
  })

  it('does not believe a date in the future', () => {
    const late = { title: 'Tin', html: sentence, published: 'Tue, 17 Nov 2037 08:00:00 +0700' }
    expect(draftOf(null, late).publishedAt).toBeNull()
  })

  it('has one hash for the same words, however they are set', () => {
    const again = page.replaceAll('Sáng nay,', 'SÁNG  NAY').normalize('NFD')
    expect(draftOf(again).contentHash).toBe(draftOf(page).contentHash)
    expect(draftOf(page.replace('sạt lở sau mưa', 'sạt lở sau bão')).contentHash).not.toBe(draftOf(page).contentHash)
  })

  it('has no redactable name or number in it', () => {
    const draft = draftOf(html('Tin', `<p>${sentence.repeat(3)} Liên hệ chị Nguyễn Thị Thử, 0912 345 678.</p>`))
    expect(draft.text).toContain('[person]')
    expect(draft.text).toContain('[phone]')
    expect(draft.text).not.toMatch(/Thử|0912/)
  })
})

describe('a private post', () => {
  it('gives a day, a language and conventions: no article, no reason, and its text beside them, redacted', () => {
    const post = {
      kind: 'post',
      secretKey: 'x',
      html: `<p>${sentence} Gọi 0912 345 678.</p>`,
      day: '2026-11-17',
      language: null,
    } as const
    const { draft, text } = judgePost(post, context)
    expect(draft).toMatchObject({ day: '2026-11-17', language: 'vi' })
    expect(
      draft.judgement.tags.map(({ convention, articles, reasons }) => [convention, articles, reasons]),
    ).toContainEqual(['crc', [], []])
    expect(draft.judgement.tags.every(({ direction }) => direction === null)).toBe(true)
    expect(draft.judgement.instruments).toEqual([])
    expect(JSON.stringify(draft)).not.toContain('điểm trường')
    expect(text).not.toContain('345')
  })
})
