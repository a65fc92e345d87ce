// One round at one source: from what the connector brings to a counted result and the time of the next round.
import { FetchFailure } from '../errors.ts'
import type { Capture } from '../model/capture.ts'
import type { CrawlResult, OutcomeCount } from '../model/crawl.ts'
import type { FailureCode } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Source } from '../model/source.ts'
import { nextCheck } from '../rules/due.ts'
import type { Deps } from './deps.ts'
import { processCapture } from './process.ts'

/** Told while a round goes on: captures expected in all, as far as is known, and done so far. */
export type Progress = (sourceId: string, expected: number, done: number) => void

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
export async function crawlSource(
  deps: Deps,
  source: Source,
  options: { signal: AbortSignal; progress?: Progress },
): Promise<CrawlResult> {
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
  await scheduleNext(deps, source, round, result)
  return result
}

async function readAll(
  deps: Deps,
  source: Source,
  round: Round,
  { signal, progress }: { signal: AbortSignal; progress?: Progress },
): Promise<void> {
  const tell = (): void => progress?.(source.id, round.expected, round.done)
  const context = {
    fetch: deps.bindDoor(source, signal),
    known: (url: string) => deps.store.readResource(source.id, url),
    now: deps.now,
    signal,
    expect(count: number) {
      round.expected = count
      tell()
    },
  }
  for await (const event of deps.connectors[source.kind](source, context)) {
    if (event.kind === 'checkpoint') {
      round.wasRead = true
      round.ttlMs = event.ttlMs
      await deps.store.recordCheckpoint(source.id, event, deps.now())
    } else if (event.kind === 'resource_failed') {
      round.failure = { code: event.failure, message: event.message, retryAfterMs: null }
    } else {
      round.wasRead = true
      count(round, event, await processCapture(deps, source, event), deps.now())
      round.done++
      tell()
    }
  }
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
  const next = nextCheck(
    {
      cadenceMs: source.cadence,
      ttlMs: round.ttlMs,
      retryAfterMs: round.failure?.retryAfterMs ?? null,
      itemsLast7Days: await deps.store.countItemsLast7Days(source.id, now),
      failures: isFailed ? (await deps.store.countFailures(source.id)) + 1 : 0,
      failure: isFailed ? result.failure : null,
    },
    now,
  )
  await deps.store.recordRound(result, next)
}
