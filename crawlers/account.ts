// Account: what an organisation posts under its own name, the newest first, page by page. A post is an article without a
// page of its own.
import type { CrawlEvent, ResourceFailure } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { vietnamDay } from '../src/rules/day.ts'
import { type Candidate, readArticles } from './articles.ts'
import type { Connector, ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'
import { fetchFurther, readEach } from './each-address.ts'
import { shortHash } from './fingerprint.ts'

export type AccountPost = {
  /** Canonical. */
  readonly url: string
  /** Null where posts have none: the judge gives them their first sentence, once it is redacted. */
  readonly title: string | null
  readonly html: string
  /** ISO 8601. */
  readonly published: string
  readonly language: string | null
}

export type AccountPage = {
  /** The newest first. */
  readonly posts: readonly AccountPost[]
  /** Address of the posts before these; null where there are none. */
  readonly next: string | null
}

export type Account = {
  /** How the newest posts are asked for; its headers go with every page. */
  readonly start: DoorRequest
  readonly read: (page: DoorResponse) => AccountPage | Promise<AccountPage>
}

/** Also where page after page holds nothing of the account's own. */
const mostPages = { round: 5, period: 60 } as const

/** A connector for one platform: `open` says how the account at an address is read. */
export function accountConnector(
  open: (address: string, source: Source, ctx: ConnectorContext) => Account | Promise<Account>,
): Connector {
  return (source, ctx) => {
    const seen = new Set<string>()
    return readEach(source.url, async function* (address) {
      yield* readAccount(await open(address, source, ctx), address, source, ctx, seen)
    })
  }
}

async function* readAccount(
  account: Account,
  address: string,
  source: Source,
  ctx: ConnectorContext,
  seen: Set<string>,
): AsyncGenerator<CrawlEvent> {
  const known = ctx.period ? null : await ctx.known(address)
  const first = await ctx.fetch({ ...account.start, validators: known?.validators ?? null })
  const { validators, maxAgeMs } = first
  const { posts, failed } =
    first.status === 304 ? { posts: [], failed: null } : await collect(account, first, address, source, ctx)
  const fresh = posts.filter(({ url }) => !seen.has(url) && seen.add(url))
  ctx.expect(seen.size)
  yield* readArticles(fresh.map(toCandidate), source, ctx)
  if (failed) yield failed
  // Days gone by say nothing of what is new.
  else if (!ctx.period) yield { kind: 'checkpoint', url: address, validators, ttlMs: maxAgeMs }
}

type Collected = { readonly posts: readonly AccountPost[]; readonly failed: ResourceFailure | null }

/** Pages until there are enough posts, until one ends with what is known, or until a page fails. */
async function collect(
  { start, read }: Account,
  first: DoorResponse,
  address: string,
  { maxItems }: Source,
  ctx: ConnectorContext,
): Promise<Collected> {
  const { period } = ctx
  const posts: AccountPost[] = []
  let page = await read(first)
  for (let count = 1; ; count++) {
    posts.push(...page.posts)
    const oldest = page.posts.at(-1)
    const isEnough = period
      ? count >= mostPages.period || (oldest !== undefined && vietnamDay(oldest.published) < period.from)
      : count >= mostPages.round || posts.length >= maxItems || (oldest && (await ctx.known(oldest.url)) !== null)
    const further =
      isEnough || page.next === null ? null : await fetchFurther({ ...start, url: page.next }, address, ctx)
    if (!further?.response) return { posts: chosen(posts, maxItems, ctx), failed: further?.failed ?? null }
    page = await read(further.response)
  }
}

function chosen(posts: readonly AccountPost[], maxItems: number, { period }: ConnectorContext): readonly AccountPost[] {
  if (!period) return posts.slice(0, maxItems)
  return posts.filter(({ published }) => {
    const day = vietnamDay(published)
    return day >= period.from && day <= period.to
  })
}

function toCandidate({ url, title, html, published, language }: AccountPost): Candidate {
  const feed = { title, html, isFullText: true, published, language }
  return { url, feed, entryFingerprint: shortHash([title, html, published]), hasPage: false }
}
