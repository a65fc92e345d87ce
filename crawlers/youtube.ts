// YouTube: titles and descriptions of a channel's newest videos, from its public feed, or from the Data API where the
// office has a key of its own. No video page is opened.
import { z } from 'zod'
import { type Account, accountConnector } from './account.ts'
import type { Connector, ConnectorContext, DoorRequest } from './connector.ts'
import { keepFitting, readJson } from './json-page.ts'
import { explainRefusals } from './own-key.ts'
import { toPost } from './youtube-post.ts'

/** `key` is the office's own for the Data API; null reads the public feed, as far as robots.txt lets. */
export function createVideoReader(key: string | null): Connector {
  const read = accountConnector(async (address, { maxItems }, ctx) => {
    const channel = await findChannel(address, key, ctx)
    return key === null ? publicFeed(address, channel, ctx) : uploads(address, channel, key, maxItems)
  })
  return key === null ? read : explainRefusals(read)
}

/** What is asked of youtube.com goes to its two hosts; any other host is both in one. */
function ask(address: string, host: 'www.youtube.com' | 'www.googleapis.com', path: string): string {
  const { origin, hostname } = new URL(address)
  return new URL(path, /(?:^|\.)youtube\.com$/.test(hostname) ? `https://${host}` : origin).href
}

const askApi = (address: string, key: string, method: string, query: Record<string, string>): DoorRequest => ({
  url: ask(address, 'www.googleapis.com', `/youtube/v3/${method}?${new URLSearchParams(query)}`),
  accept: 'application/json',
  headers: { 'x-goog-api-key': key },
})

const channelsSchema = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })
/** A name is looked up once: it hardly ever goes to another channel. */
const channelsByAddress = new Map<string, string>()

/** The id behind an address that says a name: /@name. */
async function findChannel(address: string, key: string | null, ctx: ConnectorContext): Promise<string> {
  const [, first = '', id = ''] = new URL(address).pathname.split('/')
  const known = first === 'channel' ? id : channelsByAddress.get(address)
  if (known !== undefined) return known
  const found = await (key === null ? readCanonical(address, ctx) : readHandle(address, first, key, ctx))
  channelsByAddress.set(address, found)
  return found
}

async function readHandle(address: string, name: string, key: string, ctx: ConnectorContext): Promise<string> {
  const answer = await ctx.fetch(askApi(address, key, 'channels', { part: 'id', forHandle: name }))
  return readJson(answer, channelsSchema).items[0]?.id ?? ''
}

/** The channel page names its own address by id. */
async function readCanonical(address: string, ctx: ConnectorContext): Promise<string> {
  return ctx.parse('youtubeChannel', await ctx.fetch({ url: address, accept: 'text/html' }), null)
}

function publicFeed(address: string, channel: string, { parse }: ConnectorContext): Account {
  return {
    start: {
      url: ask(address, 'www.youtube.com', `/feeds/videos.xml?channel_id=${channel}`),
      accept: 'application/atom+xml',
    },
    read: async (page) => ({ posts: await parse('youtubeVideos', page, null), next: null }),
  }
}

const videoSchema = z.object({
  snippet: z.object({
    title: z.string(),
    description: z.string(),
    publishedAt: z.iso.datetime({ offset: true }),
    resourceId: z.object({ videoId: z.string().regex(/^[\w-]+$/) }),
  }),
})
const uploadsSchema = z.object({ items: z.array(z.unknown()), nextPageToken: z.string().optional() })
/** What the API gives at most at once. */
const pageSize = 50

/** A channel's list of uploads has the channel's own id, with other letters before it. */
function uploads(address: string, channel: string, key: string, maxItems: number): Account {
  const playlistId = channel.replace(/^UC/, 'UU')
  const query = { part: 'snippet', playlistId, maxResults: String(Math.min(pageSize, maxItems)) }
  const page = (more: Record<string, string>) => askApi(address, key, 'playlistItems', { ...query, ...more })
  return {
    start: page({}),
    read(answer) {
      const { items, nextPageToken } = readJson(answer, uploadsSchema)
      return {
        posts: keepFitting(items, videoSchema).map(({ snippet: { title, description, publishedAt, resourceId } }) =>
          toPost(ask(address, 'www.youtube.com', `/watch?v=${resourceId.videoId}`), title, description, publishedAt),
        ),
        next: nextPageToken === undefined ? null : page({ pageToken: nextPageToken }).url,
      }
    },
  }
}
