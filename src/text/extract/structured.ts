// Structured data: what a page says about itself in JSON-LD and meta elements (OpenGraph among them).
import { tidy } from './blocks.ts'
import type { PageDocument } from './dom.ts'

export type Structured = {
  readonly headline: string | null
  readonly body: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly description: string | null
  readonly language: string | null
  readonly publisher: string | null
  readonly isFree: boolean | null
}

type Thing = Readonly<Record<string, unknown>>

const nothing: Structured = {
  ...{ headline: null, body: null, published: null, modified: null, description: null },
  ...{ language: null, publisher: null, isFree: null },
}

/** What the page's JSON-LD says of its article; broken JSON is repaired or searched as text. */
export function readJsonLd(scripts: readonly string[]): Structured {
  const parsed = scripts.map(parseLoosely)
  const things = parsed.flatMap(collectThings)
  const articles = things.filter((thing) => isOfType(thing, articleType))
  const main = articles.find((thing) => text(thing.articleBody) !== null) ?? articles[0]
  if (main) return describe(main, things)
  const broken = searchBroken(scripts.filter((_, i) => parsed[i] === null).join('\n'))
  if (broken.headline !== null || broken.published !== null) return broken
  const page = things.find((thing) => isOfType(thing, /WebPage$|^VideoObject$/))
  return page ? { ...nothing, ...dates(page), description: text(page.description) } : nothing
}

/** Ends of the type names of schema.org that are an article. */
export const articleType = /(?:Article|BlogPosting|NewsItem|LiveBlogPosting|Report|SocialMediaPosting)$/
/** Where a page nests its main thing; what lies elsewhere are teasers, comments and people. */
const ways = ['@graph', 'mainEntity', 'mainEntityOfPage'] as const
const maxThings = 200

function collectThings(root: unknown): Thing[] {
  const found: Thing[] = []
  const queue: unknown[] = [root]
  for (let value = queue.shift(); queue.length > 0 || value !== undefined; value = queue.shift()) {
    if (found.length >= maxThings) break
    if (Array.isArray(value)) queue.push(...value.slice(0, maxThings))
    else if (isThing(value)) {
      found.push(value)
      for (const way of ways) if (value[way]) queue.push(value[way])
    }
  }
  return found
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null

function isOfType(thing: Thing, pattern: RegExp): boolean {
  return [thing['@type']].flat().some((type) => typeof type === 'string' && pattern.test(type))
}

const text = (value: unknown): string | null => {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first : null
}

function dates(thing: Thing): Pick<Structured, 'published' | 'modified'> {
  return {
    published: text(thing.datePublished) ?? text(thing.dateCreated) ?? text(thing.uploadDate),
    modified: text(thing.dateModified),
  }
}

function describe(main: Thing, things: readonly Thing[]): Structured {
  const own = dates(main)
  const page = things.find((thing) => isOfType(thing, /^WebPage$/))
  const publisher = isThing(main.publisher) ? text(main.publisher.name) : null
  const isFree = main.isAccessibleForFree
  return {
    headline: text(main.headline) ?? text(main.name),
    body: text(main.articleBody),
    published: own.published ?? text(page?.datePublished),
    modified: own.modified,
    description: text(main.description),
    language: text(main.inLanguage),
    publisher,
    isFree: isFree === undefined ? null : String(isFree).toLowerCase() !== 'false',
  }
}

/** JSON as people write it: with comments around, line breaks in strings, commas too many. */
function parseLoosely(script: string): unknown {
  const trimmed = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*[^*]*\*\/)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '')
    .trim()
  const repaired = trimmed
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '')
  for (const candidate of [trimmed, repaired]) {
    try {
      return JSON.parse(candidate)
    } catch {}
  }
  return null
}

function searchBroken(source: string): Structured {
  const field = (name: string) => {
    const found = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,2000})"`).exec(source)?.[1]
    return found
      ? found
          .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
          .replace(/\\(.)/g, '$1')
      : null
  }
  return { ...nothing, headline: field('headline'), published: field('datePublished'), modified: field('dateModified') }
}

/** Contents of meta elements by lower-case name, property or itemprop; the first of a name counts. */
export function readMeta(document: PageDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = tidy(meta.getAttribute('content') ?? '')
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (name && !values.has(name)) values.set(name, content)
    }
  }
  return values
}
