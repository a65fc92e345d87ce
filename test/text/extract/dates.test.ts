import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/text/extract.ts'

const paragraph =
  'Sáng nay, Ủy ban nhân dân xã khai trương hai lớp mẫu giáo tại bản Pa Hu và bản Huổi Tao, nhận hơn bốn mươi trẻ.'
const read = (content: string, head = '', url: string | null = 'https://bao.example.vn/bai') => {
  const html = `<head><title>Hai lớp mới</title>${head}</head><h1>Hai lớp mới</h1>${content}<p>${paragraph}</p><p>${paragraph} Hết.</p>`
  const { publishedAt, updatedAt } = extract({ html, url, now: new Date('2026-09-01') })
  return [publishedAt?.local ?? null, updatedAt?.local ?? null]
}

const published = '2026-08-17T14:05:00+07:00'
const updated = '2026-08-18T09:30:00+07:00'

describe('updatedAt', () => {
  it.each([
    [
      'JSON-LD',
      '',
      `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${published}","dateModified":"${updated}"}</script>`,
    ],
    [
      'meta elements',
      '',
      `<meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${updated}">`,
    ],
    [
      'microdata',
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Hai lớp mới</h1><meta itemprop="datePublished" content="${published}"><meta itemprop="dateModified" content="${updated}"></div>`,
      '',
    ],
    [
      'time elements',
      `<time class="published" datetime="${published}"></time><time class="updated" datetime="${updated}"></time>`,
      '',
    ],
    ['one line', '<div>Đăng lúc 14:05 17/8/2026 – Cập nhật lúc 9:30 18/8/2026</div>', ''],
    ['two lines', '<div>Cập nhật: 18/8/2026 09:30</div><div>Ngày đăng: 17/8/2026 14:05</div>', ''],
  ])('is read from %s', (_, content, head) => expect(read(content, head)).toEqual([published, updated]))

  it('is null where it is not after the publication', () => {
    const head = `<meta property="article:published_time" content="${updated}"><meta property="article:modified_time" content="${published}">`
    expect(read('', head)).toEqual([updated, null])
    expect(read('<div>Cập nhật lúc 14:05 17/8/2026</div>')).toEqual([published, null])
  })
})

describe('publishedAt', () => {
  it('without a zone is in the one that the page writes elsewhere', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-08-17 14:05:00","dateModified":"2026-08-18T09:30:00+02:00"}</script>'
    expect(read('', head)).toEqual(['2026-08-17T14:05:00+02:00', '2026-08-18T09:30:00+02:00'])
  })

  it('stands behind the headline; what portals show above it is today', () => {
    const html = `<span class="date">1/9/2026, 08:00</span><h1>Hai lớp mới</h1><span class="date">17/8/2026, 14:05</span><p>${paragraph}</p>`
    const found = extract({ html, url: 'https://bao.example.vn/bai', now: new Date('2026-09-01T05:00:00Z') })
    expect(found.publishedAt?.local).toBe(published)
  })

  it('of a file is read from the address that the page gives itself', () => {
    const link = '<link rel="canonical" href="https://bao.example.vn/2026/08/17/hai-lop-moi">'
    expect(read('', link, null)[0]).toBe('2026-08-17')
  })
})

describe('microdata', () => {
  it('gives what JSON-LD does not, and nothing of the things inside the article', () => {
    const html = `<article itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Trần Thử Dụ</span></div>
      <span itemprop="headline">Hai lớp mới</span><meta itemprop="inLanguage" content="vi"><meta itemprop="isAccessibleForFree" content="False"><p>${paragraph}</p></article>`
    const found = extract({ html, url: 'https://bao.example.vn/bai', now: new Date('2026-09-01') })
    expect(found).toMatchObject({ title: 'Hai lớp mới', language: 'vi', isPaywalled: true })
    expect(found.text).toBe(paragraph)
  })
})
