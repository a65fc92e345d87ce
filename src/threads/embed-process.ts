// The inside of the embedding process: texts in, their embeddings out. Only here is the transformer library loaded, and
// only here may it fail.
//
// A process and not a thread: to end a thread while the ONNX runtime computes in it aborts the whole service.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { constants, homedir, setPriority } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { FeatureExtractionPipeline } from '@huggingface/transformers'
import { isHubId, type TransformerFailure } from '../model/transformer.ts'
import type { EmbedAnswer, EmbedTask, Loaded, ModelPlace } from './embedder.ts'

type Embed = (texts: readonly string[]) => Promise<Float32Array[]>

/** Says which failure it is: an error's own words may quote the text that was being embedded. */
class EmbedFailure extends Error {
  readonly failure: TransformerFailure
  constructor(failure: TransformerFailure) {
    super(failure)
    this.failure = failure
  }
}

/** What an item is about stands in its first lines; the time grows with the square of the length. */
const mostTokens = 256
/** The quantised weights, a quarter as large, come first. */
const variants = [
  { dtype: 'q8', file: 'onnx/model_quantized.onnx' },
  { dtype: 'fp32', file: 'onnx/model.onnx' },
] as const
const otherFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json']

let embed: Embed | null = null

process.on('message', async (task: EmbedTask) => {
  let answer: EmbedAnswer
  try {
    if ('load' in task) answer = { loaded: await load(task.load) }
    else if (embed === null) throw new EmbedFailure('broken_model')
    else answer = { vectors: await embed(task.texts) }
  } catch (error) {
    answer = { failure: error instanceof EmbedFailure ? error.failure : 'broken_model' }
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit())
// The library takes every core that it finds: the service and its console go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

async function load({ model, cacheFolder, mayDownload }: ModelPlace): Promise<Loaded> {
  const { env, pipeline } = await import('@huggingface/transformers').catch(() => fail('library_missing'))
  const isOnHub = isHubId(model)
  const folder = isOnHub ? join(cacheFolder, model) : resolve(model.replace(/^~(?=[/\\])/, homedir()))
  const has = (file: string) => existsSync(join(folder, file))
  const here = otherFiles.every(has) ? variants.find(({ file }) => has(file)) : undefined
  if (!here && !isOnHub) fail('files_missing')
  if (!here && !mayDownload) fail('not_downloaded')
  env.cacheDir = cacheFolder
  // What has been downloaded once is a folder like another: the hub is not asked again.
  env.allowRemoteModels = !here
  env.localModelPath = isOnHub ? cacheFolder : dirname(folder)
  // A hub may offer only one of them: each is asked for in turn.
  for (const { dtype, file } of here ? [here] : variants) {
    const extractor = await pipeline('feature-extraction', isOnHub ? model : basename(folder), { dtype }).catch(
      () => null,
    )
    if (extractor === null) continue
    embed = embedBy(extractor)
    const [probe] = await embed(['a']).catch(() => fail('wrong_output'))
    return { dimension: probe?.length ?? 0, sha256: await hashFile(join(folder, file)) }
  }
  return fail(here ? 'broken_model' : 'not_downloaded')
}

function embedBy(extractor: FeatureExtractionPipeline): Embed {
  const { tokenizer } = extractor
  // The pipeline takes no `max_length`: it cuts where the tokenizer's own says, which has no setter.
  const length = Math.min(mostTokens, tokenizer.model_max_length)
  Object.defineProperty(tokenizer, 'model_max_length', { value: length, configurable: true })
  return async (texts) => readVectors(await extractor([...texts], { pooling: 'mean', normalize: true }), texts.length)
}

function fail(failure: TransformerFailure): never {
  throw new EmbedFailure(failure)
}

function readVectors({ dims, data }: { readonly dims: readonly number[]; readonly data: unknown }, rows: number) {
  const [count, width = 0] = dims
  if (dims.length !== 2 || count !== rows || width === 0 || !(data instanceof Float32Array)) fail('wrong_output')
  if (data.some((value) => !Number.isFinite(value))) fail('wrong_output')
  return Array.from({ length: rows }, (_, row) => data.slice(row * width, (row + 1) * width))
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
