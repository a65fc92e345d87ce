// Proposal: the source that a site's best offer makes, with a sample of what it would collect and what is still missing.

import type { DoorResponse } from '../../crawlers/connector.ts'
import type { Offer } from '../../crawlers/discover/offer.ts'
import { discover } from '../../crawlers/discover/site.ts'
import { rememberAnswers } from '../../crawlers/memo.ts'
import { FetchFailure, UserError } from '../errors.ts'
import type { Runtime } from '../main.ts'
import type { FailureCode } from '../model/failure.ts'
import { type Source, sourceSchema } from '../model/source.ts'
import { voiceAt } from '../model/source-kinds.ts'
import { readRegisters } from '../registers.ts'
import { vietnamDay } from '../rules/day.ts'
import { guessRegion } from '../rules/guess-region.ts'
import { indexRegions } from '../rules/resolve-region.ts'
import { freeId, makeId, type SourceEntry } from '../rules/source-entry.ts'
import { explainFailure } from '../text/failure-words.ts'
import type { CommandContext } from './command.ts'
import type { AddOptions } from './commands/sources-add.ts'
import { readSample, type Sample } from './source-sample.ts'
import { speakOfSources } from './source-words.ts'

export type Proposal = {
  readonly entry: SourceEntry
  /** Null while something is missing. */
  readonly source: Source | null
  readonly offer: Offer
  readonly offers: readonly Offer[]
  readonly sample: readonly SampledItem[]
  /** Private posts found; nothing is shown of them. */
  readonly posts: number
  readonly works: boolean
  readonly failure: FailureCode | null
  readonly advice: string | null
  /** Options that are still needed. */
  readonly missing: readonly string[]
  readonly notes: readonly string[]
  /** Everything that was fetched, for `--save-sample`. */
  readonly answers: ReadonlyMap<string, DoorResponse>
}

export type SampledItem = {
  readonly title: string
  readonly publishedAt: string | null
  readonly characters: number
  readonly language: string
}

/** Entries that are read of an offer, and offers that are tried until one gives something. */
const sampleSize = 3
const mostTries = 3

/** Throws a `UserError` where the address cannot be read or offers nothing. */
export async function proposeSource(
  runtime: Runtime,
  url: string,
  options: AddOptions,
  context: CommandContext,
  signal: AbortSignal,
): Promise<Proposal> {
  const words = speakOfSources(context.language)
  const looker = lookAt(url)
  const answers = new Map<string, DoorResponse>()
  const door = runtime.deps.bindDoor(looker, signal)
  const fetch = rememberAnswers(async (request) => {
    const answer = await door(request)
    answers.set(request.url, answer)
    return answer
  })
  const findSitemaps = (address: string) => runtime.findSitemaps(looker, address, signal)
  const discovery = await discover(url, { fetch, parse: runtime.deps.parse, findSitemaps }).catch((error: unknown) => {
    if (!(error instanceof FetchFailure)) throw error
    throw new UserError(url, error.message, explainFailure(error.code, context.language))
  })
  const { offers } = discovery
  if (offers.length === 0) throw new UserError(url, words.noOffer, words.noOfferTodo)
  let best: { offer: Offer; sample: Sample } | null = null
  for (const offer of offers.slice(0, mostTries)) {
    const sample = await tryOffer(offer, looker, (source) =>
      readSample({ ...runtime.deps, fetch, signal }, source, sampleSize),
    )
    if (!best || sample.drafts.length > best.sample.drafts.length || works(offer, sample)) best = { offer, sample }
    if (works(offer, sample)) break
  }
  const { offer, sample } = best as { offer: Offer; sample: Sample }
  return describe({ offer, offers, sample, discovery, answers }, runtime, options, context)
}

/**
 * The door's own floor keeps the pause between requests; a source's is not known yet. Private until it is known whose
 * words these are: then the ledger keeps no queries, which can hold a post's id.
 */
function lookAt(url: string): Source {
  const id = makeId(new URL(url).hostname) || 'sources-add'
  const politeness = { gap: '0s' }
  const base = { id, name: id, kind: 'feed', url, ownership: 'newsroom', language: 'vi', politeness }
  return { ...sourceSchema.parse(base), ownership: 'private' }
}

