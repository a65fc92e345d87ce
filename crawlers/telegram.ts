// Telegram: the public preview of a channel, page by page.
import { accountConnector } from './account.ts'

export const readChannels = accountConnector((address, _source, ctx) => ({
  start: { url: address, accept: 'text/html' },
  read: (page) => ctx.parse('telegram', page, address),
}))
