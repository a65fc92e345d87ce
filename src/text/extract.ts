// Extract: an article out of a web page.
import type { PublishedAt } from './date.ts'
import { size } from './extract/blocks.ts'
import { findDates } from './extract/dates.ts'
import { type PageDocument, type PageElement, parseMarkup } from './extract/dom.ts'
import { type ArticleSelectors, findGiven, type Given, givenTitle, readGiven } from './extract/given.ts'
import { convertLegacyFonts, legacyFontIn } from './extract/legacy-fonts.ts'
import { type Markup, prepareMarkup } from './extract/markup.ts'
import { completeByMicrodata } from './extract/microdata.ts'
import { prune } from './extract/prune.ts'
import { type Reading, type ReadingHints, readAgain, readArticle } from './extract/reading.ts'
import { findCanonicalUrl, findLanguage, findOwnAddress, siteNames } from './extract/site.ts'
import { readJsonLd, readMeta, type Structured } from './extract/structured.ts'
import { findTitle, type Title } from './extract/title.ts'
import { hasText, isChallenge, isLoginWall, readSigns } from './extract/walls.ts'

export type Extraction = {
  readonly title: string | null
  /** Lead, paragraphs, subheads and list entries, a line each. */
  readonly text: string
  readonly publishedAt: PublishedAt | null
  /** When it was last changed; null where the page names no time after its publication. */
  readonly updatedAt: PublishedAt | null
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

export type Page = {
  readonly html: string
  /** Null for a file: then the page's own word for its address is taken. */
  readonly url: string | null
  readonly now: Date
  /** What an office knows about the pages of this source. */
  readonly selectors?: ArticleSelectors | undefined
}

/** Raised when the same page may give another text. */
const version = 1

/** The address of a page that has none: no site's, and without a date in it. */
const nowhere = 'http://file.invalid/'

/** A shorter text is worth a second look. */
const leastSize = 250
/** Readability's work grows with elements times depth: a page with more tags is not given to it. */
const mostTags = 6000

/**
 * Title, text and times of a page; never throws. Each is taken from the first stage that delivers it:
 * 1. `selectors`: what an office has named for this source decides (`selectors`).
 * 2. Title and times: structured data (JSON-LD, else microdata), OpenGraph and other meta elements, then what the page
 *    shows and its address; see `findTitle` and `findDates`.
 * 3. Text: the smallest element with nearly all of the page's prose (`density`), once furniture, adverts, comments,
 *    author boxes and captions with credits are out; without boxes of links and lines in which the site speaks; with the
 *    lead before it. Where structured data has the text too, only the lines that both have (`density+json-ld`).
 * 4. The text in JSON-LD alone (`json-ld`), where the page does not show it.
 * 5. Mozilla's Readability on the page as it came (`readability`), where the stages before found hardly any prose.
 * Density goes before structured data and Readability because it measures better than either; a feed's own text is the
 * judge's last resort, not this function's.
 */
export function extract(page: Page): Extraction {
  const markup = prepareMarkup(page.html)
  const document = parseMarkup(markup.html)
  const meta = readMeta(document)
  const url = page.url ?? findOwnAddress(document, meta) ?? nowhere
  const legacyFont = legacyFontIn(page.html)
  if (legacyFont) convertLegacyFonts(document.body, legacyFont)
  const data = completeByMicrodata(readJsonLd(markup.jsonLd), document.body)
  const signs = readSigns(document, data)
  const given = findGiven(document.body, page.selectors ?? {})
  const { headline, titles } = readTitles({ document, data, meta, given, url })
  const canonicalUrl = findCanonicalUrl(document, meta, url)
  const dates = findDates({
    root: document.body,
    given: given.published,
    headline: headline.element,
    ...{ data, meta, url, now: page.now },
  })
  const descriptions = [data.description, meta.get('og:description'), meta.get('description')].filter(isText)
  const hints = { titles, body: data.body, descriptions }
  const reading = readGiven(given, titles) ?? readPage({ document, headline: headline.element, given, markup, hints })
  const [title, { text, method, isIndex }] = [headline.text, reading]
  const isWall = isLoginWall(title ?? '', text, signs)
  return {
    title,
    text,
    publishedAt: dates.published,
    updatedAt: dates.updated,
    language: findLanguage(markup.lang, data, meta),
    canonicalUrl,
    method: `${method} ${version}`,
    isArticle: title !== null && hasText(text) && !isWall && !isIndex && !isChallenge(title, text),
    isLoginWall: isWall,
    isPaywalled: signs.hasPaywall,
  }
}

type Titled = {
  readonly document: PageDocument
  readonly data: Structured
  readonly meta: ReadonlyMap<string, string>
  readonly given: Given
  readonly url: string
}

/** The headline, and every title of the page: lines that repeat one are not part of the text. */
function readTitles({ document, data, meta, given, url }: Titled): { headline: Title; titles: string[] } {
  const headings = [...document.querySelectorAll('h1')]
  const declared = {
    headline: data.headline,
    preview: meta.get('og:title') ?? meta.get('twitter:title') ?? null,
    titleTag: document.querySelector('title')?.textContent ?? null,
  }
  const givenText = givenTitle(given.title)
  const headline =
    givenText === null
      ? findTitle({ headings, ...declared, siteNames: siteNames(data, meta, url) })
      : { text: givenText, element: given.title }
  const shown = headings.map((heading) => heading.textContent)
  return { headline, titles: [...shown, ...Object.values(declared), headline.text].filter(isText) }
}

type Guess = Pick<Titled, 'document' | 'given'> & {
  readonly headline: PageElement | null
  readonly markup: Markup
  readonly hints: ReadingHints
}

/** Stages 3 to 5 of `extract`; uses the document up. */
function readPage({ document, given, headline, markup, hints }: Guess): Reading {
  prune(document.body, headline)
  const reading = readArticle(document.body, hints)
  // Readability sees the page as it came, with what an office has dropped.
  const isLast = given.drop.length === 0 && markup.tags <= mostTags
  return isLast && size(reading.text) < leastSize ? readAgain(markup.html, reading, hints) : reading
}

const isText = (text: string | null | undefined): text is string => !!text
