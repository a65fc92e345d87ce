// Digest: a feed entry that gathers several stories, taken apart. Pure.
import { type Cheerio, type CheerioAPI, load } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { FetchFailure } from '../src/errors.ts'
import { excerpt } from '../src/text/excerpt.ts'
import { fold } from '../src/text/normalize.ts'
import { canonicalUrl } from '../src/text/url.ts'
import type { Candidate } from './articles.ts'
import type { ParsedEntry } from './feed-entry.ts'
import { shortHash } from './fingerprint.ts'

/** More is a table of contents. */
const mostStories = 200
const longestTitle = 160

/**
 * The stories of an entry, in its order; none where the selector finds fewer than two. A story that links to a page of
 * its own is that page; any other has an address in the entry's, made of its title, so that an edited text is the same
 * story. `address` stands in where the entry has none. Throws `FetchFailure` (`no_links`) for a selector that is none.
 */
export function splitDigest({ url, entry }: ParsedEntry, selector: string, address: string): Candidate[] {
  if (entry.html === null) return []
  const $ = load(entry.html, null, false)
  const marks = findMarks($, selector)
  if (marks.length < 2) return []
  const counts = countMarks(marks)
  const base = url ?? address
  const taken = new Set<string | null>([url])
  return marks.map((mark): Candidate => {
    const html = gather(mark, counts)
      .map((node) => $.html(node))
      .join('')
    const titleNode = findTitle($, mark)
    const title = excerpt(titleNode.text(), longestTitle)
    const found = findLink(titleNode, html, base)
    const own = taken.has(found) ? null : found
    taken.add(own)
    return {
      url: own ?? `${base}#${shortHash([fold(title)])}`,
      feed: { ...entry, title: title || null, html, isFullText: own === null },
      entryFingerprint: shortHash([title, html, entry.published]),
      hasPage: own !== null,
    }
  })
}

function select($: CheerioAPI, selector: string): Cheerio<Element> {
  try {
    return $.root().find(selector)
  } catch {
    throw new FetchFailure('no_links', `"${selector}" is no CSS selector`)
  }
}

/** Elements that each story has of its own; of nested ones the outer. */
function findMarks($: CheerioAPI, selector: string): Element[] {
  const found = new Set<AnyNode>(select($, selector).toArray())
  const isInner = (node: AnyNode): boolean =>
    withParents(node)
      .slice(1)
      .some((parent) => found.has(parent))
  return select($, selector)
    .toArray()
    .filter((node) => !isInner(node))
    .slice(0, mostStories)
}

/** For each element how many marks it is or holds. */
function countMarks(marks: readonly Element[]): ReadonlyMap<AnyNode, number> {
  const counts = new Map<AnyNode, number>()
  for (const mark of marks) for (const node of withParents(mark)) counts.set(node, (counts.get(node) ?? 0) + 1)
  return counts
}

function withParents(node: AnyNode): AnyNode[] {
  const path: AnyNode[] = []
  for (let each: AnyNode | null = node; each && each.type !== 'root'; each = each.parent) path.push(each)
  return path
}

/** A story from its mark to where the next one begins; a box around a mark alone belongs to it. */
function gather(mark: Element, counts: ReadonlyMap<AnyNode, number>): AnyNode[] {
  const start = withParents(mark).findLast((node) => counts.get(node) === 1) ?? mark
  const part = [start]
  for (let node = start.next; node && !counts.has(node); node = node.next) part.push(node)
  return part
}

/** The headline in the mark, or the mark itself. */
function findTitle($: CheerioAPI, mark: Element): Cheerio<Element> {
  const whole: Cheerio<Element> = $(mark)
  if (whole.is('h1, h2, h3, h4, h5, h6, dt')) return whole
  const inside = whole.find('h1, h2, h3, h4, h5, h6, strong, b, a[href]').first()
  return inside.text().trim() === '' ? whole : inside
}

/** The link at the headline, or the only one in the story; links in running text lead to what it is about. */
function findLink(title: Cheerio<Element>, html: string, base: string): string | null {
  const read = (links: Cheerio<Element>): string[] =>
    links.toArray().flatMap((link) => canonicalUrl(link.attribs.href ?? '', base) ?? [])
  const [atTitle] = [title.filter('a[href]'), title.parents('a[href]'), title.find('a[href]')].flatMap(read)
  if (atTitle !== undefined) return atTitle
  const all = new Set(read(load(html, null, false).root().find('a[href]')))
  return all.size === 1 ? ([...all][0] as string) : null
}
