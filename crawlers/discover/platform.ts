// Platform: addresses that say by themselves which kind of source they are. Nothing is asked for to know it.
import type { SourceKind } from '../../src/model/source.ts'
import { voiceAt } from '../../src/model/source-kinds.ts'
import type { Offer } from './offer.ts'

type Platform = {
  readonly kind: SourceKind
  readonly host: RegExp
  /** The address in the spelling that the kind reads. */
  readonly spell: (url: URL) => string
}

/** A step of a path as people write it; as it stands where its escapes are broken. */
function plain(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

const firstStep = ({ pathname }: URL): string => pathname.split('/')[1] ?? ''

const platforms: readonly Platform[] = [
  {
    kind: 'bluesky',
    host: /^bsky\.app$/,
    spell: ({ pathname }) => `https://bsky.app${pathname.replace(/\/$/, '')}`,
  },
  {
    kind: 'youtube',
    host: /^(?:www\.|m\.)?youtube\.com$/,
    // Behind the name come tabs: /videos, /featured.
    spell: ({ pathname }) => `https://www.youtube.com${/^\/(?:channel\/[^/]+|@[^/]+)/.exec(pathname)?.[0] ?? pathname}`,
  },
  {
    kind: 'telegram',
    host: /^(?:www\.)?t(?:elegram)?\.me$/,
    spell: (url) => `https://t.me/s/${firstStep(url) === 's' ? (url.pathname.split('/')[2] ?? '') : firstStep(url)}`,
  },
  {
    kind: 'facebook',
    host: /^(?:[a-z-]+\.)?facebook\.com$/,
    spell: ({ pathname }) => `https://www.facebook.com${pathname.replace(/\/$/, '')}`,
  },
  {
    kind: 'mastodon',
    host: /./,
    spell: (url) => (url.pathname.startsWith('/api/v1/timelines/') ? url.href : ''),
  },
]

/**
 * The offer that an address makes by itself; `'refused'` on a platform whose address is no source (a group, a private
 * profile, a search); null for an ordinary site.
 */
export function platformAt(address: string): Offer | 'refused' | null {
  const url = new URL(address)
  for (const { kind, host, spell } of platforms) {
    if (!host.test(url.hostname)) continue
    const spelt = spell(url)
    if (spelt === '') continue
    const isReadable = voiceAt(kind, spelt) !== null && !/^\/(?:profile\.php|groups|people|search)$/.test(url.pathname)
    if (!isReadable) return 'refused'
    return { kind, url: spelt, basis: 'platform', name: plain(spelt.split('/').at(-1) ?? '') }
  }
  return null
}

/** Pages of a Mastodon instance that show what its public API gives. */
export function timelineBehind(address: string, html: string): Offer | null {
  if (!/\bid=["']?(?:mastodon|initial-state)\b/.test(html)) return null
  const url = new URL(address)
  const tag = /^\/tags\/([^/]+)\/?$/.exec(url.pathname)?.[1]
  const path = tag ? `tag/${tag}` : /^\/public(?:\/|$)/.test(url.pathname) ? 'public' : null
  if (path === null) return null
  const name = tag ? `Mastodon #${plain(tag)}` : `Mastodon ${url.host}`
  return { kind: 'mastodon', url: `${url.origin}/api/v1/timelines/${path}`, basis: 'platform', name }
}
