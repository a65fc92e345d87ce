// Offer: one way in which a site can be listened to.
import type { Source, SourceKind } from '../../src/model/source.ts'

/** From what serves best to what serves least; an account or timeline is what its address says. */
export const bases = ['platform', 'full_text_feed', 'feed', 'news_sitemap', 'listing', 'sitemap'] as const
export type Basis = (typeof bases)[number]

export type Offer = {
  readonly kind: SourceKind
  readonly url: string
  readonly basis: Basis
  /** What the offer calls itself; null where it does not say. */
  readonly name: string | null
  readonly listing?: Pick<NonNullable<Source['listing']>, 'link' | 'next'>
}

export type Discovery = {
  /** The site's own name and language, as far as it says them. */
  readonly name: string | null
  readonly language: string | null
  /** The best first. */
  readonly offers: readonly Offer[]
}
