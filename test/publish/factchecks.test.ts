import { load } from 'cheerio'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { Publication } from '../../src/model/publication.ts'
import { writeAtom } from '../../src/publish/atom.ts'
import { toClaimReview } from '../../src/publish/claimreview.ts'
import { writePage } from '../../src/publish/page.ts'

const publisher = { name: 'Sở Văn hóa & Thể thao', site: 'https://so.example/kiem-chung/' }
const base: Publication = {
  ...{ id: 3, language: 'vi', verdict: 'false', status: 'standing', withdrawnOn: null, withdrawnBecause: null },
  wording: 'Học sinh phải nộp 500.000 đồng tiền bảo vệ',
  explanation: 'Sở Giáo dục không có khoản thu này.',
  ...{ publishedOn: '2026-11-18', changedAt: '2026-11-18T03:00:00.000Z' },
  sources: [
    {
      publisher: 'Trung tâm',
      published: '2026-11-10',
      url: 'https://k.example/1',
      kind: 'factcheck',
      quote: 'Không có khoản thu này.',
    },
  ],
}
const gone: Publication = {
  ...base,
  id: 4,
  status: 'withdrawn',
  withdrawnOn: '2026-11-19',
  withdrawnBecause: 'Văn bản mới.',
}
const updatedAt = '2026-11-20T00:00:00.000Z'

describe('a published verdict', () => {
  it('is a ClaimReview by the office, without anybody who made the claim', () => {
    const review = toClaimReview(base, publisher, 'vi')
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: base.wording,
      url: 'https://so.example/kiem-chung/factchecks.html#f3',
      reviewRating: { ratingValue: 1, bestRating: 5, alternateName: 'Sai' },
      author: { '@type': 'Organization', name: publisher.name },
    })
    expect(review).not.toHaveProperty('itemReviewed')
  })

  it('has no number where nothing is proven, and is no ClaimReview once withdrawn', () => {
    expect(toClaimReview({ ...base, verdict: 'unproven' }, publisher, 'en')?.reviewRating).toEqual({
      ...{ '@type': 'Rating', alternateName: 'Unproven' },
    })
    expect(toClaimReview(gone, publisher, 'vi')).toBeNull()
  })

  it('stands on a page of its own, in both languages, the withdrawn one marked', () => {
    const vi = load(writePage([base, gone], { publisher, language: 'vi', other: 'factchecks.en.html' }))
    expect(vi('#f3 .verdict').text()).toBe('Sai')
    expect(vi('#f4 .verdict').text()).toBe('Đã rút lại từ ngày 2026-11-19')
    expect(vi('#f4').text()).not.toContain('Sở Giáo dục')
    expect(
      vi('script, link, img, iframe')
        .toArray()
        .map((one) => one.attribs.type),
    ).toEqual(['application/ld+json'])
    const en = load(writePage([base], { publisher, language: 'en', other: 'factchecks.html' }))
    expect(en('#f3 .verdict').text()).toBe('False')
  })

  it('stands in a feed, and changes there when it is withdrawn', () => {
    const feed = writeAtom([gone, base], { publisher, language: 'vi', updatedAt })
    expect(XMLValidator.validate(feed)).toBe(true)
    const { entry } = new XMLParser().parse(feed).feed
    expect(entry.map(({ title }: { title: string }) => title.split(':')[0])).toEqual(['Đã rút lại', 'Sai'])
  })

  it('stays text, whatever a reviewer writes', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script><script>alert(1)</script>', '<b>&amp;</b>', ']]>', '\u0000"\''),
    )
    fc.assert(
      fc.property(words, words, (wording, explanation) => {
        const one = { ...base, wording, explanation }
        const page = load(writePage([one], { publisher, language: 'vi', other: '' }))
        expect(page('script').length).toBe(1)
        expect(JSON.parse(page('script').text()).claimReviewed).toBe(wording)
        expect(page('article').length + page('b').length).toBe(1)
        expect(XMLValidator.validate(writeAtom([one], { publisher, language: 'vi', updatedAt }))).toBe(true)
      }),
    )
  })
})
