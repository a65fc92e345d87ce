// Title: an article's headline, from what the page shows and what it says of itself.
import { htmlToText } from '../html-text.ts'
import { tokens } from '../normalize.ts'
import { readBlocks, simplify, tidy } from './blocks.ts'
import type { PageElement } from './dom.ts'
import { nameWords } from './names.ts'

export type TitleSources = {
  /** Every h1 of the page, in order. */
  readonly headings: readonly PageElement[]
  /** Titles that the page declares: in JSON-LD, for previews, and in its title element. */
  readonly headline: string | null
  readonly preview: string | null
  readonly titleTag: string | null
  /** Names of the site, to be cut off at the end of a title. */
  readonly siteNames: readonly string[]
}

export type Title = { readonly text: string | null; readonly element: PageElement | null }

/** A headline for search engines, one for previews and one for readers: what two of them say outweighs the third. */
const votes = { headline: 3, preview: 2, heading: 1.5, titleTag: 0.5 } as const

type Candidate = { readonly text: string; readonly votes: number }

/** Words that a heading must share with a declared title to be the same headline. */
const leastShared = 0.5
/** A lone heading with fewer words may be the name of a section. */
const leastWords = 4

/** The headline that most of a page's titles agree on, without the site's name, and the h1 that shows it. */
export function findTitle(sources: TitleSources): Title {
  const sites = sources.siteNames.map(simplify)
  const shown = sources.headings
    .map((element) => ({ element, text: headingText(element) }))
    .filter(({ text }) => text !== '' && !sites.includes(simplify(text)))
  const raw = (['preview', 'headline', 'titleTag'] as const).map((from) => ({
    text: plain(sources[from] ?? ''),
    votes: votes[from],
  }))
  const whole = new Set([...raw, ...shown].map(({ text }) => simplify(text)))
  const declared = raw
    .map((title) => ({ ...title, text: cutSite(title.text, sites, whole) }))
    .filter(({ text }) => text !== '')
  const heading = chooseHeading(shown, declared)
  const candidates = heading ? [...declared, { text: heading.text, votes: votes.heading }] : declared
  return { text: elect(candidates) ?? shown[0]?.text ?? null, element: heading?.element ?? null }
}

function elect(candidates: readonly Candidate[]): string | null {
  const groups = [...Map.groupBy(candidates, ({ text }) => simplify(text)).values()]
  const count = (group: readonly Candidate[]) => group.reduce((sum, candidate) => sum + candidate.votes, 0)
  return groups.toSorted((a, b) => count(b) - count(a))[0]?.[0]?.text ?? null
}

type Heading = { readonly element: PageElement; readonly text: string }

/** The h1 that agrees best with a declared title; a single one of some length counts even if none does. */
function chooseHeading(shown: readonly Heading[], declared: readonly Candidate[]): Heading | null {
  const rated = shown.map((heading) => ({
    heading,
    shared: Math.max(0, ...declared.map(({ text }) => share(heading.text, text))),
  }))
  const best = rated.toSorted((a, b) => b.shared - a.shared)[0]
  if (best && best.shared >= leastShared) return best.heading
  const lone = shown.length === 1 ? shown[0] : undefined
  return lone && (declared.length === 0 || tokens(lone.text).length >= leastWords) ? lone : null
}

/** Titles in JSON and meta elements often carry entities twice. */
const plain = (title: string) => tidy(/[&<]/.test(title) ? htmlToText(title) : title)

const kickerName = / (?:kicker|overline|roofline|topline|dachzeile|spitzmarke|eyebrow|vorspann|category|chuyen muc) /

/** Without the small line that some sites put above a headline, inside of it. */
function headingText(heading: PageElement): string {
  const [first, ...rest] = [...heading.children]
  const whole = tidy(
    readBlocks(heading)
      .map((block) => block.text)
      .join(' '),
  )
  if (!first || rest.length === 0 || !kickerName.test(nameWords(first))) return whole
  const kicker = tidy(first.textContent)
  return whole.startsWith(kicker) && whole.length > kicker.length
    ? whole.slice(kicker.length).replace(/^[\s:|–-]+/, '')
    : whole
}

/** Part of the shorter text's words that the longer one has, too. */
function share(one: string, other: string): number {
  const [short, long] = [new Set(tokens(one)), new Set(tokens(other))].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ]
  // A single shared word proves nothing when one text is hardly more.
  return short.size === 0 || short.size < long.size / 3
    ? 0
    : [...short].filter((word) => long.has(word)).length / short.size
}

const separator = /(\s+[-–—|·•»:*]+\s+|\s*[|｜ㅣ»]\s*|(?<=[\u3040-\u9fff\uac00-\ud7af”」！？])[-_–—])/u

const byline = /^(?:by|von|par|por|bởi) \p{Lu}[\p{L}.' -]{2,40}$/u

/** "Headline | Section - Site" without its last parts, where they name the site or who wrote, or what is left is one of `whole`. */
function cutSite(title: string, sites: readonly string[], whole: ReadonlySet<string>): string {
  const parts = title.split(separator)
  for (let i = parts.length - 1; i > 1; i -= 2) {
    const [rest, tail] = [tidy(parts.slice(0, i - 1).join('')), simplify(parts[i] ?? '')]
    const isSite = sites.some(
      (site) => site === tail || (tail.length >= 4 && (site.includes(tail) || tail.includes(site))),
    )
    if (byline.test(parts[i] ?? '')) return cutSite(rest, sites, whole)
    if (isSite || whole.has(simplify(rest))) return rest
  }
  return title
}
