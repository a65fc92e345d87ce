// Item: an article or an organisation's post, extracted and redacted, as the store keeps it.
import type { Redacted } from './brands.ts'
import type { Language } from './language.ts'
import type { Judgement } from './tag.ts'

/** Where the text came from: the page, or the feed because the page failed or was not asked for. */
export type TextOrigin = 'page' | 'feed'

/** An item as judged, before the store gives it an id. Times are ISO 8601 in UTC. */
export type ItemDraft = {
  readonly url: string
  readonly title: Redacted
  readonly text: Redacted
  readonly publishedAt: string | null
  readonly language: Language
  readonly languageConfidence: number
  readonly textOrigin: TextOrigin
  /** How the text was taken from the page, with its version: `readability 1`. */
  readonly extraction: string
  /** sha-256 of title and text, folded: equal for the same article through two doors. */
  readonly contentHash: string
  readonly judgement: Judgement
  /** Provinces and communes that it is about, the most mentioned first; apart from its outlet's region. */
  readonly places: readonly ItemPlace[]
}

/** A region as it is on the item's day, and the one that the text names where that has become part of it. */
export type ItemPlace = { readonly region: string; readonly formerRegion: string | null }

/** A private post as judged: numbers only. */
export type PostDraft = { readonly day: string; readonly language: Language; readonly judgement: Judgement }

export type Item = ItemDraft & {
  readonly id: string
  readonly sourceId: string
  readonly sourceName: string
  readonly firstSeenAt: string
  readonly revision: number
}
