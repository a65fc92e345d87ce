// Connectors by kind of source: a new kind is a line here and a value of `kindRules`.
import type { SourceKind } from '../src/model/source.ts'
import type { Connector } from './connector.ts'
import { readFeeds } from './feed.ts'
import { readListings } from './listing.ts'
import { readTimelines } from './mastodon.ts'
import { readUnbuilt } from './unbuilt.ts'

export const connectors: Readonly<Record<SourceKind, Connector>> = {
  feed: readFeeds,
  sitemap: readUnbuilt,
  listing: readListings,
  mastodon: readTimelines,
  bluesky: readUnbuilt,
  youtube: readUnbuilt,
  telegram: readUnbuilt,
  facebook: readUnbuilt,
  inbox: readUnbuilt,
}
