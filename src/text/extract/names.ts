// Names: the class and id of an element as words, and which of them say that it is no part of an article.
import type { PageElement } from './dom.ts'

/** Names that say what a page has or is about, not what an element is. */
const qualifier =
  /^(?:(?:has|no|with|without|is|category|tag|topic|post-type|type|single|page|theme|format|js|hide|show)[-_]|layout)/

/** Generated class lists can be endless; the telling names come first. */
const maxNameChars = 500

/** Class and id as lower-case words between spaces, split at hyphens, underscores and capitals: " article share bar ". */
export function nameWords(element: PageElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .slice(0, maxNameChars)
    .trim()
  if (names === '') return ''
  const own = names.split(/\s+/).filter((name) => !qualifier.test(name))
  const split = own
    .join('  ')
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
  return ` ${split.replace(/[-_:.]+|(?<=\D)(?=\d)/g, ' ')} `
}

/** Whole words only: "ad" inside "header" or "headline" means nothing. */
const foreign = new RegExp(
  ` (?:${[
    'comments?|disqus|respond|replies|binh luan|binhluan|discussion',
    'related|relateds|recommend(?:ed|ation|ations)?|more (?:news|stories|articles|posts|on|from)|read (?:more|also|next)|readmore|also read|see also|you may|next (?:article|post|up)|prev(?:ious)? (?:article|post)|post navigation|most (?:read|popular|viewed|recent)|popular|trending|outbrain|taboola|ob widget|zergnet|mgid|dable',
    'tin lien quan|tinlienquan|lien quan|lienquan|tin khac|tinkhac|cung chuyen muc|doc nhieu|docnhieu|xem nhieu|doc them|xem them|tin moi|tinmoi',
    'ad|ads|advert|adverts|advertisements?|advertising|adsense|ad slot|adslot|adbox|banner ads?|sponsor(?:ed|s)?|promo|promos|promotion|promoted|quang cao|quangcao|affiliate|anzeige|werbung|publicite|reklama',
    'share|shares|sharing|sharebar|sharebox|social (?:share|shares|sharing|links?|icons?|buttons?|bar|box|nav|follow|list|media links|networks?|block|menu|wrapper|container)|socials|sociallinks|addthis|addtoany|sharedaddy|jp relatedposts|chia se|follow us|followus',
    'tags?|taglist|tagcloud|keywords|tu khoa|tukhoa|categories|cat links|post meta|entry meta|article meta|meta data|metadata|topics?',
    'newsletter|newsletters|subscribe|subscription|signup|sign up|mailchimp|paywall|regwall|piano|login|log in|register|donate|donation',
    'nav|navbar|navigation|breadcrumbs?|menu|menus|submenu|sidebar|side bar|pagination|pager|toolbar|tool bar|skip link|toc|search|searchform|footer|foot|copyright|site header|masthead|topbar',
    'caption|captions|credit|credits|wp caption text|image source|legende|bildunterschrift|lightbox|slideshow|slider|carousel',
    'cookie|cookies|consent|gdpr|popup|modal|overlay|hidden|visually hidden|sr only|screen reader text|print only|printonly|noprint|no print|rating|ratings|vote|poll|survey|feedback|disclaimer|widget|widgets|tooltip|player|video player|audio player',
  ].join('|')}) `,
)

const author =
  / (?:author|authors|byline|bylines|by line|authorbox|bio|tac gia|tacgia|auteur|autor|autoren|contributors?|writer|reporter) /

/** Whether it names the people who wrote. */
export function isNamedAuthor(element: PageElement): boolean {
  return author.test(nameWords(element))
}

/** Whether an element calls itself something that stands beside articles: comments, adverts, menus. */
export function isNamedForeign(element: PageElement): boolean {
  return foreign.test(nameWords(element))
}

const comments = / (?:comments?|disqus|respond|replies|binh luan|binhluan) /

/** Whether it is what readers wrote under the article. */
export function isNamedComments(element: PageElement): boolean {
  return comments.test(nameWords(element))
}

const popup = / (?:cookies?|consent|gdpr|popup|modal|overlay|comments?|disqus) /

/** Whether it lies over the page, or is what readers wrote under it. */
export function isNamedPopup(element: PageElement): boolean {
  return popup.test(nameWords(element))
}
