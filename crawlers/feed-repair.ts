// Feed repair: ill-formed XML made readable, and read leniently where that does not help. All of it in time that grows
// with the text only: what comes from outside may be meant to keep us busy.
import { type CheerioAPI, load } from 'cheerio'
import type { RawEntry } from './feed-entry.ts'
import type { RawFeed } from './feed-formats.ts'

const feedTag = /<(?:[a-z][\w-]*:)?(?:rss|rdf|feed|channel)[\s>]/i
const start = /<(?:\?xml\s|(?:[a-z][\w-]*:)?(?:rss|rdf|feed|channel)[\s>])/i
const entryTags = /<((?:(?:atom|a10|rss):)?(?:item|entry))(?=[\s>])/gi
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids is what is removed.
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
/** With its internal subset: entities that a document defines for itself are never expanded. */
const doctype = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/i
/** Where it stands, if anywhere. */
const doctypeWindow = 20_000
/** A "<" that begins neither a tag nor a comment nor a CDATA section. In CDATA, HTML is meant, where it reads the same. */
const strayLess = /<(?![A-Za-z_/]|!--|!\[CDATA\[|\?)/g

/** The text with what commonly breaks a parser put right: leading junk, DOCTYPE, control characters, a stray "<". */
export function repairXml(text: string): string {
  const body = text.slice(Math.max(0, text.search(start))).replace(forbidden, '')
  const head = body.slice(0, doctypeWindow).replace(doctype, '')
  return (head + body.slice(doctypeWindow)).replace(strayLess, '&lt;')
}

/** How many entries a text seems to have; a reader that finds fewer has lost some. */
export function countEntryTags(text: string): number {
  return text.match(entryTags)?.length ?? 0
}

/** Tags left open inside one entry; more is no carelessness. */
const deepest = 500

/** Reads what is there, whether tags are closed or not. Null where nothing looks like a feed. */
export function readLeniently(text: string, mostEntries: number): RawFeed | null {
  if (!feedTag.test(text)) return null
  // An entry ends where the next one begins, whatever was left open in it.
  const closed = cutWhereTooDeep(text).replace(entryTags, '</$1><$1')
  const $ = load(closed, { xml: { xmlMode: true, lowerCaseTags: true } })
  const nodes = findEntries($.root().toArray(), mostEntries)
  return { entries: nodes.map((node) => readNode($, node)), ttlMs: null, links: [] }
}

function cutWhereTooDeep(text: string): string {
  let depth = 0
  for (const tag of text.matchAll(/<(\/?)([A-Za-z_][\w:.-]*)([^<>]*)/g)) {
    if (/^(?:\w+:)?(?:item|entry)$/i.test(tag[2] ?? '')) depth = 0
    else if (tag[1] === '/') depth = Math.max(0, depth - 1)
    else if (!tag[3]?.endsWith('/')) depth++
    if (depth > deepest) return text.slice(0, tag.index)
  }
  return text
}

type Node = Parameters<CheerioAPI>[0] & object
type Tree = { readonly name?: string; readonly children?: readonly unknown[] }

/** In document order. Not by selector: that compares positions, in time that grows with the square of the depth. */
function findEntries(roots: readonly unknown[], most: number): Node[] {
  const found: Node[] = []
  const open = roots.toReversed()
  while (open.length > 0 && found.length < most) {
    const node = open.pop() as Tree
    if (/^(?:(?:atom|a10|rss):)?(?:item|entry)$/.test(node.name ?? '')) found.push(node as Node)
    else for (const child of node.children?.toReversed() ?? []) open.push(child)
  }
  return found
}

function readNode($: CheerioAPI, node: Node): RawEntry {
  const children = $(node).children()
  const find = (names: RegExp) => children.filter((_, child) => names.test(child.name))
  const textOf = (names: RegExp): string | null => find(names).first().text().trim() || null
  const htmlOf = (names: RegExp): string | null => {
    const found = find(names).first()
    // Markup that was not escaped has become elements.
    return (found.children().length > 0 ? found.html() : found.text())?.trim() || null
  }
  const links = find(/^(?:atom:|a10:)?link$/)
    .toArray()
    .filter((link) => /^(?:alternate)?$/.test($(link).attr('rel') ?? ''))
    .map((link) => $(link).attr('href') ?? $(link).text())
  const guid = find(/^(?:guid|id|atom:id)$/).first()
  const id = guid.text().trim() || null
  const isPermalink = guid.attr('ispermalink') !== 'false' && /^https?:/i.test(id ?? '')
  return {
    id,
    links: [...links, isPermalink ? id : null, $(node).attr('rdf:about')],
    bases: [$(node).attr('xml:base')],
    title: textOf(/^(?:atom:|dc:)?title$/),
    summary: htmlOf(/^(?:atom:)?(?:description|summary)$/),
    content: htmlOf(/^(?:content:encoded|(?:atom:)?content|xhtml:body)$/),
    published: textOf(/^(?:pubdate|(?:atom:)?(?:published|issued|updated)|dc:date)$/),
    language: textOf(/^dc:language$/),
  }
}
