// Mastodon: an instance's public timeline or a public tag. Private people's posts: counted, never kept as items.
import { z } from 'zod'
import type { PostCapture } from '../src/model/capture.ts'
import { vietnamDay } from '../src/rules/day.ts'
import type { DoorResponse } from './connector.ts'
import { keepFitting, readJson } from './json-page.ts'
import { escapeText } from './plain-text.ts'
import { timelineConnector } from './timeline.ts'

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

export const readTimelines = timelineConnector((address, { maxItems }) => ({
  start: withLimit(address, Math.min(pageSize, maxItems)),
  read(page) {
    const statuses = readJson(page, z.array(z.unknown()))
    const posts = keepFitting(statuses, statusSchema).flatMap((status) => toPost(status, page.url) ?? [])
    return { posts, next: statuses.length === 0 ? null : nextPage(page) }
  },
}))

function withLimit(address: string, limit: number): string {
  const url = new URL(address)
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(limit))
  return url.href
}

/** Null for what is not public. A boost counts as the post that it repeats. */
function toPost(told: z.output<typeof statusSchema>, pageUrl: string): PostCapture | null {
  const status = told.reblog ?? told
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
