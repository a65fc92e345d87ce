// Listing: finds, on a page full of links, the selector of its headlines and of the link to the next page.
import type { CheerioAPI } from 'cheerio'
import { canonicalUrl } from '../../src/text/url.ts'

export type FoundListing = { readonly link: string; readonly next?: string }

/** Fewer headlines are no listing. */
const leastHeadlines = 4
/** A headline says something: menu entries are shorter, teasers longer. */
const headlineChars = { least: 24, most: 250 }
const leastWords = 5
/** How far up from a link its surroundings are looked at, how many links and how many selectors are tried. */
const mostSteps = 4
const mostLinks = 2000
const mostSelectors = 200
/** Links outside the headlines that a selector may carry along. */
const leastPrecision = 0.75

type Link = { readonly url: string; readonly isHeadline: boolean; readonly selectors: readonly string[] }

/** Pure; null where nothing on the page looks like a list of articles. */
export function findListing($: CheerioAPI, base: string): FoundListing | null {
  const links = readLinks($, base)
  const counts = new Map<string, number>()
  for (const { selectors } of links.filter(({ isHeadline }) => isHeadline))
    for (const selector of selectors) counts.set(selector, (counts.get(selector) ?? 0) + 1)
  const likely = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostSelectors)
  const judged = likely.map(([selector]) => ({ selector, score: judge(selector, links) }))
  // Of equals, a class says more than a tag, and a short selector outlives more changes than a long one.
  const isBare = (selector: string): number => Number(!selector.includes('.'))
  const best = judged.sort(
    (a, b) => b.score - a.score || isBare(a.selector) - isBare(b.selector) || a.selector.length - b.selector.length,
  )[0]
  if (!best || best.score === 0) return null
  const next = findNext($, base)
  return { link: best.selector, ...(next ? { next } : {}) }
}

/** Headlines that a selector finds, less for every other link that it finds too; 0 where it will not do. */
function judge(selector: string, links: readonly Link[]): number {
  const found = links.filter(({ selectors }) => selectors.includes(selector))
  const headlines = new Set(found.filter(({ isHeadline }) => isHeadline).map(({ url }) => url)).size
  const precision = headlines / new Set(found.map(({ url }) => url)).size
  return headlines < leastHeadlines || precision < leastPrecision ? 0 : headlines * precision ** 2
}

/** Links of the page's own site, outside its furniture; a picture's link counts with the headline that it repeats. */
function readLinks($: CheerioAPI, base: string): Link[] {
  const { hostname } = new URL(base)
  const links: Link[] = []
  for (const node of $('a[href]').toArray().slice(0, mostLinks)) {
    const url = canonicalUrl($(node).attr('href') ?? '', base)
    if (url === null || url === base || new URL(url).hostname !== hostname) continue
    if ($(node).closest('nav, footer, aside, [role=navigation]').length > 0) continue
    const text = ($(node).text().trim() || $(node).attr('title') || '').replace(/\s+/g, ' ')
    links.push({ url, isHeadline: isHeadline(text), selectors: selectorsOf($, node) })
  }
  return links
}

function isHeadline(text: string): boolean {
  const { length } = text
  return length >= headlineChars.least && length <= headlineChars.most && text.split(' ').length >= leastWords
}

type Node = Parameters<CheerioAPI>[0] & object

/** Ways to name a link by what is around it: `a.title`, `h3 a`, `.list h3 a`, `.list a`. */
function selectorsOf($: CheerioAPI, node: Node): string[] {
  const own = [...namesOf($, node)].filter((name) => name !== 'a')
  const around = $(node)
    .parents()
    .toArray()
    .slice(0, mostSteps)
    .map((parent) => namesOf($, parent))
  const inner = around[0] ?? []
  const chains = around.flatMap((names) => names.map((name) => `${name} a`))
  const nested = around
    .slice(1)
    .flatMap((names) =>
      names.filter((name) => name.startsWith('.')).flatMap((outer) => inner.map((name) => `${outer} ${name} a`)),
    )
  return [...new Set([...own.map((name) => `a${name}`), ...chains, ...nested])]
}

/** Elements that are everywhere say nothing by their tag. */
const plainTags = /^(?:div|span|p|a|body|html|section|main)$/

function namesOf($: CheerioAPI, node: Node): string[] {
  const element = $(node)
  const tag = String(element.prop('tagName') ?? '').toLowerCase()
  // Numbers and machine-made names change with the next version of the site.
  const classes = (element.attr('class') ?? '').split(/\s+/).filter((name) => /^[a-z][a-z_-]{2,30}$/i.test(name))
  return [...(plainTags.test(tag) ? [] : [tag]), ...classes.slice(0, 3).map((name) => `.${name}`)]
}

/** As sites write "next page", the surest first. */
const nextSelectors = [
  'a[rel=next]',
  'link[rel=next]',
  '.pagination .next a',
  '.pagination a.next',
  'a.next',
  'a.next-page',
  '.next a',
  'a:contains("Trang sau")',
  'a:contains("Trang tiếp")',
  'a:contains("Next page")',
]

function findNext($: CheerioAPI, base: string): string | undefined {
  return nextSelectors.find((selector) => {
    const href = $(selector).first().attr('href')?.trim() ?? ''
    return href !== '' && !href.startsWith('#') && canonicalUrl(href, base) !== null
  })
}
