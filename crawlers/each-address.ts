// Each address: a source with several addresses or pages goes on when one of them fails, and says which.
import { FetchFailure } from '../src/errors.ts'
import type { CrawlEvent, ResourceFailure } from '../src/model/capture.ts'
import type { ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'

/** Reads all addresses in turn. When every one fails, the last failure is thrown; else each is told as an event. */
export async function* readEach(
  addresses: readonly string[],
  read: (address: string) => AsyncIterable<CrawlEvent>,
): AsyncGenerator<CrawlEvent> {
  const failed: ResourceFailure[] = []
  for (const url of addresses) {
    try {
      yield* read(url)
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      failed.push(toEvent(url, error))
      if (failed.length === addresses.length) throw error
    }
  }
  yield* failed
}

/** Asks for a feed or listing; one that answers 304 is a checkpoint and nothing else, any other is read. */
export async function* readIfChanged(
  address: string,
  accept: string,
  ctx: ConnectorContext,
  read: (response: DoorResponse) => AsyncIterable<CrawlEvent>,
): AsyncGenerator<CrawlEvent> {
  const known = await ctx.known(address)
  const response = await ctx.fetch({ url: address, validators: known?.validators ?? null, accept })
  const { status, validators, maxAgeMs } = response
  if (status === 304) yield { kind: 'checkpoint', url: address, validators, ttlMs: maxAgeMs }
  else yield* read(response)
}

type Further =
  | { readonly response: DoorResponse; readonly failed: null }
  | { readonly response: null; readonly failed: ResourceFailure }

/** A page after the first one: when it fails, what came before it still counts. `address` is the one configured. */
export async function fetchFurther(request: DoorRequest, address: string, ctx: ConnectorContext): Promise<Further> {
  try {
    return { response: await ctx.fetch(request), failed: null }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    return { response: null, failed: toEvent(address, error) }
  }
}

function toEvent(url: string, { code, message }: FetchFailure): ResourceFailure {
  return { kind: 'resource_failed', url, failure: code, message }
}
