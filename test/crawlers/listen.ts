// Runs a connector as a round does, with a memory like the store's.
import type { ConnectorContext } from '../../crawlers/connector.ts'
import { type ConnectorSettings, createConnectors } from '../../crawlers/index.ts'
import type { ArticleCapture, CrawlEvent, KnownResource } from '../../src/model/capture.ts'
import type { Period } from '../../src/model/crawl.ts'
import type { Source } from '../../src/model/source.ts'
import { parseHere } from './parse-here.ts'
import { doorTo, type Site } from './site.ts'

export type Memory = Map<string, KnownResource>
export type Heard = { readonly events: CrawlEvent[]; readonly expected: number; readonly error: unknown }

/** What one round brings. `memory` is kept up as the store does, checkpoints only when they are said. */
export async function listenTo(
  source: Source,
  sites: readonly Site[],
  {
    memory = new Map(),
    now = () => new Date(),
    stopAfter = Number.POSITIVE_INFINITY,
    period = null,
    settings = {},
    keepsCaptures = true,
  }: {
    memory?: Memory
    now?: () => Date
    stopAfter?: number
    period?: Period | null
    settings?: Partial<ConnectorSettings>
    keepsCaptures?: boolean
  } = {},
): Promise<Heard> {
  const { door } = doorTo(sites)
  const signal = new AbortController().signal
  let expected = 0
  const context: ConnectorContext = {
    fetch: door.bind(source, signal),
    parse: parseHere,
    known: async (url) => memory.get(url) ?? null,
    now,
    signal,
    period,
    keepsCaptures,
    expect(count) {
      expected = count
    },
  }
  const connectors = createConnectors({ facebookToken: null, youtubeKey: null, inboxFolder: '', ...settings })
  const events: CrawlEvent[] = []
  let error: unknown = null
  try {
    for await (const event of connectors[source.kind](source, context)) {
      events.push(event)
      remember(memory, event, now())
      if (events.length >= stopAfter) break
    }
  } catch (thrown) {
    error = thrown
  }
  await door.close()
  return { events, expected, error }
}

function remember(memory: Memory, event: CrawlEvent, now: Date): void {
  const none = { etag: null, lastModified: null }
  if (event.kind === 'checkpoint')
    memory.set(event.url, { validators: event.validators, checkedAt: now, entryFingerprint: null, failures: 0 })
  if (event.kind === 'article') {
    const before = memory.get(event.url)
    memory.set(event.url, {
      validators: event.page?.validators ?? before?.validators ?? none,
      checkedAt: now,
      entryFingerprint: event.entryFingerprint,
      failures: event.pageFailure ? (before?.failures ?? 0) + 1 : 0,
    })
  }
}

export const articlesOf = ({ events }: Heard): ArticleCapture[] => events.filter((event) => event.kind === 'article')

/** "article", "unchanged", …: what a round said, in order. */
export const kindsOf = ({ events }: Heard): string[] => events.map(({ kind }) => kind)
