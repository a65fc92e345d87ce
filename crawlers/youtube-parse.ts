// YouTube parse: a channel's page and its public feed.
import { load } from 'cheerio'
import { FetchFailure } from '../src/errors.ts'
import { decodeBytes } from '../src/text/decode.ts'
import type { AccountPost } from './account.ts'
import type { Page } from './connector.ts'
import { openFeed } from './feed-candidates.ts'
import { toPost } from './youtube-post.ts'

/** Throws `FetchFailure` (`not_a_feed`) for a page that names no channel. */
export function findChannelId({ bytes, contentType, url }: Page, _ask: null): string {
  const $ = load(decodeBytes(bytes, contentType, 'html').text)
  const id = /\/channel\/(UC[\w-]{22})/.exec($('link[rel="canonical"]').attr('href') ?? '')?.[1]
  if (id === undefined) throw new FetchFailure('not_a_feed', `${new URL(url).host} does not say which channel this is`)
  return id
}

/** Throws `FetchFailure` (`not_a_feed`). */
export function readVideos(page: Page, _ask: null): AccountPost[] {
  return openFeed(page).entries.flatMap(({ url: video, entry: { title, html, published } }) =>
    video && title && isTime(published) ? toPost(video, title, html ?? '', published) : [],
  )
}

const isTime = (text: string | null): text is string => text !== null && !Number.isNaN(Date.parse(text))
