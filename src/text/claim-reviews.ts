// ClaimReview, schema.org's form of a published fact-check, out of JSON as pages, data feeds and the Google API carry it.
import { z } from 'zod'

/** A fact-check as published. Who made the claim, and which person checked it, is not read. */
export type ClaimReview = {
  readonly claimReviewed: string
  readonly rating: string
  /** The organisation that checked; null where none is named. */
  readonly publisher: string | null
  /** As written. */
  readonly published: string | null
  readonly explanation: string
  readonly url: string | null
  readonly language: string | null
}

/** Deeper or longer than any fact-check is nested; what lies beyond is not read. */
const mostDepth = 12
const mostNodes = 5_000_000

const words = z.string().trim().catch('')
const optional = z.string().trim().min(1).nullable().catch(null)
const address = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .catch(null)
const kinds = z.union([z.array(z.string()), z.string().transform((kind) => [kind])]).catch([])

/** Only organisations: a fact-check by a person goes without a name. */
const organisation = z
  .preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z
      .object({ '@type': kinds, name: optional })
      .transform((one) => (one['@type'].includes('Person') ? null : one.name)),
  )
  .catch(null)

const inPage = z.object({
  claimReviewed: z.string().trim().min(1),
  reviewRating: z
    .object({ alternateName: words, ratingValue: z.coerce.string().catch('') })
    .catch({ alternateName: '', ratingValue: '' }),
  publisher: organisation,
  author: organisation,
  datePublished: optional,
  ...{ reviewBody: words, description: words, url: address, inLanguage: optional },
})

/** One answer of the Google Fact Check Tools API: a claim with its reviews. */
const fromGoogle = z.object({
  text: z.string().trim().min(1),
  claimReview: z.array(
    z.object({
      publisher: z.object({ name: optional, site: optional }).catch({ name: null, site: null }),
      ...{ url: address, title: words, reviewDate: optional, textualRating: words, languageCode: optional },
    }),
  ),
})

/** Every fact-check in parsed JSON, wherever it stands. Pure; never throws. */
export function readClaimReviews(json: unknown): ClaimReview[] {
  const found: ClaimReview[] = []
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: json, depth: 0 }]
  for (let read = 0; waiting.length > 0 && read < mostNodes; read++) {
    const { node, depth } = waiting.pop() as (typeof waiting)[number]
    if (typeof node !== 'object' || node === null || depth > mostDepth) continue
    found.push(...readNode(node))
    for (const child of Object.values(node).reverse()) waiting.push({ node: child, depth: depth + 1 })
  }
  return found
}

/** The fact-checks in a page's `application/ld+json` scripts; a script that is no JSON is passed over. */
export function readJsonLd(scripts: readonly string[]): ClaimReview[] {
  return scripts.flatMap((script) => {
    try {
      return readClaimReviews(JSON.parse(script))
    } catch {
      return []
    }
  })
}

function readNode(node: object): ClaimReview[] {
  if ('@type' in node && kinds.parse(node['@type']).includes('ClaimReview')) {
    const { success, data } = inPage.safeParse(node)
    return success ? [fromPage(data)] : []
  }
  const answer = 'claimReview' in node ? fromGoogle.safeParse(node) : null
  return answer?.success ? answer.data.claimReview.map((review) => fromAnswer(answer.data.text, review)) : []
}

const fromPage = (review: z.output<typeof inPage>): ClaimReview => ({
  claimReviewed: review.claimReviewed,
  rating: review.reviewRating.alternateName || review.reviewRating.ratingValue,
  publisher: review.author ?? review.publisher,
  published: review.datePublished,
  explanation: review.reviewBody || review.description,
  url: review.url,
  language: review.inLanguage,
})

const fromAnswer = (
  claimReviewed: string,
  {
    publisher,
    url,
    title,
    reviewDate,
    textualRating,
    languageCode,
  }: z.output<typeof fromGoogle>['claimReview'][number],
): ClaimReview => ({
  ...{ claimReviewed, rating: textualRating, publisher: publisher.name ?? publisher.site, published: reviewDate },
  ...{ explanation: title, url, language: languageCode },
})
