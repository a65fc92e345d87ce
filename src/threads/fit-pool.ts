// Fits the third judge away from the service: some seconds of arithmetic.
import type { LexiconData } from '../../classifiers/conventions/lexicon.ts'
import type { Example } from '../../classifiers/training/examples.ts'
import type { FittedTransformer } from '../../classifiers/training/fit-transformer.ts'
import { createPool, type Pool } from './pool.ts'

export type FitTask = {
  readonly examples: readonly Example[]
  /** In the order of the examples. */
  readonly vectors: readonly Float32Array[]
  readonly lexicon: LexiconData
  readonly id: string
}

const timeoutMs = 1_800_000
const memoryMb = 1024

export function createFitPool(): Pool<FitTask, FittedTransformer> {
  const script = new URL('fit-worker.ts', import.meta.url)
  return createPool({ script, size: 1, workerData: null, timeoutMs, memoryMb })
}
