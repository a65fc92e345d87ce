import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClaimReviews, readJsonLd } from '../../src/text/claim-reviews.ts'
import { toFactCheck } from '../../src/text/fact-check.ts'

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://kiemchung.example/1',
  datePublished: '2026-11-10',
  claimReviewed: 'Từ tháng 12 học sinh phải nộp 500.000 đồng tiền bảo vệ',
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Zwqx Người Tung Tin' },
    appearance: { '@type': 'SocialMediaPosting', url: 'https://mxh.example/@zwqx/1' },
  },
  author: { '@type': 'Organization', name: 'Trung tâm Kiểm chứng' },
  reviewRating: { '@type': 'Rating', ratingValue: 1, alternateName: 'Sai' },
  reviewBody: 'Sở Giáo dục không có khoản thu này.',
}

describe('ClaimReview', () => {
  it('is found in a page, alone, in a list and in a graph', () => {
    for (const json of [review, [review], { '@graph': [{ '@type': 'WebPage' }, review] }])
      expect(readJsonLd(['{ broken', JSON.stringify(json)])).toEqual([
        {
          claimReviewed: review.claimReviewed,
          rating: 'Sai',
          publisher: 'Trung tâm Kiểm chứng',
          published: '2026-11-10',
          explanation: review.reviewBody,
          url: review.url,
          language: null,
        },
      ])
  })

  it('is found in a data feed', () => {
    const feed = { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review, review] }] }
    expect(readClaimReviews(feed)).toHaveLength(2)
  })

  it('is found in an answer of the Google API', () => {
    const answer = {
      claims: [
        {
          text: 'Uống nước chanh chữa khỏi sốt xuất huyết',
          claimant: 'Zwqx',
          claimReview: [
            {
              publisher: { name: 'Phòng Kiểm chứng', site: 'kiem.example' },
              ...{ url: 'https://kiem.example/2', title: 'Nước chanh không chữa sốt xuất huyết' },
              ...{ reviewDate: '2026-11-01T00:00:00Z', textualRating: 'Sai sự thật', languageCode: 'vi' },
            },
          ],
        },
      ],
    }
    expect(readClaimReviews(answer)).toMatchObject([
      { publisher: 'Phòng Kiểm chứng', rating: 'Sai sự thật', language: 'vi' },
    ])
  })

  it('never carries who made the claim, nor a person who checked it', () => {
    const byPerson = { ...review, author: { '@type': 'Person', name: 'Zwqx Phóng Viên' } }
    const found = readClaimReviews([review, byPerson])
    expect(JSON.stringify(found)).not.toMatch(/zwqx/i)
    expect(found[1]?.publisher).toBeNull()
  })

  it('takes the source for the publisher where none is named, and reads the day', () => {
    const [found] = readClaimReviews({ ...review, author: undefined })
    const now = new Date('2026-11-20T00:00:00Z')
    expect(found && toFactCheck(found, { publisher: 'Báo Kiểm', language: 'vi', now })).toMatchObject({
      ...{ publisher: 'Báo Kiểm', lang: 'vi', published: '2026-11-10' },
    })
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => Array.isArray(readClaimReviews(json))))
    const odd = fc.record({
      '@type': fc.constant('ClaimReview'),
      claimReviewed: fc.jsonValue(),
      url: fc.jsonValue(),
      author: fc.jsonValue(),
      reviewRating: fc.jsonValue(),
    })
    fc.assert(fc.property(odd, (json) => Array.isArray(readClaimReviews(json))))
    let deep: unknown = review
    for (let i = 0; i < 10_000; i++) deep = [deep]
    expect(readClaimReviews(deep)).toEqual([])
  })
})
