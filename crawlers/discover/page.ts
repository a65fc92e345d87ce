// Page: what a web page says of its site, and where it leads to feeds. Pure.
import { type CheerioAPI, load } from 'cheerio'
import { canonicalUrl } from '../../src/text/url.ts'
import { type FoundListing, findListing } from './listing.ts'

export type SitePage = {
  readonly name: string | null
  /** ISO 639, as the page declares it. */
  readonly language: string | null
  /** Addresses of feeds, or of pages that list them; the likeliest first. */
  readonly feeds: readonly string[]
  readonly listing: FoundListing | null
  /** The page of one account. */
  readonly isProfile: boolean
}

const feedType = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i
/** Comments are people's own words, and no news. */
const comments = /comment|bình luận/i
const feedPath = /\.(?:rss|atom)$|\/(?:rss|feed|atom)(?:\.xml)?\/?$|\/rss\/.+\.(?:xml|rss)$/i
/** Of many feeds, the one with everything. */
const wholeSite = /mới nhất|trang chủ|tất cả|\b(?:home|latest|all|tin-moi-nhat|trang-chu)\b/i

export function readSitePage(html: string, address: string): SitePage {
  const $ = load(html)
  const base = URL.parse($('base').attr('href') ?? '', address)?.href ?? address
  const meta = (name: string): string | null =>
    $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim() || null
  const declared = $('html').attr('lang') ?? meta('og:locale') ?? meta('content-language') ?? ''
  return {
    name: meta('og:site_name') ?? meta('application-name') ?? titleOf($),
    language: /^[a-z]{2,3}(?![a-z])/i.exec(declared.trim())?.[0].toLowerCase() ?? null,
    feeds: findFeeds($, base),
    listing: findListing($, base),
    isProfile: meta('og:type') === 'profile',
  }
}

/** The site's part of a title such as "Tin tức | Báo Mẫu": the shorter end. */
function titleOf($: CheerioAPI): string | null {
  const title = $('title').first().text().replace(/\s+/g, ' ').trim()
  const parts = title.split(/\s+[|–—-]\s+/).filter((part) => part !== '')
  const ends = [parts[0], parts.at(-1)].filter((part) => part !== undefined)
  return ends.sort((a, b) => a.length - b.length)[0] ?? null
}

type Named = { readonly url: string; readonly words: string; readonly isDeclared: boolean }

/** Declared feeds before linked ones, and what is called a feed before what may only list them. */
function findFeeds($: CheerioAPI, base: string): string[] {
  const links = $('link[rel~=alternate][href], a[href]')
    .toArray()
    .flatMap((node): Named[] => {
      const url = canonicalUrl($(node).attr('href') ?? '', base)
      if (url === null) return []
      const isDeclared = feedType.test($(node).attr('type') ?? '')
      const words = `${$(node).attr('title') ?? ''} ${$(node).text()} ${url}`
      const isFeed = isDeclared || /\b(?:rss|atom)\b/i.test(words) || feedPath.test(new URL(url).pathname)
      return isFeed && !comments.test(words) ? [{ url, words, isDeclared }] : []
    })
  return [...new Set(links.sort((a, b) => reach(b) - reach(a)).map(({ url }) => url))]
}

const reach = ({ url, words, isDeclared }: Named): number =>
  4 * Number(isDeclared) + 2 * Number(wholeSite.test(words)) + Number(feedPath.test(new URL(url).pathname))
