// The third judge as the service has it: loads its model, fits its head where there is none, and says how it is doing.
// Whatever goes wrong here, the other judges carry on.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LexiconData } from '../classifiers/conventions/lexicon.ts'
import { embeddedText } from '../classifiers/conventions/transformer.ts'
import type { readExamples } from '../classifiers/load.ts'
import type {
  TransformerFailure,
  TransformerFigures,
  TransformerSetting,
  TransformerStatus,
} from './model/transformer.ts'
import type { SavedHead } from './store/head-file.ts'
import { createEmbedQueue } from './threads/embed-queue.ts'
import { createEmbedder, type Embedder } from './threads/embedder.ts'
import type { Hear } from './threads/judge-pool.ts'
import { findHead } from './transformer-head.ts'

export type TransformerOptions = {
  /** Null: switched off. */
  readonly setting: TransformerSetting | null
  readonly dataFolder: string
  readonly proxy?: string | undefined
  readonly lexicon: LexiconData
  /** Whether a head may be fitted, where there is none that fits or in any case; and whether a model may be downloaded. */
  readonly fit?: 'when_missing' | 'always' | 'never'
  readonly mayDownload?: boolean
  /** Those that come with the product, unless a test brings its own. */
  readonly examples?: typeof readExamples
  readonly embedder?: Embedder
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
  const place = { model: setting.model, cacheFolder, mayDownload }
  const embedder = options.embedder ?? createEmbedder(place, options.proxy)
  const patienceMs = setting.secondsPerItem * 1000
  const embed = createEmbedQueue(embedder, patienceMs, onAnswer)
  const stop = new AbortController()
  let status: TransformerStatus = { state: 'starting' }
  let saved: SavedHead | null = null
  let started: Promise<TransformerStatus> | null = null
  let patience: Promise<unknown> = Promise.resolve()
  let failures = 0

  function become(next: TransformerStatus): TransformerStatus {
    status = next
    if (!stop.signal.aborted) onChange?.(next)
    return next
  }

  async function open(): Promise<TransformerStatus> {
    const loaded = await embedder.load()
    const found =
      typeof loaded === 'string'
        ? loaded
        : await findHead(loaded, { ...options, setting, embedder, become, signal: stop.signal })
    if (typeof found === 'string') return giveUp(found)
    if (found.figures.with < found.figures.without) return giveUp('no_gain', found.figures)
    saved = found
    return become({ state: 'on', model: setting.model, figures: found.figures })
  }

  function begin(): Promise<TransformerStatus> {
    become({ state: 'starting' })
    started = open().catch(() => giveUp('not_fitted'))
    patience = Promise.race([started, sleep(patienceMs, null, { ref: false })])
    return started
  }

  function giveUp(reason: TransformerFailure, figures?: TransformerFigures): TransformerStatus {
    embedder.stop()
    return become({ state: 'failed', reason, ...(figures && { figures }) })
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
      // Loading takes a second or two: worth waiting for, once. Fitting and downloading are not.
      if (started === null) void begin()
      if (status.state === 'starting') await patience
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
