// Source: a place we listen to, as an office writes it in config/sources/*.yaml.
import { z } from 'zod'
import { type KindRule, kindRules, type SourceKind, sourceKinds, voiceAt } from './source-kinds.ts'

export const sourceRoles = ['news', 'official', 'social', 'evidence', 'factcheck'] as const
export const ownerships = ['public_body', 'newsroom', 'organisation', 'private'] as const

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** A duration as people write it ("30m", "6h", "2d"), read as milliseconds. */
export const durationMs = z
  .string()
  .regex(/^\d+[smhd]$/, 'a whole number and one of s, m, h, d, for example 30m')
  .transform((text) => Number(text.slice(0, -1)) * unitMs[text.at(-1) as keyof typeof unitMs])

const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })

/** How gently a source is asked. The door never goes below its own floor, except on loopback. */
const politeness = z.strictObject({
  gap: durationMs.default(5000).describe('Least time between two requests to the host'),
  timeout: durationMs.default(15_000).describe('Longest time for one request, headers and body together'),
  maxBytes: z.int().positive().max(50_000_000).default(8_000_000).describe('Largest body that is read'),
})

/** CSS selectors of a listing page (kind: listing). */
const listing = z.strictObject({
  link: z.string().min(1).describe('Selector of the links to articles'),
  next: z.string().min(1).optional().describe('Selector of the link to the next page'),
  pages: z.int().min(1).max(100).default(1).describe('How many pages of the listing are read'),
})

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

/** Which addresses of a sitemap are articles (kind: sitemap). */
const sitemap = z.strictObject({
  match: z
    .string()
    .refine(isPattern, 'is no regular expression')
    .default('')
    .describe('A regular expression that article addresses fit; empty for all'),
  days: z.int().min(1).max(3650).default(7).describe('Only addresses changed within so many days'),
})

/** CSS selectors of an article page, tried before anything is guessed. */
const article = z.strictObject({
  title: z.string().min(1).optional(),
  body: z.string().min(1).optional(),
  published: z.string().min(1).optional().describe('An element whose text or datetime attribute is the time'),
  drop: z.string().min(1).optional().describe('What inside the body is no part of the article'),
})

/** How a feed entry that gathers several stories is taken apart. */
const digest = z.strictObject({
  split: z.string().min(1).describe('Selector of the element that each story has of its own, for example h3 or li'),
})

export const sourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'lower-case letters, digits and hyphens'),
    name: z.string().min(1),
    kind: z.enum(sourceKinds),
    url: z
      .union([webAddress.transform((url) => [url]), z.array(webAddress)])
      .default([])
      .describe('One address or several'),
    roles: z.array(z.enum(sourceRoles)).min(1).default(['news']),
    ownership: z
      .enum(ownerships)
      .describe('Who publishes there; the default for a social source is private')
      .optional(),
    language: z.string().regex(/^[a-z]{2,3}$/, 'an ISO 639 code such as vi'),
    region: z
      .string()
      .regex(/^(vn|int|\d{2}|\d{5})$/, 'vn, int, a province code or a commune code')
      .default('vn'),
    cadence: durationMs.default(30 * 60_000).describe('How often the source is asked at most'),
    revisit: durationMs.default(6 * 3_600_000).describe('How soon a known article is asked for again, to see edits'),
    maxItems: z.int().min(1).max(1000).default(50).describe('Newest items taken from each address in one round'),
    politeness: politeness.prefault({}),
    listing: listing.optional(),
    sitemap: sitemap.prefault({}),
    article: article.optional(),
    digest: digest.optional(),
    render: z.boolean().default(false).describe('Pages are opened in a browser: only where they stay empty without'),
    enabled: z.boolean().default(true),
  })
  .transform((source, ctx) => {
    const fail = (path: keyof typeof source, message: string): void =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    const rule: KindRule = kindRules[source.kind]
    const voices = new Set(source.url.map((url) => voiceAt(source.kind, url)))
    const isTimeline = voices.has('timeline')
    const isSocial = isTimeline || voices.has('account')
    const ownership = source.ownership ?? (isSocial ? 'private' : undefined)
    if (source.url.length === 0 && !rule.isDelivered) fail('url', 'is missing: a web address')
    if (voices.has(null)) fail('url', `must be ${rule.expects}`)
    if (voices.size > 1) fail('url', 'mixes timelines and accounts: make it two sources')
    if (ownership === undefined) fail('ownership', `is missing: one of ${ownerships.join(', ')}`)
    if (ownership === 'private' && !isTimeline)
      fail(
        'ownership',
        'private posts are heard on public timelines only (kinds mastodon and bluesky), never on a page or feed of one person',
      )
    if (ownership !== 'private' && isTimeline)
      fail('ownership', 'a public timeline carries private people’s posts: its ownership is private')
    if (source.kind === 'listing' && !source.listing) fail('listing', 'is missing: a listing needs at least `link`')
    return { ...source, ownership: ownership ?? ('private' as const) }
  })

export type Source = z.output<typeof sourceSchema>
export type { SourceKind }
export type Ownership = (typeof ownerships)[number]

/** One file of config/sources: a list of sources under one key. */
export const sourceFileSchema = z.strictObject({ sources: z.array(sourceSchema).min(1) })
