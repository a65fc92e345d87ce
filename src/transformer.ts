// The third judge as the service has it: loads its model, fits its head where there is none, and says how it is doing.
// Whatever goes wrong here, the other judges carry on.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { embeddedText } from '../classifiers/conventions/transformer.ts'
import type { LexiconData } from '../classifiers/conventions/lexicon.ts'
import { readExamples } from '../classifiers/load.ts'
import { log } from './log.ts'
import type { TransformerFailure, TransformerSetting, TransformerStatus } from './model/transformer.ts'
import { type HeadKey, readHead, type SavedHead, saveHead } from './store/head-file.ts'
import { createEmbedder, type Embedder, type Loaded } from './threads/embedder.ts'
import { createEmbedQueue } from './threads/embed-queue.ts'
import { fitOnce } from './threads/fit-pool.ts'
import type { Hear } from './threads/judge-pool.ts'

export type TransformerOptions = {
  /** Null: switched off. */
  readonly setting: TransformerSetting | null
  readonly dataFolder: string
  readonly proxy?: string | undefined
  readonly lexicon: LexiconData
  /** Whether a head may be fitted, where there is none that fits or in any case; and whether a model may be downloaded. */
  readonly fit?: 'when_missing' | 'always' | 'never'
  readonly mayDownload?: boolean
  /** Labelled examples; those that come with the product, unless a test brings its own. */
  readonly examples?: typeof readExamples
  readonly onChange?: (status: TransformerStatus) => void
}

export type Transformer = {
  readonly status: () => TransformerStatus
  /** Loads the model, unless that has begun; resolves when it is on or has failed. */
  readonly start: () => Promise<TransformerStatus>
  /** The embedding of a text and the head that judges it; null where there is none in time. */
  readonly hear: Hear
  readonly close: () => Promise<void>
}

/** So many texts are embedded at once while fitting. */
const batchSize = 16
const batchTimeoutMs = 120_000
/** Failures in a row after which it is given up until the next start. */
const mostFailures = 3

/** Starts nothing yet: that is done by `start`, or by the first text. */
export function openTransformer(options: TransformerOptions): Transformer {
  const { setting, lexicon } = options
  return setting === null || !lexicon.scoring.judges.includes('transformer') ? absent : run(setting, options)
}

function run(setting: TransformerSetting, options: TransformerOptions): Transformer {
  const { onChange, mayDownload = true } = options
  const cacheFolder = join(options.dataFolder, 'models', 'hub')
  const embedder = createEmbedder({ model: setting.model, cacheFolder, mayDownload }, options.proxy)
  const patienceMs = setting.secondsPerItem * 1000
  const embed = createEmbedQueue(embedder, patienceMs, onAnswer)
  const stop = new AbortController()
  let status: TransformerStatus = { state: 'starting' }
  let saved: SavedHead | null = null
  let started: Promise<TransformerStatus> | null = null
  let failures = 0

  function become(next: TransformerStatus): TransformerStatus {
    status = next
    onChange?.(next)
    return next
  }

  async function open(): Promise<TransformerStatus> {
    const loaded = await embedder.load()
    const found = typeof loaded === 'string' ? loaded : await findHead(loaded, { ...options, setting, embedder, become, signal: stop.signal })
    if (typeof found === 'string') return giveUp(found)
    saved = found
    return become({ state: 'on', model: setting.model, figures: found.figures })
  }

  function begin(): Promise<TransformerStatus> {
    become({ state: 'starting' })
    started = open().catch(() => giveUp('not_fitted'))
    return started
  }

  function giveUp(reason: TransformerFailure): TransformerStatus {
    embedder.stop()
    if (!stop.signal.aborted) log.warn('the transformer is off, the other judges carry on', { reason })
    return become({ state: 'failed', reason })
  }

  function onAnswer(failure: TransformerFailure | null): void {
    failures = failure === null ? 0 : failures + 1
    if (failure === null || stop.signal.aborted) return
    embedder.stop()
    if (failures >= mostFailures) giveUp(failure)
    else void begin()
  }

  return {
    status: () => status,
    start: () => started ?? begin(),
    async hear(input) {
      const isOn = () => status.state === 'on'
      // Loading takes a second or two: worth waiting for. Fitting and downloading are not.
      if (status.state === 'starting') await Promise.race([started ?? begin(), sleep(patienceMs)])
      const vector = isOn() ? await embed(setting.prefix + embeddedText(input)) : null
      return vector && saved && { vector, head: saved.head }
    },
    async close() {
      stop.abort()
      embedder.stop()
    },
  }
}

const absent: Transformer = {
  status: () => ({ state: 'off' }),
  start: async () => ({ state: 'off' }),
  hear: async () => null,
  close: async () => undefined,
}

type Finding = TransformerOptions & {
  readonly setting: TransformerSetting
  readonly embedder: Embedder
  readonly become: (status: TransformerStatus) => void
  readonly signal: AbortSignal
}

/** The head for what was loaded: the saved one, or one fitted now. */
async function findHead(
  { sha256, dimension }: Loaded,
  { setting, dataFolder, lexicon, fit = 'when_missing', examples: read = readExamples, ...fitting }: Finding,
): Promise<SavedHead | TransformerFailure> {
  const { model, prefix } = setting
  const { embedder, become, signal } = fitting
  const folder = join(dataFolder, 'models')
  const { examples, checksum } = await read()
  const key: HeadKey = { model, prefix, sha256, examples: checksum, linear: lexicon.learned.linear?.id ?? null }
  const known = fit === 'always' ? null : await readHead(folder, key, dimension)
  if (known !== null || fit === 'never') return known ?? 'not_fitted'
  const vectors: Float32Array[] = []
  while (vectors.length < examples.length) {
    become({ state: 'fitting', share: vectors.length / examples.length })
    const batch = examples.slice(vectors.length, vectors.length + batchSize)
    const answer = await embedder.embed(
      batch.map(({ text }) => prefix + embeddedText({ title: '', text })),
      batchTimeoutMs,
    )
    if (typeof answer === 'string') return answer
    vectors.push(...answer)
  }
  become({ state: 'fitting', share: 1 })
  const id = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 8)
  const fitted = await fitOnce({ examples, vectors, lexicon, id }, signal)
  await saveHead(folder, key, fitted)
  return fitted
}
