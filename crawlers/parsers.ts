// Parsers: all that reads what a source sent, by name. A thread loads this table; connectors reach it as `ctx.parse`, and
// import no parser themselves.
import type { Page } from './connector.ts'
import { readSite } from './discover/read-site.ts'
import { chooseNewest, choosePast } from './feed-candidates.ts'
import type { InboxFormat } from './inbox-format.ts'
import { parseDelivery } from './inbox-parse.ts'
import { openListing } from './listing-links.ts'
import { readSitemapFile } from './sitemap-file.ts'
import { readPreview } from './telegram-parse.ts'
import { findChannelId, readVideos } from './youtube-parse.ts'

/** Functions of a page and of what is asked of it; both, and what comes of them, are plain data. They keep nothing. */
export const parsers = {
  feed: chooseNewest,
  feedPast: choosePast,
  listing: openListing,
  sitemap: readSitemapFile,
  telegram: readPreview,
  youtubeChannel: findChannelId,
  youtubeVideos: readVideos,
  delivery: ({ bytes }: Page, format: InboxFormat) => parseDelivery(bytes, format),
  site: readSite,
} satisfies Readonly<Record<string, (page: Page, ask: never) => unknown>>

type Parsers = typeof parsers

/**
 * Throws the `FetchFailure` of the parser, or one with `unreadable` where the parser hangs, breaks or needs too much
 * memory. The page's bytes are given away: they are empty afterwards.
 */
export type Parse = <Kind extends keyof Parsers>(
  kind: Kind,
  page: Page,
  ask: Parameters<Parsers[Kind]>[1],
) => Promise<Awaited<ReturnType<Parsers[Kind]>>>
