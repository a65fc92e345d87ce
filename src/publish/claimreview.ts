// A published verdict as schema.org ClaimReview: the office is its author; nobody who made the claim is named.
import type { InterfaceLanguage } from '../model/language.ts'
import type { Publication, Publisher } from '../model/publication.ts'
import type { Verdict } from '../model/review.ts'
import { verdictWords } from './words.ts'

/** From 1 (false) to 5 (true), as search engines read it; without a number where nothing is proven. */
const ratings: Readonly<Record<Verdict, number | null>> = {
  ...{ false: 1, fraud: 1, misleading: 2, mostly_true: 4, true: 5 },
  ...{ unproven: null, opinion: null },
}

/** The file of a fact-check: "3.json". */
export const fileOf = ({ id }: Pick<Publication, 'id'>): string => `${id}.json`

/** Where a fact-check stands under the publisher's address; null without one. */
export const addressOf = ({ id }: Pick<Publication, 'id'>, { site }: Publisher): string | null =>
  site === null ? null : `${site.replace(/\/$/, '')}/factchecks.html#f${id}`

/** JSON-LD of a verdict that stands; null for one that was withdrawn: search engines are to forget it. */
export function toClaimReview(
  publication: Publication,
  publisher: Publisher,
  language: InterfaceLanguage,
): Readonly<Record<string, unknown>> | null {
  if (publication.status !== 'standing') return null
  const { verdict, wording, explanation, publishedOn } = publication
  const url = addressOf(publication, publisher)
  const number = ratings[verdict]
  const appearances = publication.sources.flatMap((source) => source.url ?? [])
  const organisation = {
    ...{ '@type': 'Organization', name: publisher.name },
    ...(publisher.site === null ? {} : { url: publisher.site }),
  }
  return {
    ...{ '@context': 'https://schema.org', '@type': 'ClaimReview' },
    ...(url === null ? {} : { url }),
    ...{ datePublished: publishedOn, inLanguage: publication.language, claimReviewed: wording },
    reviewRating: {
      ...{ '@type': 'Rating', alternateName: verdictWords[verdict][language] },
      ...(number === null ? {} : { ratingValue: number, bestRating: 5, worstRating: 1 }),
    },
    ...(explanation === '' ? {} : { reviewBody: explanation }),
    ...(appearances.length === 0 ? {} : { citation: appearances }),
    ...{ author: organisation, publisher: organisation },
  }
}
