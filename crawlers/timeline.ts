// Timeline: many private people's posts, page by page. They are counted, never kept as items (safeguard 2).
import type { CrawlEvent, PostCapture } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import type { Connector, ConnectorContext, DoorResponse } from './connector.ts'
import { fetchFurther, readEach } from './each-address.ts'

export type TimelinePage = {
  readonly posts: readonly PostCapture[]
  /** Address of the page before; null at the end. */
  readonly next: string | null
}

export type Timeline = {
  /** Address of the newest posts. */
  readonly start: string
  readonly read: (page: DoorResponse) => TimelinePage
}

/** Also where page after page holds nothing that may be counted. */
const mostPages = 30

/** A connector for one platform: `open` says how the timeline at an address is read. */
export function timelineConnector(
  open: (address: string, source: Source, ctx: ConnectorContext) => Timeline | Promise<Timeline>,
): Connector {
  return (source, ctx) => {
    let expected = 0
    const expectMore = (count: number): void => {
      expected += count
      ctx.expect(expected)
    }
    return readEach(source.url, async function* (address) {
      yield* readTimeline(await open(address, source, ctx), address, source, ctx, expectMore)
    })
  }
}

async function* readTimeline(
  { start, read }: Timeline,
  address: string,
  { maxItems }: Source,
  ctx: ConnectorContext,
  expectMore: (count: number) => void,
): AsyncGenerator<CrawlEvent> {
  const known = await ctx.known(address)
  const first = await ctx.fetch({ url: start, validators: known?.validators ?? null, accept: 'application/json' })
  const { validators, maxAgeMs: ttlMs } = first
  let page = first.status === 304 ? null : read(first)
  let count = 0
  for (let pages = 1; page; pages++) {
    const posts = page.posts.slice(0, maxItems - count)
    expectMore(posts.length)
    yield* posts
    count += posts.length
    const url: string | null = count >= maxItems || pages >= mostPages ? null : page.next
    const further = url === null ? null : await fetchFurther({ url, accept: 'application/json' }, address, ctx)
    // No checkpoint: the next round begins at the top again, and a post is counted once.
    if (further?.failed) return yield further.failed
    page = further?.response ? read(further.response) : null
  }
  yield { kind: 'checkpoint', url: address, validators, ttlMs }
}
