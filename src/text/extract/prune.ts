// Prune: takes out of a page what is never part of an article, by what it calls itself.
import { isElement, isText, type PageElement, type PageNode, walk } from './dom.ts'

/** Furniture of any page, whatever it is called. */
const furniture = new Set('nav footer form menu dialog button select textarea label input figcaption'.split(' '))
const furnitureRoles = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar complementary alert status'.split(' '),
)

/**
 * Words in class and id names, split at hyphens, underscores and capitals: "articleShareBar" is "article share bar".
 * Whole words only: "ad" inside "header" or "headline" means nothing.
 */
const nonContent = new RegExp(
  ` (?:${[
    'comments?|disqus|respond|replies|binh luan|binhluan|discussion',
    'related|relateds|recommend(?:ed|ation|ations)?|more (?:news|stories|articles|posts|on|from)|read (?:more|also|next)|readmore|also read|see also|you may|next (?:article|post|up)|prev(?:ious)? (?:article|post)|post navigation|most (?:read|popular|viewed|recent)|popular|trending|teasers?|tin lien quan|tinlienquan|lien quan|lienquan|tin khac|tinkhac|cung chuyen muc|doc nhieu|docnhieu|xem nhieu|doc them|xem them|tin moi|tinmoi|outbrain|taboola|ob widget|zergnet|mgid|onnetwork|dable',
    'ad|ads|advert|adverts|advertisement|advertisements|advertising|adsense|ad slot|adslot|adbox|ad box|banner ads?|sponsor(?:ed|s)?|promo|promos|promotion|promoted|quang cao|quangcao|affiliate|anzeige|werbung|publicite|reklama',
    'share|shares|sharing|sharebar|sharebox|social|socials|sociallinks|addthis|addtoany|sharedaddy|jp relatedposts|chia se|follow us|followus',
    'author|authors|byline|bylines|by line|authorbox|author box|bio|tac gia|tacgia|auteur|autor|autoren|contributors?|writer',
    'tags?|taglist|tag list|tagcloud|keywords|tu khoa|tukhoa|categories|cat links|post meta|entry meta|article meta|meta data|metadata|topics?',
    'newsletter|newsletters|subscribe|subscription|signup|sign up|mailchimp|paywall|regwall|piano|login|log in|register|donate|donation',
    'nav|navbar|navigation|breadcrumbs?|menu|menus|submenu|sidebar|side bar|pagination|pager|toolbar|tool bar|skip link|toc|search|searchform|footer|foot|copyright|site header|masthead|topbar',
    'caption|captions|credit|credits|photo credit|wp caption text|image source|legende|bildunterschrift|lightbox|slideshow|slider|carousel|gallery caption',
    'twitter tweet|instagram media|tiktok embed|fb post|social media embed|embed social',
    'cookie|cookies|consent|gdpr|popup|modal|overlay|hidden|visually hidden|sr only|screen reader text|print only|printonly|noprint|no print|rating|ratings|vote|poll|survey|feedback|disclaimer|widget|widgets|tooltip|player|video player|audio player',
  ].join('|')}) `,
)
/** Names that say what a page has or is about, not what an element is. */
const qualifier =
  /^(?:has|no|with|without|is|category|tag|topic|post-type|type|single|page|theme|format|js|hide|show)[-_]/

/** Class and id as lower-case words between spaces. */
export function nameWords(element: PageElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim()
  if (names === '') return ''
  const own = names.split(/\s+/).filter((name) => !qualifier.test(name))
  const split = own
    .join('  ')
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
  return ` ${split.replace(/[-_:.]+|(?<=\D)(?=\d)/g, ' ')} `
}

/** What an element holds: characters of text, and of those the ones in links. */
type Weight = { text: number; link: number }

/** An element that holds this part of the page's own words is the article's frame, whatever its name. */
const frameShare = 0.4
/** Consent texts can be longer than a short article. */
const popupShare = 0.8

/** Removes furniture, adverts, comments, author boxes and hidden parts; never what holds one of `keep`. */
export function prune(root: PageElement, keep: readonly PageElement[]): void {
  const weights = weigh(root)
  const total = own(weights.get(root))
  const frames = new Set<PageNode>()
  for (const kept of keep) for (let node: PageNode | null = kept; node; node = node.parentNode) frames.add(node)
  const doomed: PageElement[] = []
  const enter = (node: PageNode): boolean => {
    if (!isElement(node)) return false
    if (node === root || frames.has(node) || !isForeign(node)) return true
    if (own(weights.get(node)) > total * (isPopup(node) ? popupShare : frameShare)) return true
    doomed.push(node)
    return false
  }
  walk(root, enter, () => {})
  for (const element of doomed) element.remove()
}

const own = (weight: Weight | undefined) => (weight ? weight.text - weight.link : 0)

function weigh(root: PageElement): Map<PageNode, Weight> {
  const weights = new Map<PageNode, Weight>()
  const stack: Weight[] = []
  let links = 0
  const enter = (node: PageNode): boolean => {
    if (isText(node)) {
      const chars = node.textContent.trim().length
      const top = stack.at(-1)
      if (top) top.text += chars
      if (top && links > 0) top.link += chars
      return false
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

function isForeign(element: PageElement): boolean {
  if (furniture.has(element.localName)) return true
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return true
  if (isHidden(element) || isAboutPeople(element)) return true
  return nonContent.test(nameWords(element))
}

const popupName = / (?:cookies?|consent|gdpr|popup|modal|overlay|comments?|disqus) /

function isPopup(element: PageElement): boolean {
  return /dialog/.test(element.getAttribute('role') ?? '') || popupName.test(nameWords(element))
}

function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
}

/** Authors' names must not reach the text (safeguard 1). */
function isAboutPeople(element: PageElement): boolean {
  return /\bauthor\b/.test(`${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`)
}
