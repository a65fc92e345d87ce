// Reads what sources send (feeds, listings, sitemaps …) away from the service: what hangs a parser or eats its memory is
// one source's failure.
import { FetchFailure, Quarantine } from '../errors.ts'
import type { FailureCode } from '../model/failure.ts'
import { createPool } from './pool.ts'

type Page = { readonly bytes: Uint8Array; readonly contentType: string | null; readonly url: string }

export type ParseTask = { readonly kind: string; readonly page: Page; readonly ask: unknown }
export type ParseAnswer =
  | { readonly value: unknown }
  | { readonly failure: { readonly code: FailureCode; readonly message: string } }

export type Parsing<Parse> = { readonly parse: Parse; readonly close: () => Promise<void> }

/** `timeoutMs`: in all, for one answer of a source. */
export type ParseLimits = { readonly timeoutMs: number; readonly memoryMb: number }

const limits: ParseLimits = { timeoutMs: 20_000, memoryMb: 384 }
/** One is enough, unless it is busy with something that takes long or never ends. */
const threads = { size: 2, patienceMs: 1000 }

/**
 * `table`: a module that exports `parsers`, functions of a page and what is asked of it, by name. What a parser throws as
 * a `FetchFailure` is thrown here; one that hangs, breaks or eats memory is a `FetchFailure` (`unreadable`). The page's
 * bytes are given away: they are empty afterwards.
 */
export function createParsing<Parse>(table: URL, { timeoutMs, memoryMb } = limits): Parsing<Parse> {
  const script = new URL('parse-worker.ts', import.meta.url)
  const pool = createPool<ParseTask, ParseAnswer>({
    script,
    ...threads,
    workerData: table.href,
    timeoutMs,
    memoryMb,
  })
  async function parse(kind: string, { bytes, contentType, url }: Page, ask: unknown): Promise<unknown> {
    const task = { kind, page: { bytes, contentType, url }, ask }
    const answer = await pool.run(task, ownBuffer(bytes)).catch((error: unknown) => {
      if (!(error instanceof Quarantine)) throw error
      throw new FetchFailure('unreadable', `what ${new URL(url).host} sent could not be read: ${error.message}`)
    })
    if ('value' in answer) return answer.value
    throw new FetchFailure(answer.failure.code, answer.failure.message)
  }
  return { parse: parse as Parse, close: pool.close }
}

/** Small buffers of Node are parts of one that many share: those are copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : []
}
