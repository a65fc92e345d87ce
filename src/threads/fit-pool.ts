// Fits the third judge away from the service: some seconds of arithmetic.
import type { LexiconData } from '../../classifiers/conventions/lexicon.ts'
import type { Example } from '../../classifiers/training/examples.ts'
import type { FittedTransformer } from '../../classifiers/training/fit-transformer.ts'
import { createPool } from './pool.ts'

export type FitTask = {
  readonly examples: readonly Example[]
  /** In the order of the examples. */
  readonly vectors: readonly Float32Array[]
  readonly lexicon: LexiconData
  readonly id: string
}

const timeoutMs = 1_800_000
const memoryMb = 1024

/** Rejects with `Quarantine` where there is too little to fit on, or where the signal comes first. */
export async function fitOnce(task: FitTask, signal: AbortSignal): Promise<FittedTransformer> {
  const script = new URL('fit-worker.ts', import.meta.url)
  const pool = createPool<FitTask, FittedTransformer>({ script, size: 1, workerData: null, timeoutMs, memoryMb })
  const close = () => void pool.close()
  signal.addEventListener('abort', close)
  try {
    return await pool.run(task)
  } finally {
    signal.removeEventListener('abort', close)
    await pool.close()
  }
}
