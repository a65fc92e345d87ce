// The head of the third judge: the saved one where it fits, else one fitted on the labelled examples now.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { embeddedText } from '../classifiers/conventions/transformer.ts'
import { readExamples } from '../classifiers/load.ts'
import type { Example } from '../classifiers/training/examples.ts'
import type { TransformerFailure, TransformerSetting, TransformerStatus } from './model/transformer.ts'
import { type HeadKey, readHead, type SavedHead, saveHead } from './store/head-file.ts'
import type { Embedder, Loaded } from './threads/embedder.ts'
import { fitOnce } from './threads/fit-pool.ts'
import type { TransformerOptions } from './transformer.ts'

/** So many texts are embedded at once. */
const batchSize = 16
const batchTimeoutMs = 120_000

export type Finding = Omit<TransformerOptions, 'embedder'> & {
  readonly setting: TransformerSetting
  readonly embedder: Embedder
  readonly become: (status: TransformerStatus) => void
  readonly signal: AbortSignal
}

/** The head for what was loaded, or why there is none. Rejects where there is too little to fit on. */
export async function findHead(
  { sha256, dimension }: Loaded,
  finding: Finding,
): Promise<SavedHead | TransformerFailure> {
  const { setting, dataFolder, lexicon, become, signal, fit = 'when_missing' } = finding
  const { model, prefix } = setting
  const folder = join(dataFolder, 'models')
  const { examples, checksum } = await (finding.examples ?? readExamples)()
  const key: HeadKey = { model, prefix, sha256, examples: checksum, linear: lexicon.learned.linear?.id ?? null }
  const known = fit === 'always' ? null : await readHead(folder, key, dimension)
  if (known !== null || fit === 'never') return known ?? 'not_fitted'
  const vectors = await embedAll(examples, finding)
  if (typeof vectors === 'string') return vectors
  become({ state: 'fitting', share: 1 })
  const id = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 8)
  const fitted = await fitOnce({ examples, vectors, lexicon, id }, signal)
  await saveHead(folder, key, fitted)
  return fitted
}

async function embedAll(
  examples: readonly Example[],
  { setting, embedder, become }: Finding,
): Promise<readonly Float32Array[] | TransformerFailure> {
  const vectors: Float32Array[] = []
  for (let done = 0; done < examples.length; done += batchSize) {
    become({ state: 'fitting', share: done / examples.length })
    const texts = examples.slice(done, done + batchSize).map(({ text }) => embeddedText({ title: '', text }))
    const answer = await embedder.embed(
      texts.map((text) => setting.prefix + text),
      batchTimeoutMs,
    )
    if (typeof answer === 'string') return answer
    vectors.push(...answer)
  }
  return vectors
}
