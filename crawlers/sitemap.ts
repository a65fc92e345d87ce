// Sitemap: what a site lists for search engines. Index files lead to further files; of all of them the newest articles count.
import { FetchFailure } from '../src/errors.ts'
import type { Checkpoint, CrawlEvent, ResourceFailure } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { sitemapTypes } from './accept.ts'
import { readArticles } from './articles.ts'
import type { Connector, ConnectorContext } from './connector.ts'
import { readEach } from './each-address.ts'
import { type Choice, type ChosenArticle, type FurtherFile, keepNewest } from './sitemap-choose.ts'
import type { SitemapFile } from './sitemap-file.ts'

/** An index of indexes is rare, a deeper one is a mistake. */
const deepest = 3
/** Files asked for in one round, the newest first; the past is spread over more of them. */
const mostFiles = { round: 30, period: 500 } as const

/** `source.url` may name several sitemaps; of each the newest `maxItems` articles are read, an article in two of them once. */
export const readSitemaps: Connector = (source, ctx) => {
  const seen = new Set<string>()
  return readEach(source.url, (address) => readSitemap(address, source, ctx, seen))
}

async function* readSitemap(
  address: string,
  source: Source,
  ctx: ConnectorContext,
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const { candidates, checkpoints, failed } = await collect(address, source, ctx)
  const fresh = candidates.filter(({ url }) => !seen.has(url) && seen.add(url))
  ctx.expect(seen.size)
  const isComplete = yield* readArticles(fresh, source, ctx)
  yield* failed
  // A look at the past leaves no validators: the newest articles were not taken.
  if (isComplete && ctx.period === null) yield* checkpoints
}

type Child = FurtherFile & { readonly depth: number }

/** Reads the file at the address and, where it is an index, those that it names. Throws when the first one fails. */
async function collect(address: string, { sitemap, maxItems }: Source, ctx: ConnectorContext) {
  const choice: Choice = { ...sitemap, maxItems, period: ctx.period, now: ctx.now() }
  let articles: ChosenArticle[] = []
  const read: FileRead[] = []
  const failed: ResourceFailure[] = []
  const asked = new Set<string>()
  const most = ctx.period ? mostFiles.period : mostFiles.round
  const open: Child[] = [{ url: address, changedMs: null, depth: 0 }]
  for (let file = open.shift(); file && asked.size < most; file = open.shift()) {
    const { url, depth } = file
    if (asked.has(url) || (await isKnownWhole(file, ctx))) continue
    asked.add(url)
    try {
      const one = await readFile(url, choice, ctx)
      read.push(one)
      articles = keepNewest([...articles, ...one.articles], choice)
      if (depth < deepest) open.push(...one.further.slice(0, most).map((next) => ({ ...next, depth: depth + 1 })))
    } catch (error) {
      if (!(error instanceof FetchFailure) || depth === 0) throw error
      failed.push({ kind: 'resource_failed', url, failure: error.code, message: error.message })
    }
  }
  // An index whose files failed must be read in full next time.
  const whole = failed.length === 0 ? read : read.filter(({ isIndex }) => !isIndex)
  return {
    candidates: articles.map(({ candidate }) => candidate),
    checkpoints: whole.map(({ checkpoint }) => checkpoint),
    failed,
  }
}

/** Whether a file of an index has not changed since it was last read. */
async function isKnownWhole({ url, changedMs, depth }: Child, { known, period }: ConnectorContext): Promise<boolean> {
  if (depth === 0 || changedMs === null || period) return false
  const checkedAt = (await known(url))?.checkedAt
  return checkedAt !== undefined && changedMs < checkedAt.getTime()
}

type FileRead = SitemapFile & { readonly checkpoint: Checkpoint }

async function readFile(url: string, choice: Choice, ctx: ConnectorContext): Promise<FileRead> {
  const known = ctx.period ? null : await ctx.known(url)
  const response = await ctx.fetch({ url, validators: known?.validators ?? null, accept: sitemapTypes })
  const { validators, maxAgeMs: ttlMs } = response
  const checkpoint: Checkpoint = { kind: 'checkpoint', url, validators, ttlMs }
  if (response.status === 304) return { further: [], isIndex: false, articles: [], checkpoint }
  const file = await ctx.parse('sitemap', response, choice)
  // An index that does not say when its files changed stays the same while they do not: it is read whole every time.
  const isSilent = file.further.some(({ changedMs }) => changedMs === null)
  return { ...file, checkpoint: isSilent ? { ...checkpoint, validators: noValidators } : checkpoint }
}

const noValidators = { etag: null, lastModified: null }
