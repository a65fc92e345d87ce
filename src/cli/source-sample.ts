// Sample: a little of a source, read and judged as a round does it, and stored nowhere.
import type { ConnectorContext } from '../../crawlers/connector.ts'
import { FetchFailure } from '../errors.ts'
import type { FailureCode } from '../model/failure.ts'
import type { ItemDraft } from '../model/item.ts'
import type { Source } from '../model/source.ts'
import type { Deps } from '../pipeline/deps.ts'

export type Sample = {
  /** Articles that were judged; redacted. */
  readonly drafts: readonly ItemDraft[]
  /** Everything that was found, also what gave no text. */
  readonly found: number
  readonly failure: FailureCode | null
}

type Reader = Pick<Deps, 'connectors' | 'parse' | 'judge' | 'now'> & {
  readonly fetch: ConnectorContext['fetch']
  readonly signal: AbortSignal
}

/** Reads the newest `size` entries. What fails at the source is part of the result. */
export async function readSample(reader: Reader, source: Source, size: number): Promise<Sample> {
  const { connectors, parse, judge, now, fetch, signal } = reader
  const drafts: ItemDraft[] = []
  let found = 0
  let failure: FailureCode | null = null
  const context = { fetch, parse, known: async () => null, now, signal, expect: () => undefined, period: null }
  try {
    for await (const event of connectors[source.kind]({ ...source, maxItems: size }, context)) {
      if (event.kind === 'resource_failed') failure = event.failure
      if (event.kind === 'post') found++
      if (event.kind !== 'article') continue
      found++
      failure ??= event.pageFailure
      const judged = await judge.article(event, source, now())
      if (judged.kind === 'item') drafts.push(judged.draft)
    }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    failure = error.code
  }
  return { drafts, found, failure }
}
