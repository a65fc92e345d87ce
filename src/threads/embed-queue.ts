// Gathers the texts that come while others are being embedded, and asks for all of them at once.
import type { TransformerFailure } from '../model/transformer.ts'
import type { Embedder } from './embedder.ts'

/** More would make the first wait for the last. */
const mostAtOnce = 8

type Waiting = { readonly text: string; readonly resolve: (vector: Float32Array | null) => void }

export type EmbedQueue = (text: string) => Promise<Float32Array | null>

/**
 * Gives null for what did not come within `timeoutMs`, or not at all. `onAnswer` is told of every request: null where it
 * went well. After a failure nothing more is asked for those who wait: the process is not there.
 */
export function createEmbedQueue(
  embedder: Embedder,
  timeoutMs: number,
  onAnswer: (failure: TransformerFailure | null) => void,
): EmbedQueue {
  const waiting: Waiting[] = []
  let isBusy = false

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostAtOnce)
      const answer = await embedder.embed(
        batch.map(({ text }) => text),
        timeoutMs * batch.length,
      )
      const vectors = typeof answer === 'string' ? [] : answer
      for (const [i, { resolve }] of batch.entries()) resolve(vectors[i] ?? null)
      if (typeof answer === 'string') for (const { resolve } of waiting.splice(0)) resolve(null)
      onAnswer(typeof answer === 'string' ? answer : null)
    }
    isBusy = false
  }

  return (text) =>
    new Promise((resolve) => {
      const one: Waiting = {
        text,
        resolve(vector) {
          clearTimeout(timer)
          resolve(vector)
        },
      }
      const timer = setTimeout(() => {
        const at = waiting.indexOf(one)
        if (at >= 0) waiting.splice(at, 1)
        resolve(null)
      }, timeoutMs)
      waiting.push(one)
      void work()
    })
}
