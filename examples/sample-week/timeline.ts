// Timeline: the public tag as a Mastodon server gives it, full of planted identifiers that must never be stored.
import { loadPosts, type SamplePost } from './content.ts'
import { escapeText } from './markup.ts'
import { momentOf } from './moments.ts'

export const timelinePath = '/api/v1/timelines/tag/nhanquyen'

const defaultLimit = 20
const maxLimit = 40

/** What stands in the timeline and must never reach database, index, export or log: as written and in plain form. */
export function plantedIdentifiers(): string[] {
  const all = loadPosts().flatMap((post) => [
    post.handle,
    post.display,
    post.id,
    `@${post.handle}/${post.id}`,
    ...post.mentions,
    ...post.planted.flatMap((text) => [text, plainForm(text)]),
  ])
  return [...new Set(all)]
}

/** "0 9 0 0 . . ." and full-width digits as one run of digits; other texts as they are. */
function plainForm(text: string): string {
  const plain = text.normalize('NFKC')
  const digits = plain.replace(/[\s.-]/g, '')
  return /^\d{9,}$/.test(digits) ? digits : plain
}

/**
 * A page of the timeline, newest first, with the `Link` header of the next one.
 * Reads `limit` (20 unless told, 40 at most), `max_id`, `since_id` and `min_id` as Mastodon does.
 */
export function renderTimeline(
  query: URLSearchParams,
  weekStart: string,
  baseUrl: string,
): { body: string; link: string | null } {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? defaultLimit) || defaultLimit, 1), maxLimit)
  const maxId = query.get('max_id')
  const minId = query.get('min_id')
  const after = minId ?? query.get('since_id')
  const rows = loadPosts().filter(
    ({ id }) => (!maxId || BigInt(id) < BigInt(maxId)) && (!after || BigInt(id) > BigInt(after)),
  )
  const page = (minId ? rows.slice(0, limit) : rows.slice(-limit)).toReversed()
  const [newest, oldest] = [page[0], page.at(-1)]
  const address = (key: string, id: string) => `<${baseUrl}${timelinePath}?limit=${limit}&${key}=${id}>`
  const link =
    newest && oldest ? `${address('max_id', oldest.id)}; rel="next", ${address('min_id', newest.id)}; rel="prev"` : null
  return { body: JSON.stringify(page.map((post) => toStatus(post, weekStart, baseUrl))), link }
}

function toStatus(post: SamplePost, weekStart: string, baseUrl: string): object {
  const createdAt = momentOf(weekStart, post).toISOString()
  return {
    id: post.id,
    created_at: createdAt,
    edited_at: null,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: post.expect.language,
    uri: `${baseUrl}/users/${post.handle}/statuses/${post.id}`,
    url: `${baseUrl}/@${post.handle}/${post.id}`,
    replies_count: 1,
    reblogs_count: 0,
    favourites_count: 3,
    content: toHtml(post, baseUrl),
    reblog: null,
    application: { name: 'Mobile', website: null },
    account: toAccount(post, baseUrl),
    media_attachments: [],
    mentions: post.mentions.map((name) => ({ id: '77', username: name, acct: name, url: `${baseUrl}/@${name}` })),
    tags: [{ name: 'nhanquyen', url: `${baseUrl}/tags/nhanquyen` }],
    emojis: [],
    card: null,
    poll: null,
  }
}

function toAccount(post: SamplePost, baseUrl: string): object {
  return {
    id: `9${post.id.slice(-5)}`,
    username: post.handle,
    acct: post.handle,
    display_name: post.display,
    locked: false,
    bot: false,
    note: `<p>${escapeText(post.display)}</p>`,
    url: `${baseUrl}/@${post.handle}`,
    avatar: `${baseUrl}/anh/${post.handle}.svg`,
    followers_count: 12,
    following_count: 30,
    fields: [{ name: 'Zalo', value: post.planted[0] ?? '' }],
  }
}

/** Markup as Mastodon writes it. People put the tag where they like; who left it out has it at the end. */
function toHtml(post: SamplePost, baseUrl: string): string {
  const text = post.text.includes('#nhanquyen') ? post.text : `${post.text} #nhanquyen`
  const marked = escapeText(text)
    .replace(/@([a-z0-9_]+)(?![\w.])/g, (found, name: string) =>
      post.mentions.includes(name)
        ? `<span class="h-card"><a href="${baseUrl}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`
        : found,
    )
    .replace(
      '#nhanquyen',
      `<a href="${baseUrl}/tags/nhanquyen" class="mention hashtag" rel="tag">#<span>nhanquyen</span></a>`,
    )
  return `<p>${marked}</p>`
}
