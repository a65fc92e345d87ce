// Prune: takes out of a page what is never part of an article, by its kind, its name or because it is hidden.
import { isCreditCaption } from './captions.ts'
import { isElement, isText, type PageElement, type PageNode, walk } from './dom.ts'
import { isNamedAuthor, isNamedComments, isNamedForeign, isNamedPopup } from './names.ts'

/** Furniture of any page, whatever it is called. */
const furniture = new Set('nav footer form menu dialog button select textarea label input'.split(' '))
const furnitureRoles = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar complementary alert status'.split(' '),
)

/**
 * Part of the page's own words that an element must have to be the article's frame, whatever it is called: a body may
 * be named "print only", a form be wrapped around a whole portal, a paywall hide what it has delivered.
 */
const frameShares = { named: 0.25, hidden: 0.4, edge: 0.8, popup: 0.8, caption: 1 } as const

/** Removes furniture, adverts, comments, author boxes and hidden parts; never what holds the headline. */
export function prune(root: PageElement, headline: PageElement | null): void {
  const weights = weigh(root)
  const total = ownChars(weights.get(root))
  const frames = new Set<PageNode>([root])
  for (let node: PageNode | null = headline; node; node = node.parentNode) frames.add(node)
  removeElements(root, (element) => {
    const share = frames.has(element) ? null : foreignShare(element)
    return share !== null && ownChars(weights.get(element)) <= total * share
  })
}

/**
 * Removes author boxes, captions with credits and what readers wrote, and nothing else: their names must not reach any
 * text (safeguard 1), whoever takes it out of the page. A part that holds a headline, or most of the page, is the
 * article's frame.
 */
export function removePeople(root: PageElement): void {
  const weights = weigh(root)
  const most = ownChars(weights.get(root)) * frameShares.popup
  removeElements(root, (element) => {
    if (isCreditCaption(element)) return true
    const isPeople = isAboutPeople(element) || (isNamedComments(element) && !isInline(element))
    return isPeople && ownChars(weights.get(element)) <= most && !element.querySelector('h1')
  })
}

/** A caption that stays is not searched: as a whole it is a sentence, whatever its parts are called. */
function removeElements(root: PageElement, isDoomed: (element: PageElement) => boolean): void {
  const doomed: PageElement[] = []
  const enter = (node: PageNode): boolean => {
    if (!isElement(node)) return false
    if (!isDoomed(node)) return node.localName !== 'figcaption'
    doomed.push(node)
    return false
  }
  walk(root, enter, () => {})
  for (const element of doomed) element.remove()
}

/** For an element that looks foreign, the share of the page from which on it is kept; null for all others. */
function foreignShare(element: PageElement): number | null {
  if (element.localName === 'figcaption') return isCreditCaption(element) ? frameShares.caption : null
  const role = element.getAttribute('role') ?? ''
  if (/dialog/.test(role) || (isNamedPopup(element) && !isInline(element))) return frameShares.popup
  if (/^(?:nav|footer)$/.test(element.localName)) return frameShares.edge
  if (isHidden(element) || furniture.has(element.localName) || furnitureRoles.has(role)) return frameShares.hidden
  const isForeign = isAboutPeople(element) || (!isInline(element) && isNamedForeign(element))
  return isForeign ? frameShares.named : null
}

/** What an element holds: characters of text, and of those the ones in links. */
type Weight = { text: number; link: number }

const ownChars = (weight: Weight | undefined) => (weight ? weight.text - weight.link : 0)

function weigh(root: PageElement): Map<PageNode, Weight> {
  const weights = new Map<PageNode, Weight>()
  const stack: Weight[] = []
  let links = 0
  const enter = (node: PageNode): boolean => {
    if (isText(node)) {
      const top = stack.at(-1)
      const chars = node.textContent.trim().length
      if (top) top.text += chars
      if (top && links > 0) top.link += chars
    }
    if (!isElement(node)) return false
    if (node.localName === 'a') links++
    stack.push({ text: 0, link: 0 })
    return true
  }
  const leave = (element: PageElement) => {
    if (element.localName === 'a') links--
    const weight = stack.pop() as Weight
    weights.set(element, weight)
    const parent = stack.at(-1)
    if (!parent) return
    parent.text += weight.text
    parent.link += weight.link
  }
  walk(root, enter, leave)
  return weights
}

const inlineTags = new Set('a span b i em strong u font small sup sub mark abbr time cite q'.split(' '))
const lineTags = new Set('p h1 h2 h3 h4 h5 h6 li td dd blockquote figure'.split(' '))

/** A name on a piece of a sentence describes the word ("player link"), not a part of the page. */
function isInline(element: PageElement): boolean {
  let node: PageElement | null = element
  while (node && inlineTags.has(node.localName)) node = node.parentNode
  return node !== element && node !== null && lineTags.has(node.localName)
}

function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
}

/** Authors' names must not reach the text (safeguard 1). */
function isAboutPeople(element: PageElement): boolean {
  if (/\bauthor\b/.test(`${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`)) return true
  return isNamedAuthor(element)
}
