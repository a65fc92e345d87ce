// Site: looks at one address and finds every way in which it can be listened to, with as few requests as will do.
import { FetchFailure } from '../../src/errors.ts'
import type { ConnectorContext } from '../connector.ts'
import { bases, type Discovery, type Offer } from './offer.ts'
import type { SitePage } from './page.ts'
import { platformAt } from './platform.ts'
import type { SiteSeen } from './read-site.ts'

export type Look = {
  /** A door that remembers (`rememberAnswers`): what is seen here is not asked for again by the sample. */
  readonly fetch: ConnectorContext['fetch']
  readonly parse: ConnectorContext['parse']
  /** Sitemaps that the site's robots.txt names. */
  readonly findSitemaps: (address: string) => Promise<readonly string[]>
}

/** Requests spent on feeds that a page names; each waits its turn at the host. */
const mostFeedLooks = 3
/** A page that names hundreds of sitemaps is a large archive: the first ones will do. */
const mostSitemaps = 5

/**
 * What the address offers, the best first; no offers where it is no source. Throws `FetchFailure` where the address
 * itself cannot be read.
 */
export async function discover(address: string, look: Look): Promise<Discovery> {
  const platform = platformAt(address)
  if (platform === 'refused') return nothing
  if (platform) return { name: platform.name, language: null, offers: [platform] }
  const response = await look.fetch({ url: address })
  const { own, timeline, page } = await look.parse('site', response, null)
  if (own) return { name: own.name, language: own.language, offers: [own.offer] }
  if (timeline) return { name: timeline.name, language: null, offers: [timeline] }
  // One person's account and an organisation's look alike here: an account comes in by its platform's kind only.
  if (page === null || page.isProfile) return nothing
  const offers = [
    ...(await readFeeds(page, look)),
    ...(await readSitemaps(response.url, look)),
    ...(page.listing ? [listingOffer(response.url, page)] : []),
  ]
  const ranked = offers.sort((a, b) => bases.indexOf(a.basis) - bases.indexOf(b.basis))
  return { name: page.name, language: page.language, offers: ranked }
}

const nothing: Discovery = { name: null, language: null, offers: [] }

function listingOffer(url: string, { name, listing }: SitePage): Offer {
  return { kind: 'listing', url, basis: 'listing', name, ...(listing ? { listing } : {}) }
}

/** The feeds that a page names, looked into; a page that lists feeds is followed once. */
async function readFeeds(page: SitePage, look: Look): Promise<Offer[]> {
  const offers: Offer[] = []
  let waiting = [...page.feeds]
  for (let looks = 0; looks < mostFeedLooks && waiting.length > 0; looks++) {
    const url = waiting.shift() as string
    const { own, page: further } = await trySite(url, look)
    if (own?.offer.kind === 'feed') offers.push({ ...own.offer, url })
    else if (further) waiting = [...further.feeds, ...waiting].filter((next) => next !== url)
    // What the page itself puts first is its main feed, unless a later one has the whole text.
    if (own?.offer.basis === 'full_text_feed') break
  }
  return offers
}

async function trySite(url: string, { fetch, parse }: Look): Promise<SiteSeen> {
  try {
    return await parse('site', await fetch({ url }), null)
  } catch (error) {
    if (error instanceof FetchFailure) return { own: null, timeline: null, page: null }
    throw error
  }
}

/** What robots.txt names is taken at its word; whether articles come of it, the sample shows. */
async function readSitemaps(address: string, { findSitemaps }: Look): Promise<Offer[]> {
  const named = await findSitemaps(address)
  return named.slice(0, mostSitemaps).map((url) => {
    const isNews = /news|tin-?tuc/i.test(new URL(url).pathname)
    return { kind: 'sitemap', url, basis: isNews ? 'news_sitemap' : 'sitemap', name: null }
  })
}
