// Mastodon: an instance's public timeline or a public tag. Private people's posts: counted, never kept as items.
import { z } from 'zod'
import { FetchFailure } from '../src/errors.ts'
import type { CrawlEvent, PostCapture } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { vietnamDay } from '../src/rules/day.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { fetchFurther, readEach } from './each-address.ts'
import { escapeText } from './feed-entry.ts'

/** All that is taken over; account, mentions, media and the rest are dropped here (safeguard 2). */
const statusFields = {
  id: z.string(),
  uri: z.string().nullish(),
  url: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  visibility: z.string(),
  language: z.string().nullish(),
  spoiler_text: z.string().nullish(),
  content: z.string(),
}
const statusSchema = z.object({ ...statusFields, reblog: z.object(statusFields).nullish() })

/** What the API gives at most at once. */
const pageSize = 40

export const readTimelines: Connector = (source, ctx) => {
  let expected = 0
  const expectMore = (count: number): void => {
    expected += count
    ctx.expect(expected)
  }
  return readEach(source.url, (address) => readTimeline(address, source, ctx, expectMore))
}

async function* readTimeline(
  address: string,
  source: Source,
  ctx: ConnectorContext,
  expectMore: (count: number) => void,
): AsyncGenerator<CrawlEvent> {
  const known = await ctx.known(address)
  const start = withLimit(address, Math.min(pageSize, source.maxItems))
  const first = await ctx.fetch({ url: start, validators: known?.validators ?? null, accept: 'application/json' })
  const { validators, maxAgeMs: ttlMs } = first
  let page: DoorResponse | null = first.status === 304 ? null : first
  let count = 0
  while (page) {
    const { url } = page
    const statuses = readStatuses(page)
    const posts = statuses.flatMap((status) => toPost(status, url) ?? []).slice(0, source.maxItems - count)
    expectMore(posts.length)
    yield* posts
    count += posts.length
    const next = statuses.length === 0 || count >= source.maxItems ? null : nextPage(page)
    const further = next === null ? null : await fetchFurther({ url: next, accept: 'application/json' }, address, ctx)
    // No checkpoint: the next round begins at the top again, and a post is counted once.
    if (further?.failed) return yield further.failed
    page = further?.response ?? null
  }
  yield { kind: 'checkpoint', url: address, validators, ttlMs }
}

function withLimit(address: string, limit: number): string {
  const url = new URL(address)
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(limit))
  return url.href
}

function readStatuses(page: DoorResponse): readonly unknown[] {
  const { host } = new URL(page.url)
  try {
    const statuses: unknown = JSON.parse(new TextDecoder().decode(page.bytes))
    if (Array.isArray(statuses)) return statuses
  } catch {
    // Said below, without the text.
  }
  throw new FetchFailure('not_a_feed', `${host} sent something that is no timeline`)
}

/** Null for what is not public, and for what is no post at all. A boost counts as the post that it repeats. */
function toPost(raw: unknown, pageUrl: string): PostCapture | null {
  const parsed = statusSchema.safeParse(raw)
  if (!parsed.success) return null
  const status = parsed.data.reblog ?? parsed.data
  if (status.visibility !== 'public' && status.visibility !== 'unlisted') return null
  const warning = status.spoiler_text ? `<p>${escapeText(status.spoiler_text)}</p>` : ''
  return {
    kind: 'post',
    // The same everywhere in the fediverse, so that a post heard on two instances is counted once.
    secretKey: status.uri || status.url || `${new URL(pageUrl).origin} ${status.id}`,
    html: warning + status.content,
    day: vietnamDay(status.created_at),
    language: status.language ?? null,
  }
}

/** The next page as the Link header names it, unless it leads elsewhere. */
function nextPage({ link, url }: DoorResponse): string | null {
  const target = /<([^<>]+)>\s*;[^<]*\brel\s*=\s*"?next\b/i.exec(link ?? '')?.[1]
  const next = target === undefined ? null : URL.parse(target, url)
  const here = new URL(url)
  return next && next.origin === here.origin && next.pathname === here.pathname && next.href !== here.href
    ? next.href
    : null
}
