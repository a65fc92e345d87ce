// Web addresses: which lead to a person's profile, and which are ordinary pages that stay.
import type { Span } from './span.ts'
import type { View } from './view.ts'

/** Hosts on which nearly every address is a person's page, a post or a chat. */
const profileHosts =
  /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|fb\.watch|m\.me|messenger\.com|zalo\.me|t\.me|telegram\.me|telegram\.dog|x\.com|twitter\.com|t\.co|instagram\.com|instagr\.am|threads\.net|threads\.com|tiktok\.com|douyin\.com|snapchat\.com|linkedin\.com|vk\.com|ok\.ru|wa\.me|whatsapp\.com|viber\.com|line\.me|discord\.gg|bsky\.app|locket\.cam|weibo\.com|weixin\.qq\.com|linktr\.ee|about\.me|ngl\.link|onlyfans\.com|patreon\.com)$/
/** Paths on these hosts that belong to the platform itself. */
const platformPaths =
  /^\/?(?:$|help|about|policies|legal|privacy|terms|business|settings|login|home|explore|search|hashtag|i\/|watch\/?$)/

/** On any host: a segment that begins with @, or a folder of people. */
const profilePath =
  /\/@[^/\s]|\/(?:users?|u|profiles?|authors?|tac-gia|tacgia|thanh-vien|members?|nguoi-dung|people|channel|c|in)\/[^/\s?#]+/
const channelHosts = /(?:^|\.)(?:youtube\.com|reddit\.com|medium\.com|pinterest\.com|quora\.com|github\.com)$/
/** Author pages of news sites: a byline in an address. */
const authorPath = /\/@[^/\s]|\/(?:users?|profiles?|authors?|tac-gia|tacgia|thanh-vien|members?|nguoi-dung)\/[^/\s?#]+/

/** Labels and a top-level domain; each part bounded, so that dots in a row cost nothing. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>"'“”‘’«»\ue000]{3,2000}|(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s<>"'“”‘’«»\ue000]{1,500}/giu
/** A cheap look whether there can be an address at all. */
const mayLink = /:\/\/|www\.|\.[a-z]{2,12}\//i
const trailing = /[.,;:!?)\]}…、。，]+$/

export type Links = { readonly profiles: readonly Span[]; readonly pages: readonly { start: number; end: number }[] }

/** Profile links as spans; the other addresses as stretches in which nothing else is to be sought before their query. */
export function findLinks(view: View): Links {
  const profiles: Span[] = []
  const pages: { start: number; end: number }[] = []
  if (!mayLink.test(view.text)) return { profiles, pages }
  for (const match of view.text.matchAll(address)) {
    const written = match[0].replace(trailing, '')
    const start = match.index
    const end = start + written.length
    if (isProfile(written)) profiles.push({ start, end, kind: 'profile_link' })
    else pages.push({ start, end: start + (written.includes('?') ? written.indexOf('?') : written.length) })
  }
  return { profiles, pages }
}

function isProfile(written: string): boolean {
  const bare = written.toLowerCase().replace(/^https?:\/\//, '')
  const slash = bare.search(/[/?#]/)
  const host = slash < 0 ? bare : bare.slice(0, slash)
  const path = slash < 0 ? '' : bare.slice(slash)
  if (profileHosts.test(host)) return !platformPaths.test(path)
  return (channelHosts.test(host) ? profilePath : authorPath).test(path)
}
