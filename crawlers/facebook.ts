// Facebook: a Page's own posts through the Graph API, with the office's own token. Comments, reactions, visitors' posts
// and names are never asked for.
import { z } from 'zod'
import { FetchFailure } from '../src/errors.ts'
import { canonicalUrl } from '../src/text/url.ts'
import { type AccountPost, accountConnector } from './account.ts'
import type { Connector, DoorResponse } from './connector.ts'
import { keepFitting, readJson } from './json-page.ts'
import { explainRefusals } from './own-key.ts'
import { linesToHtml } from './plain-text.ts'

/** A version is served for about two years after it came out. */
const version = 'v23.0'
const fields = 'message,created_time,permalink_url'
/** What the API gives at most at once. */
const pageSize = 100

const postSchema = z.object({
  message: z.string().regex(/\S/),
  /** "2026-11-20T08:00:00+0000", which is ISO 8601 but for its zone. */
  created_time: z.string().transform((time) => time.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')),
  permalink_url: z.url({ protocol: /^https?$/ }),
})

const pageSchema = z.object({
  data: z.array(z.unknown()),
  paging: z.object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() }).optional(),
})

/** `token` is the office's own; null where it has none, and then nothing is asked. */
export function createPageReader(token: string | null): Connector {
  return explainRefusals(
    accountConnector((address, { maxItems }) => {
      if (token === null) throw new FetchFailure('token_refused', 'LANGNGHE_FACEBOOK_TOKEN is not set')
      const start = firstPage(address, Math.min(pageSize, maxItems))
      return {
        start: { url: start, accept: 'application/json', headers: { authorization: `Bearer ${token}` } },
        read: (page) => ({ posts: readPosts(page), next: nextPage(page, start) }),
      }
    }),
  )
}

/** www.facebook.com is the reader's page, its data come from the Graph API; any other host is such an API itself. */
function firstPage(address: string, limit: number): string {
  const { origin, hostname, pathname } = new URL(address)
  const base = /(?:^|\.)facebook\.com$/.test(hostname) ? 'https://graph.facebook.com' : origin
  return `${base}/${version}${pathname}/posts?${new URLSearchParams({ fields, limit: String(limit) })}`
}

function readPosts(page: DoorResponse): AccountPost[] {
  return keepFitting(readJson(page, pageSchema).data, postSchema).flatMap((post) => {
    const url = canonicalUrl(post.permalink_url, page.url)
    if (url === null || Number.isNaN(Date.parse(post.created_time))) return []
    return { url, title: null, html: linesToHtml(post.message), published: post.created_time, language: null }
  })
}

/** The API's own address of the next page carries the token in its query: only its cursor is taken. */
function nextPage(page: DoorResponse, start: string): string | null {
  const { data, paging } = readJson(page, pageSchema)
  const after = paging?.cursors?.after
  if (data.length === 0 || paging?.next === undefined || after === undefined) return null
  const next = new URL(start)
  next.searchParams.set('after', after)
  return next.href === page.url ? null : next.href
}
