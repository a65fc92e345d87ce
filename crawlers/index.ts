// Connectors by kind of source: a new kind is a line here and a value of `kindRules`.
import type { SourceKind } from '../src/model/source.ts'
import { readBluesky } from './bluesky.ts'
import type { Connector } from './connector.ts'
import { createPageReader } from './facebook.ts'
import { readFeeds } from './feed.ts'
import { createInboxReader } from './inbox.ts'
import { readListings } from './listing.ts'
import { readTimelines } from './mastodon.ts'
import { readSitemaps } from './sitemap.ts'
import { readChannels } from './telegram.ts'
import { createVideoReader } from './youtube.ts'

export type ConnectorSettings = {
  /** The office's own keys for platforms that ask for one; null where it has none. */
  readonly facebookToken: string | null
  readonly youtubeKey: string | null
  /** Where other systems put files, a folder for each source. */
  readonly inboxFolder: string
}

export function createConnectors(settings: ConnectorSettings): Readonly<Record<SourceKind, Connector>> {
  return {
    feed: readFeeds,
    sitemap: readSitemaps,
    listing: readListings,
    mastodon: readTimelines,
    bluesky: readBluesky,
    youtube: createVideoReader(settings.youtubeKey),
    telegram: readChannels,
    facebook: createPageReader(settings.facebookToken),
    inbox: createInboxReader(settings.inboxFolder),
  }
}
