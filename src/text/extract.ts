// Extract: an article out of a web page.
import type { PublishedAt } from './date.ts'
import { size } from './extract/blocks.ts'
import { parseMarkup } from './extract/dom.ts'
import { convertLegacyFonts, legacyFontIn } from './extract/legacy-fonts.ts'
import { prepareMarkup } from './extract/markup.ts'
import { prune } from './extract/prune.ts'
import { findPublished } from './extract/published.ts'
import { readAgain, readArticle } from './extract/reading.ts'
import { findCanonicalUrl, findLanguage, siteNames } from './extract/site.ts'
import { readJsonLd, readMeta } from './extract/structured.ts'
import { findTitle } from './extract/title.ts'
import { hasText, isChallenge, isLoginWall, readSigns } from './extract/walls.ts'

export type Extraction = {
  readonly title: string | null
  /** Lead, paragraphs, subheads and list entries, a line each. */
  readonly text: string
  readonly publishedAt: PublishedAt | null
  /** What the page says of its language, as ISO 639; a hint only. */
  readonly language: string | null
  /** Absolute, and only where it is an address of the same site. */
  readonly canonicalUrl: string | null
  /** How the text was found, with the version of the rules: `density 1`. */
  readonly method: string
  /** False for lists of articles, login walls, challenges, error pages and empty pages. */
  readonly isArticle: boolean
  readonly isLoginWall: boolean
  /** Part of the text may be held back. */
  readonly isPaywalled: boolean
}

/** Raised when the same page may give another text. */
const version = 1

/** A shorter text is worth a second look. */
const leastSize = 250
/** Readability's work grows with elements times depth: a page with more tags is not given to it. */
const mostTags = 6000

/**
 * Title, text and publication time of a page; never throws. The text comes from the first stage that delivers:
 * 1. The smallest element with nearly all of the page's prose (`density`), once furniture, adverts, comments, author
 *    boxes and captions are out; without boxes of links and lines in which the site speaks; with the lead before it.
 * 2. Where JSON-LD has the article's text too, only the lines that both have (`density+json-ld`).
 * 3. The text in JSON-LD alone (`json-ld`), where the page does not show it.
 * 4. Mozilla's Readability on the page as it came (`readability`), where the stages before found hardly any prose.
 */
export function extract(page: { readonly html: string; readonly url: string; readonly now: Date }): Extraction {
  const markup = prepareMarkup(page.html)
  const document = parseMarkup(markup.html)
  const data = readJsonLd(markup.jsonLd)
  const meta = readMeta(document)
  const legacyFont = legacyFontIn(page.html)
  if (legacyFont) convertLegacyFonts(document.body, legacyFont)
  const signs = readSigns(document, data)
  const headings = [...document.querySelectorAll('h1')]
  const declared = {
    headline: data.headline,
    preview: meta.get('og:title') ?? meta.get('twitter:title') ?? null,
    titleTag: document.querySelector('title')?.textContent ?? null,
  }
  const headline = findTitle({ headings, ...declared, siteNames: siteNames(data, meta, page.url) })
  const hints = {
    titles: [...headings.map((heading) => heading.textContent), ...Object.values(declared), headline.text].filter(
      isText,
    ),
    body: data.body,
    descriptions: [data.description, meta.get('og:description'), meta.get('description')].filter(isText),
  }
  const canonicalUrl = findCanonicalUrl(document, meta, page.url)
  const publishedAt = findPublished({ document, data, meta, headline: headline.element, url: page.url, now: page.now })
  prune(document.body, headline.element)
  const reading = readArticle(document.body, hints)
  const { text, method } =
    size(reading.text) < leastSize && markup.tags <= mostTags ? readAgain(markup.html, reading, hints) : reading
  const title = headline.text
  const isWall = isLoginWall(title ?? '', text, signs)
  return {
    title,
    text,
    publishedAt,
    language: findLanguage(markup.lang, data, meta),
    canonicalUrl,
    method: `${method} ${version}`,
    isArticle: title !== null && hasText(text) && !isWall && !reading.isIndex && !isChallenge(title, text),
    isLoginWall: isWall,
    isPaywalled: signs.hasPaywall,
  }
}

const isText = (text: string | null | undefined): text is string => !!text
