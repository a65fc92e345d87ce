// Bluesky: an organisation's account gives articles, a public custom feed gives private people's posts, which are only
// counted. Both come from the public AppView, without login; there is no search.
import { z } from 'zod'
import type { PostCapture } from '../src/model/capture.ts'
import { voiceAt } from '../src/model/source-kinds.ts'
import { vietnamDay } from '../src/rules/day.ts'
import { type AccountPost, accountConnector } from './account.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { keepFitting, readJson } from './json-page.ts'
import { linesToHtml } from './plain-text.ts'
import { timelineConnector } from './timeline.ts'

/** All that is taken over. Of the account only what it asks for: not to be shown to people without a login. */
const entrySchema = z.object({
  post: z.object({
    uri: z.string().regex(/^at:\/\/[^/]+\/app\.bsky\.feed\.post\/[\w.~:-]+$/),
    indexedAt: z.iso.datetime({ offset: true }),
    record: z.object({
      text: z.string(),
      createdAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
      langs: z.array(z.string()).optional().catch(undefined),
    }),
    author: z.object({ labels: z.array(z.object({ val: z.string() })).optional() }).optional(),
  }),
  reply: z.unknown().optional(),
  reason: z.object({ $type: z.string() }).optional(),
})
type Entry = z.output<typeof entrySchema>

const pageSchema = z.object({ feed: z.array(z.unknown()), cursor: z.string().optional() })

/** What the API gives at most at once. */
const pageSize = 100

export const readBluesky: Connector = (source, ctx) =>
  source.url.some((address) => voiceAt('bluesky', address) === 'timeline')
    ? readCustomFeeds(source, ctx)
    : readAccounts(source, ctx)

const readAccounts = accountConnector((address, { maxItems }) => {
  const [, , actor = ''] = new URL(address).pathname.split('/')
  const filter = 'posts_no_replies'
  const start = ask(address, 'app.bsky.feed.getAuthorFeed', { actor, filter, limit: sized(maxItems) })
  return {
    start: { url: start, accept: 'application/json' },
    read(page) {
      const { entries, next } = readPage(page, start)
      return { posts: entries.filter(isOwn).map((entry) => toPost(entry, address)), next }
    },
  }
})

const readCustomFeeds = timelineConnector(async (address, { maxItems }, ctx) => {
  const [, , name = '', , id = ''] = new URL(address).pathname.split('/')
  const feed = `at://${await findDid(name, address, ctx)}/app.bsky.feed.generator/${id}`
  const start = ask(address, 'app.bsky.feed.getFeed', { feed, limit: sized(maxItems) })
  return {
    start,
    read(page) {
      const { entries, next } = readPage(page, start)
      return { posts: entries.map(toCounted), next }
    },
  }
})

const sized = (maxItems: number): string => String(Math.min(pageSize, maxItems))

/** bsky.app is the reader's page, its data come from the public AppView; any other host is an AppView itself. */
function ask(address: string, method: string, query: Record<string, string>): string {
  const { origin, hostname } = new URL(address)
  const base = hostname === 'bsky.app' ? 'https://public.api.bsky.app' : origin
  return `${base}/xrpc/${method}?${new URLSearchParams(query)}`
}

const didSchema = z.object({ did: z.string().startsWith('did:') })
/** An account keeps its DID for good. */
const didsByAddress = new Map<string, string>()

/** Feeds are named by their maker's DID, addresses by the maker's name. */
async function findDid(name: string, address: string, ctx: ConnectorContext): Promise<string> {
  const known = name.startsWith('did:') ? name : didsByAddress.get(address)
  if (known !== undefined) return known
  const url = ask(address, 'com.atproto.identity.resolveHandle', { handle: name })
  const { did } = readJson(await ctx.fetch({ url, accept: 'application/json' }), didSchema)
  didsByAddress.set(address, did)
  return did
}

function readPage(page: DoorResponse, start: string): { entries: Entry[]; next: string | null } {
  const { feed, cursor } = readJson(page, pageSchema)
  const next = new URL(start)
  if (cursor !== undefined) next.searchParams.set('cursor', cursor)
  const entries = keepFitting(feed, entrySchema).filter((entry) => isShownToAll(entry) && hasText(entry))
  return { entries, next: cursor === undefined || feed.length === 0 || next.href === page.url ? null : next.href }
}

const isShownToAll = ({ post }: Entry): boolean =>
  !post.author?.labels?.some(({ val }) => val === '!no-unauthenticated')

const hasText = ({ post }: Entry): boolean => post.record.text.trim() !== ''

/** A repost is somebody else's word, a reply a conversation; a pinned post is the account's own. */
const isOwn = ({ reply, reason }: Entry): boolean => !reply && !reason?.$type.endsWith('#reasonRepost')

function toPost({ post }: Entry, address: string): AccountPost {
  const { text, createdAt } = post.record
  return {
    url: `${address.replace(/\/+$/, '')}/post/${post.uri.split('/').at(-1)}`,
    title: null,
    html: linesToHtml(text),
    published: createdAt ?? post.indexedAt,
    language: languageOf(post),
  }
}

function toCounted({ post }: Entry): PostCapture {
  return {
    kind: 'post',
    secretKey: post.uri,
    html: linesToHtml(post.record.text),
    // When it was first seen: what a post says of its own day can be any day.
    day: vietnamDay(post.indexedAt),
    language: languageOf(post),
  }
}

const languageOf = ({ record }: Entry['post']): string | null =>
  /^[a-z]{2,3}\b/.exec(record.langs?.[0] ?? '')?.[0] ?? null