/** An account is not read before two people have said whose it is. */
const canBeSampled = ({ kind, url }: Offer): boolean => voiceAt(kind, url) !== 'account'

/** Articles that can be read; of a timeline, which gives none, posts. Accounts are taken at their address. */
function works(offer: Offer, { drafts, found, failure }: Sample): boolean {
  const isTimeline = voiceAt(offer.kind, offer.url) === 'timeline'
  return !canBeSampled(offer) || drafts.length > 0 || (isTimeline && found > 0 && failure === null)
}

async function tryOffer(offer: Offer, looker: Source, read: (source: Source) => Promise<Sample>): Promise<Sample> {
  const { kind, url, listing } = offer
  const isTimeline = voiceAt(kind, url) === 'timeline'
  if (!canBeSampled(offer)) return { drafts: [], found: 0, failure: null }
  const ownership = isTimeline ? 'private' : 'newsroom'
  const listed = listing ? { listing: { ...listing, pages: 1 } } : {}
  return read({ ...looker, kind, url: [url], ownership, ...listed })
}

type Found = Pick<Proposal, 'offer' | 'offers' | 'answers'> & {
  readonly sample: Sample
  readonly discovery: { readonly name: string | null; readonly language: string | null }
}

async function describe(
  found: Found,
  runtime: Runtime,
  options: AddOptions,
  context: CommandContext,
): Promise<Proposal> {
  const { offer, offers, sample, answers } = found
  const words = speakOfSources(context.language)
  const entry = await makeEntry(found, runtime, options)
  const checked = sourceSchema.safeParse(entry)
  const voice = voiceAt(offer.kind, offer.url)
  const missing = [
    ...(entry.language === undefined ? ['--language'] : []),
    ...(entry.ownership === undefined && voice !== 'timeline' ? ['--ownership'] : []),
  ]
  if (!checked.success && missing.length === 0) {
    const [issue] = checked.error.issues
    throw new UserError(`${issue?.path.join('.')}`, `${words.badEntry}: ${issue?.message}`, words.missingTodo)
  }
  const { failure, drafts, found: count } = sample
  return {
    ...{ entry, offer, offers, missing, answers, failure },
    source: checked.success ? checked.data : null,
    sample: drafts.map(({ title, publishedAt, text, language }) => {
      return { title, publishedAt, characters: text.length, language }
    }),
    posts: voice === 'timeline' ? count : 0,
    works: works(offer, sample),
    advice: failure ? explainFailure(failure, context.language) : null,
    notes: canBeSampled(offer) ? [] : [words.confirm(entry.id)],
  }
}

/** Flags first, then what the site says, then what its address suggests. */
async function makeEntry(
  { offer, discovery, sample }: Found,
  { config, environment, deps }: Runtime,
  options: AddOptions,
): Promise<SourceEntry> {
  const { hostname } = new URL(offer.url)
  const name = options.name ?? discovery.name ?? offer.name ?? hostname
  const language = options.language ?? discovery.language ?? mostCommon(sample.drafts.map((draft) => draft.language))
  const voice = voiceAt(offer.kind, offer.url)
  const ownership = options.ownership ?? (voice === 'timeline' ? 'private' : undefined)
  const { registers } = await readRegisters(environment.LANGNGHE_CONFIG)
  const today = vietnamDay(deps.now())
  const region = options.region ?? guessRegion(hostname, language ?? null, indexRegions(registers), today)
  const ids = new Set(config.sources.map(({ id }) => id))
  return {
    id: options.id ?? freeId(makeId(name) || makeId(hostname), ids),
    name,
    kind: offer.kind,
    url: offer.url,
    ...(offer.listing ? { listing: offer.listing } : {}),
    roles: options.role ?? [voice !== 'publisher' ? 'social' : ownership === 'public_body' ? 'official' : 'news'],
    ...(ownership === undefined ? {} : { ownership }),
    ...(language === undefined ? {} : { language }),
    region,
  }
}

/** `und` is no language to write down. */
function mostCommon(languages: readonly string[]): string | undefined {
  const known = languages.filter((language) => language !== 'und')
  const counts = Map.groupBy(known, (language) => language)
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
