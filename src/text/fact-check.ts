// A published fact-check as the store keeps it: redacted, its day read, without the person who made the claim.
import type { FactCheckDraft } from '../model/knowledge.ts'
import { vietnamDay } from '../rules/day.ts'
import type { ClaimReview } from './claim-reviews.ts'
import { readDate } from './date.ts'
import { redact } from './redact.ts'

/** What stands in for what the review does not say itself. */
export type CheckDefaults = { readonly publisher: string; readonly language: string; readonly now: Date }

/** Longer explanations are cut: what was checked is told at their beginning. */
const mostChars = 4000

export function toFactCheck(review: ClaimReview, { publisher, language, now }: CheckDefaults): FactCheckDraft {
  const date = review.published === null ? null : readDate(review.published, now)
  return {
    lang: review.language?.slice(0, 2).toLowerCase() ?? language,
    claimReviewed: redact(review.claimReviewed).text,
    rating: review.rating.slice(0, 200),
    publisher: review.publisher ?? publisher,
    published: date ? vietnamDay(date.iso) : null,
    explanation: redact(review.explanation.slice(0, mostChars)).text,
    url: review.url,
  }
}
