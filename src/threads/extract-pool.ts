// Takes articles out of pages on disk, away from the command that asked: a page that breaks its thread is lost alone.
import { availableParallelism } from 'node:os'
import { createPool, type Pool } from './pool.ts'

/** A page as it lies on disk. */
export type ExtractTask = { readonly bytes: Uint8Array; readonly isGzip: boolean; readonly nowMs: number }

export type ExtractAnswer = {
  readonly title: string | null
  readonly text: string
  /** As the page wrote it, with its zone; null where it names no time. */
  readonly publishedAt: string | null
  /** ISO 639. */
  readonly language: string
}

export type ExtractPool = Pool<ExtractTask, ExtractAnswer>

const timeoutMs = 30_000
const memoryMb = 512

export const extractThreads = Math.max(1, availableParallelism() - 1)

export function createExtractPool(): ExtractPool {
  const script = new URL('extract-worker.ts', import.meta.url)
  return createPool({ script, size: extractThreads, workerData: null, timeoutMs, memoryMb })
}
