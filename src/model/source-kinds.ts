// Source kinds: what each kind is read from, and whom its addresses belong to (safeguard 2).

/** Whose words come out of an address: the publisher's own, many private people's, or one organisation's account. */
export type Voice = 'publisher' | 'timeline' | 'account'

export type KindRule = {
  /** Which voice speaks at an address; null where the kind cannot read it. */
  readonly voice: (url: URL) => Voice | null
  /** What an address must be, for the error message. */
  readonly expects: string
  /** Whether the source may stand without an address: others deliver to it. */
  readonly isDelivered?: boolean
}

const anyPage: KindRule = { voice: () => 'publisher', expects: 'a web address' }

const timelinePath = /^\/api\/v1\/timelines\/(public|tag\/[^/]+)$/
const blueskyFeed = /^\/profile\/[^/]+\/feed\/[^/]+$/
const blueskyAccount = /^\/profile\/[^/]+$/
const youtubeChannel = /^\/(channel\/UC[\w-]{22}|@[\w.-]+)$/
const telegramPreview = /^\/s\/\w+$/
const facebookPage = /^\/[\w.-]+$/

/** Every kind, in the order in which people are shown them. */
export const kindRules = {
  feed: anyPage,
  sitemap: anyPage,
  listing: anyPage,
  mastodon: {
    voice: ({ pathname }) => (timelinePath.test(pathname) ? 'timeline' : null),
    expects: 'a public timeline (/api/v1/timelines/public or /api/v1/timelines/tag/…), never one account or a search',
  },
  bluesky: {
    voice: ({ pathname }) =>
      blueskyFeed.test(pathname) ? 'timeline' : blueskyAccount.test(pathname) ? 'account' : null,
    expects:
      'an organisation’s profile (/profile/NAME) or a public custom feed (/profile/NAME/feed/ID), never a search',
  },
  youtube: {
    voice: ({ pathname }) => (youtubeChannel.test(pathname) ? 'account' : null),
    expects: 'a channel (/channel/UC… or /@name)',
  },
  telegram: {
    voice: ({ pathname }) => (telegramPreview.test(pathname) ? 'account' : null),
    expects: 'the public preview of a channel (/s/NAME)',
  },
  facebook: {
    voice: ({ pathname }) => (facebookPage.test(pathname) ? 'account' : null),
    expects: 'a Page (/NAME); it is read through the Graph API with the office’s own token',
  },
  inbox: { ...anyPage, isDelivered: true },
} satisfies Record<string, KindRule>

export type SourceKind = keyof typeof kindRules
export const sourceKinds = Object.keys(kindRules) as [SourceKind, ...SourceKind[]]

/** The voice at an address of a kind of source; null where the kind cannot read it. */
export function voiceAt(kind: SourceKind, url: string): Voice | null {
  return kindRules[kind].voice(new URL(url))
}

/** Whether a source speaks for one account, whose owner a second person must have confirmed (safeguard 2). */
export function needsConfirmation(source: { readonly kind: SourceKind; readonly url: readonly string[] }): boolean {
  return source.url.some((url) => voiceAt(source.kind, url) === 'account')
}

/** Kinds that can be asked for the articles of days long gone. */
export const kindsWithPast: ReadonlySet<SourceKind> = new Set(['feed', 'sitemap', 'listing'])
