// Date places: where a page shows dates, what stands behind the headline first; not those of comments, teasers and side columns.
import { readBlocks } from './blocks.ts'
import { isElement, type PageElement, type PageNode, walk } from './dom.ts'
import { nameWords } from './names.ts'

/** Elements by what they say of themselves; `time` elements marked as publication or beside the headline come first. */
export type DatePlaces = Readonly<Record<'published' | 'modified' | 'times' | 'named', readonly PageElement[]>>

/** In `itemprop` and RDFa's `property`. */
const marks = { published: /(?:^|:)datePublished$|:dateCreated$|^dc:date$/, modified: /(?:^|:)dateModified$/ }
const dateName =
  / (?:date|dates|datetime|dateline|pubdate|published|posted|publish|timestamp|created|time|\w+datum|\w+date|ngay|ngaydang|thoi gian|thoigian|datum|fecha|data) /
const modifiedName = / (?:updated|modified|cap nhat|capnhat) /
const publishedName = / (?:published|entry date) /
/** Portals show today's date, too. */
const todayName = / (?:now|today|current|clock|hom nay|homnay|hien tai) /
const besides =
  / (?:comments?|commentlist|commentaires?|kommentare?|comentarios?|disqus|replies|related|recommend(?:ed|ations?)?|sidebar|footer|widgets?|teasers?|popular|trending|most read|tin khac|lien quan|binh luan|calendar|archives?|copyright) /

/** Lines that say when are short. */
export const longestDateLine = 120
const longestNamed = longestDateLine * 2

/** Every element under `root` that names or marks itself as a date. */
export function findDatePlaces(root: PageElement, headline: PageElement | null): DatePlaces {
  const behind: Record<keyof DatePlaces, PageElement[]> = { published: [], modified: [], times: [], named: [] }
  const before: typeof behind = { published: [], modified: [], times: [], named: [] }
  const isBesides = besidesOf(headline)
  let found = headline === null ? behind : before
  const enter = (node: PageNode): boolean => {
    if (!isElement(node)) return false
    if (node === headline) found = behind
    const kind = kindOf(node)
    if (kind !== null && !isBesides(node)) found[kind].push(node)
    return true
  }
  walk(root, enter, () => {})
  const all = (kind: keyof DatePlaces) => [...behind[kind], ...before[kind]]
  const isFirst = (time: PageElement) => isMarkedPublished(time) || headline?.parentNode?.contains(time) === true
  const markedFirst = (one: PageElement, other: PageElement) => Number(isFirst(other)) - Number(isFirst(one))
  const times = [...behind.times.toSorted(markedFirst), ...before.times.toSorted(markedFirst)]
  return { published: all('published'), modified: all('modified'), times, named: all('named') }
}

function kindOf(element: PageElement): keyof DatePlaces | null {
  const property = element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''
  if (marks.published.test(property)) return 'published'
  if (marks.modified.test(property)) return 'modified'
  const name = nameWords(element)
  if (element.localName === 'time') return modifiedName.test(name) && !publishedName.test(name) ? 'modified' : 'times'
  if (!dateName.test(name) || todayName.test(name)) return null
  if (element.textContent.length > longestNamed) return null
  return modifiedName.test(name) ? 'modified' : 'named'
}

const isMarkedPublished = (time: PageElement) =>
  time.getAttribute('pubdate') !== null || publishedName.test(nameWords(time))

/**
 * A test for what stands beside the article. What holds the headline, or an entry of the hAtom microformat, is the
 * article's frame whatever it is called. Each element is judged once: a page may have 100,000 dates in one column.
 */
function besidesOf(headline: PageElement | null): (element: PageElement) => boolean {
  const judged = new Map<PageElement, boolean>()
  const isFrame = (element: PageElement) =>
    (headline !== null && element.contains(headline)) || element.querySelector('.hentry') !== null
  const isBesides = (element: PageElement): boolean => {
    if (element.localName === 'body') return false
    const before = judged.get(element)
    if (before !== undefined) return before
    const isNamed = /^(?:aside|footer|nav)$/.test(element.localName) || besides.test(nameWords(element))
    const parent = element.parentNode
    const answer = (isNamed && !isFrame(element)) || (parent !== null && isBesides(parent))
    judged.set(element, answer)
    return answer
  }
  return isBesides
}

const linesBehind = 15
const linesBefore = 4
const longestBareDate = 45

/** Short lines: those behind and before the headline, the nearest first; and those that hold hardly more than a number. */
export function findDateLines(
  root: PageElement,
  headline: PageElement | null,
): { readonly near: readonly string[]; readonly bare: readonly string[] } {
  const lines = readBlocks(root)
  const isBesides = besidesOf(headline)
  const at = headline ? lines.findIndex((line) => headline.contains(line.element)) : -1
  const around = [
    ...lines.slice(at + 1, at + 1 + linesBehind),
    ...lines.slice(Math.max(0, at - linesBefore), at + 1).reverse(),
  ]
  const near = (headline ? around : []).filter(({ text }) => text.length <= longestDateLine)
  const bare = lines.filter(
    ({ text, linkChars, element }) =>
      text.length <= longestBareDate && /\d/.test(text) && linkChars < text.length / 2 && !isBesides(element),
  )
  return { near: near.map(({ text }) => text), bare: bare.map(({ text }) => text) }
}
