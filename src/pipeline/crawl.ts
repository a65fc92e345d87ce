// One round at one source: from what the connector brings to a counted result and the time of the next round.
import { FetchFailure } from '../errors.ts'
import type { Capture, HubOffer } from '../model/capture.ts'
import type { CrawlResult, OutcomeCount, Period } from '../model/crawl.ts'
import type { FailureCode } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Source } from '../model/source.ts'
import { nextCheck } from '../rules/due.ts'
import type { Deps } from './deps.ts'
import { processCapture } from './process.ts'
import { keepSubscriptions } from './subscribe.ts'

/** Told while a round goes on: captures expected in all, as far as is known, and done so far. */
export type Progress = (sourceId: string, expected: number, done: number) => void

export type CrawlOptions = {
  readonly signal: AbortSignal
  readonly progress?: Progress
  /** The articles of these days instead of the newest ones. */
  readonly period?: Period | null
}

type Round = {
  readonly outcomes: Map<string, OutcomeCount>
  readonly captures: { url: string; outcome: Outcome; at: string }[]
  failure: { code: FailureCode; message: string; retryAfterMs: number | null } | null
  ttlMs: number | null
  expected: number
  done: number
  wasRead: boolean
}

/** Runs one round. Failures of the source are part of the result; only the store's own failures are thrown. */
export async function crawlSource(deps: Deps, source: Source, options: CrawlOptions): Promise<CrawlResult> {
  const startedAt = deps.now().toISOString()
  const round: Round = {
    outcomes: new Map(),
    captures: [],
    failure: null,
    ttlMs: null,
    expected: 0,
    done: 0,
    wasRead: false,
  }
  try {
    await readAll(deps, source, round, options)
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    round.failure = { code: error.code, message: error.message, retryAfterMs: error.retryAfterMs }
    round.wasRead = false
  }
  const result = summarise(source, round, startedAt, deps.now().toISOString())
  await deps.store.saveCrawl(result, round.captures)
  // A look at the past says nothing of when the newest articles are due.
  if (!options.period) await scheduleNext(deps, source, round, result)
  return result
}

async function readAll(
  deps: Deps,
  source: Source,
  round: Round,
  { signal, progress, period = null }: CrawlOptions,
): Promise<void> {
  await requireConfirmation(deps, source)
  const tell = (): void => progress?.(source.id, round.expected, round.done)
  const context = {
    fetch: deps.bindDoor(source, signal),
    parse: deps.parse,
    known: (url: string) => deps.store.readResource(source.id, url),
    now: deps.now,
    signal,
    period,
    keepsCaptures: true,
    expect(count: number) {
      round.expected = count
      tell()
    },
  }
  const offers: HubOffer[] = []
  for await (const event of deps.connectors[source.kind](source, context)) {
    if (event.kind === 'checkpoint') {
      round.wasRead = true
      round.ttlMs = event.ttlMs
      await deps.store.recordCheckpoint(source.id, event, deps.now())
    } else if (event.kind === 'hub') {
      offers.push(event)
    } else if (event.kind === 'resource_failed') {
      round.failure = { code: event.failure, message: event.message, retryAfterMs: null }
    } else {
      round.wasRead = true
      count(round, event, await processCapture(deps, source, event), deps.now())
      round.done++
      tell()
    }
  }
  await keepSubscriptions(deps, source, offers, signal)
}

/** Safeguard 2: of an account nothing is asked before two people have said whose it is. */
async function requireConfirmation({ store }: Pick<Deps, 'store'>, source: Source): Promise<void> {
  if (await store.isConfirmed(source)) return
  throw new FetchFailure('awaits_confirmation', `${source.id} waits for a second person to confirm whose account it is`)
}

function count(round: Round, capture: Capture, outcome: Outcome, now: Date): void {
  const key = `${outcome.result} ${outcome.reason ?? ''}`
  const before = round.outcomes.get(key)
  round.outcomes.set(key, { ...outcome, count: (before?.count ?? 0) + 1 })
  // Unchanged articles are counted only: a row each round for each would bury the rest.
  if (capture.kind === 'article') round.captures.push({ url: capture.url, outcome, at: now.toISOString() })
}

function summarise(source: Source, round: Round, startedAt: string, endedAt: string): CrawlResult {
  const outcomes = [...round.outcomes.values()]
  const isFailed = round.failure !== null && !round.wasRead
  const hasNew = outcomes.some(({ result }) => result !== 'unchanged')
  return {
    sourceId: source.id,
    startedAt,
    endedAt,
    status: isFailed ? 'failed' : hasNew ? 'ok' : 'unchanged',
    failure: round.failure?.code ?? null,
    message: round.failure?.message ?? null,
    outcomes,
  }
}

async function scheduleNext(deps: Deps, source: Source, round: Round, result: CrawlResult): Promise<void> {
  const now = deps.now()
  const isFailed = result.status === 'failed'
  const { failures, since } = await deps.store.readFailing(source.id)
  const next = nextCheck(
    {
      cadenceMs: source.cadence,
      ttlMs: round.ttlMs,
      retryAfterMs: round.failure?.retryAfterMs ?? null,
      // Looking into a folder of ours bothers nobody: as often as the cadence says.
      itemsLast7Days:
        source.kind === 'inbox' ? Number.POSITIVE_INFINITY : await deps.store.countItemsLast7Days(source.id, now),
      failures: isFailed ? failures + 1 : 0,
      failingForMs: isFailed ? now.getTime() - Date.parse(since ?? result.startedAt) : 0,
      failure: isFailed ? result.failure : null,
    },
    now,
  )
  await deps.store.recordRound(result, next)
}
