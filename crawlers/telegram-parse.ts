// Telegram parse: the public preview of a channel. Names, signatures, views, reactions and replies are left where they are.
import { load } from 'cheerio'
import { FetchFailure } from '../src/errors.ts'
import { decodeBytes } from '../src/text/decode.ts'
import type { AccountPage, AccountPost } from './account.ts'
import type { Page } from './connector.ts'

const message = '.tgme_widget_message[data-post]'
/** Inside a message and no part of what the channel says. */
const besides = '.tgme_widget_message_reply, .tgme_widget_message_forwarded_from, .tgme_widget_message_link_preview'

/** Throws `FetchFailure` (`not_a_feed`) where there is no preview: a private channel, or none of that name. */
export function readPreview(page: Page, address: string): AccountPage {
  const $ = load(decodeBytes(page.bytes, page.contentType, 'html').text)
  const { origin, pathname, host } = new URL(address)
  const channel = pathname.split('/').at(-1) ?? ''
  const found = $(message).toArray()
  if (found.length === 0 && $('.tgme_channel_info').length === 0)
    throw new FetchFailure(
      'not_a_feed',
      `${host} shows no public preview of this channel: it is private, or there is none of that name`,
    )
  const ids: number[] = []
  const posts: AccountPost[] = []
  for (const node of found) {
    const [name = '', id = ''] = $(node).attr('data-post')?.split('/') ?? []
    if (name.toLowerCase() !== channel.toLowerCase() || !/^\d+$/.test(id)) continue
    ids.push(Number(id))
    $(node).find(besides).remove()
    const html = $(node).find('.tgme_widget_message_text').first().html() ?? ''
    const published = $(node).find('.tgme_widget_message_date time[datetime]').attr('datetime') ?? ''
    if ($(node).hasClass('service_message') || html.trim() === '' || Number.isNaN(Date.parse(published))) continue
    posts.push({ url: `${origin}/${channel}/${id}`, title: null, html, published, language: null })
  }
  // The page tells its messages from the oldest to the newest.
  const oldest = Math.min(...ids)
  const next = ids.length > 0 && oldest > 1 ? `${origin}${pathname}?before=${oldest}` : null
  return { posts: posts.reverse(), next: next === page.url ? null : next }
}
