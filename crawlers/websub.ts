// WebSub: the hub that a feed names, and how it is asked to push. What it pushes is never read: it only says "look now".
import { FetchFailure } from '../src/errors.ts'
import type { HubOffer } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import type { Subscription } from '../src/model/subscription.ts'
import type { DoorResponse } from './connector.ts'
import type { FeedLinks } from './feed-parse.ts'
import type { Door } from './http.ts'

/** Asked for; the hub decides. */
const leaseSeconds = 10 * 86_400

/** From the Link header, which counts first, or the feed. Null where no hub or no address of the feed is named. */
export function findHub(address: string, { link, url }: DoorResponse, links: FeedLinks): HubOffer | null {
  const hub = inHeader(link, 'hub', url) ?? links.hub
  const topic = inHeader(link, 'self', url) ?? links.self
  return hub && topic ? { kind: 'hub', url: address, hub, topic } : null
}

function inHeader(link: string | null, rel: string, base: string): string | null {
  for (const [, href = '', rest = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(rest)
    if ((rels?.[1] ?? rels?.[2] ?? '').toLowerCase().split(/\s+/).includes(rel))
      return URL.parse(href, base)?.href ?? null
  }
  return null
}

/** Where a hub verifies and pushes: an address of its own for each subscription. */
export function callbackOf(callback: string, id: string): string {
  return new URL(`websub/${id}`, callback.endsWith('/') ? callback : `${callback}/`).href
}

/** Asks a hub to push. Throws `FetchFailure` where it does not take that. */
export function createHubClient(postForm: Door['postForm'], callback: string) {
  return async (source: Source, { id, hub, topic, secret }: Subscription, signal: AbortSignal): Promise<void> => {
    const form = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': callbackOf(callback, id),
      'hub.secret': secret,
      'hub.lease_seconds': String(leaseSeconds),
    })
    const status = await postForm(source, hub, form, signal)
    if (status < 200 || status > 299)
      throw new FetchFailure('bad_response', `the hub ${new URL(hub).host} answered ${status}`)
  }
}
