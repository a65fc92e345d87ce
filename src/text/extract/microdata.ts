// Microdata: what a page says of its article in the attributes of its elements, where its JSON-LD is silent.
import { tidy } from './blocks.ts'
import type { PageElement } from './dom.ts'
import { articleType, type Structured } from './structured.ts'

/** The text of the article is not read from here: what is marked `articleBody` is found among the page's lines. */
const properties = {
  headline: ['headline', 'name'],
  published: ['datePublished', 'dateCreated'],
  modified: ['dateModified'],
  description: ['description'],
  language: ['inLanguage'],
  isFree: ['isAccessibleForFree'],
} as const

/** Structured data with its gaps filled from the one article under `root` that is marked as such. */
export function completeByMicrodata(data: Structured, root: PageElement): Structured {
  const article = findArticle(root)
  if (article === null) return data
  const values = readProperties(article)
  const value = (names: readonly string[]) => names.map((name) => values.get(name)).find((found) => !!found) ?? null
  const isFree = value(properties.isFree)
  return {
    ...data,
    headline: data.headline ?? value(properties.headline),
    published: data.published ?? value(properties.published),
    modified: data.modified ?? value(properties.modified),
    description: data.description ?? value(properties.description),
    language: data.language ?? value(properties.language),
    isFree: data.isFree ?? (isFree === null ? null : isFree.toLowerCase() !== 'false'),
  }
}

/** The only article of a page, or the one that holds its h1; teasers are marked as articles, too. */
function findArticle(root: PageElement): PageElement | null {
  const all = [...root.querySelectorAll('[itemscope][itemtype]')].filter((scope) =>
    articleType.test(scope.getAttribute('itemtype') ?? ''),
  )
  return all.length === 1 ? (all[0] ?? null) : (all.find((scope) => scope.querySelector('h1') !== null) ?? null)
}

const wanted = new Set<string>(Object.values(properties).flat())

/** First value of each property of a thing, without those of the things inside it. */
function readProperties(scope: PageElement): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const element of scope.querySelectorAll('[itemprop]')) {
    const names = (element.getAttribute('itemprop') ?? '').split(/\s+/)
    const missing = names.filter((name) => wanted.has(name) && !values.has(name))
    if (missing.length === 0 || element.getAttribute('itemscope') !== null || scopeOf(element) !== scope) continue
    const text = element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent
    for (const name of missing) values.set(name, tidy(text))
  }
  return values
}

function scopeOf(element: PageElement): PageElement | null {
  let node = element.parentNode
  while (node?.getAttribute && node.getAttribute('itemscope') === null) node = node.parentNode
  return node
}
