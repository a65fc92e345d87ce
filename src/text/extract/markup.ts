// Markup: what of a page's source reaches the parser. Linear in its length, whatever the page contains.

export type Markup = {
  /** Without scripts, styles, comments, embedded documents and the tags html, head and body. */
  readonly html: string
  /** Contents of `application/ld+json` scripts, raw. */
  readonly jsonLd: readonly string[]
  /** How many tags `html` has at most. */
  readonly tags: number
  /** `lang` of the html element. */
  readonly lang: string | null
}

/** Longer pages are cut: no article is that long, but a hostile page may be. */
export const maxHtmlChars = 5_000_000
/** Deeper elements lose their tags and keep their text; parsers slow down by the square of the depth. */
const maxDepth = 150
/** Later tags are dropped, their text stays: no article has as many, and every node costs memory. */
const maxTags = 100_000
/** What is left after scripts and styles is cut again. */
const maxKeptChars = 2_000_000

const withContent = new Set([
  'script',
  'style',
  'noscript',
  'svg',
  'iframe',
  'template',
  'object',
  'canvas',
  'audio',
  'video',
  'math',
])
const frame = new Set(['html', 'head', 'body'])
/** Void elements and those that the next of their kind closes: they do not nest by themselves. */
const flat = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option optgroup tr td th thead tbody tfoot'.split(
    ' ',
  ),
)

/** Prepares a page for parsing: see `Markup`. */
export function prepareMarkup(source: string): Markup {
  const html = source.slice(0, maxHtmlChars)
  const state: Scan = { html, kept: [], keptTo: 0, open: [], suppressed: 0, tags: 0, jsonLd: [], lang: null }
  const shouts = /\s(?:CLASS|Class|HREF|Href|NAME|Name|ID|Id|CONTENT|Content)\s*=/.test(html)
  let at = html.indexOf('<')
  while (at >= 0) at = html.indexOf('<', scanTag(state, at, shouts))
  state.kept.push(html.slice(state.keptTo))
  return { html: state.kept.join('').slice(0, maxKeptChars), jsonLd: state.jsonLd, tags: state.tags, lang: state.lang }
}

type Scan = {
  readonly html: string
  readonly kept: string[]
  keptTo: number
  readonly open: string[]
  suppressed: number
  tags: number
  readonly jsonLd: string[]
  lang: string | null
}

function drop(state: Scan, from: number, to: number, instead = ''): number {
  const kept = state.html.slice(state.keptTo, from)
  // One space for many tags in a row.
  const isSpaced = instead === ' ' && kept === '' && state.kept.at(-1) === ' '
  if (!isSpaced) state.kept.push(kept, instead)
  state.keptTo = to
  return to
}

const tagName = /\/?[a-zA-Z][^\s/>]*/y

/** Handles what begins at a "<" and says where to go on. */
function scanTag(state: Scan, at: number, shouts: boolean): number {
  const { html } = state
  if (html.startsWith('<!--', at)) return drop(state, at, after(html, '-->', at + 4))
  tagName.lastIndex = at + 1
  const name = tagName.exec(html)?.[0].toLowerCase()
  if (name === undefined && html[at + 1] === '!') return drop(state, at, after(html, '>', at))
  if (name === undefined) return state.tags++ < maxTags ? at + 1 : drop(state, at, at + 1, ' ')
  const end = findTagEnd(html, at + 1 + name.length)
  if (withContent.has(name)) return dropElement(state, name, at, end)
  if (frame.has(name.replace('/', ''))) {
    if (name === 'html') state.lang ??= /\blang\s*=\s*["']?([\w-]+)/i.exec(html.slice(at, end))?.[1] ?? null
    return drop(state, at, end, ' ')
  }
  if (!isKept(state, name) || state.tags++ >= maxTags) return drop(state, at, end, ' ')
  return shouts ? drop(state, at, end, withLowerNames(html.slice(at, end))) : end
}

const after = (html: string, mark: string, from: number) => {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Position behind the ">" of a tag; one inside a quoted value does not count. */
function findTagEnd(html: string, from: number): number {
  let at = from
  for (; at < html.length; at++) {
    const char = html[at]
    if (char === '>') return at + 1
    if (char !== '=') continue
    while (/\s/.test(html[at + 1] ?? '')) at++
    const quote = html[at + 1]
    if (quote === '"' || quote === "'") at = after(html, quote, at + 2) - 1
  }
  return html.length
}

function dropElement(state: Scan, name: string, at: number, contentAt: number): number {
  const { html } = state
  const closing = new RegExp(`</${name}\\b`, 'gi')
  closing.lastIndex = contentAt
  const close = closing.exec(html)
  const contentEnd = close?.index ?? html.length
  const isData = name === 'script' && /\bld\+json\b/i.test(html.slice(at, contentAt))
  if (isData) state.jsonLd.push(html.slice(contentAt, contentEnd))
  return drop(state, at, close ? findTagEnd(html, contentEnd + name.length + 2) : html.length)
}

/** Follows the nesting as the parser will; false for a tag that would nest too deep, and for its end. */
function isKept(state: Scan, name: string): boolean {
  if (flat.has(name.replace('/', ''))) return true
  if (!name.startsWith('/')) {
    if (state.open.length < maxDepth) return state.open.push(name) > 0
    state.suppressed++
    return false
  }
  if (state.suppressed > 0) {
    state.suppressed--
    return false
  }
  const opened = state.open.lastIndexOf(name.slice(1))
  if (opened >= 0) state.open.length = opened
  return true
}

const withLowerNames = (tag: string) => tag.replace(/(?<=\s)[A-Za-z][\w:-]*(?=\s*=)/g, (name) => name.toLowerCase())
