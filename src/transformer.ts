// The third judge as the service has it: loads its model, fits its head where there is none, and says how it is doing.
// Whatever goes wrong here, the other judges carry on.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { embeddedText } from '../classifiers/conventions/transformer.ts'
import type { LexiconData } from '../classifiers/conventions/lexicon.ts'
import { readExamples } from '../classifiers/load.ts'
import { nameOf } from './errors.ts'
import { log } from './log.ts'
import type { TransformerFailure, TransformerSetting, TransformerStatus } from './model/transformer.ts'
import { type HeadKey, readHead, type SavedHead, saveHead } from './store/head-file.ts'
import { createEmbedder, type Loaded } from './threads/embedder.ts'
import { createEmbedQueue } from './threads/embed-queue.ts'
import { createFitPool } from './threads/fit-pool.ts'
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

export function openTransformer(options: TransformerOptions): Transformer {
  const { setting, dataFolder, lexicon, fit = 'when_missing', mayDownload = true, onChange } = options
  if (setting === null || !lexicon.scoring.judges.includes('transformer')) return absent
  const modelFolder = join(dataFolder, 'models')
  const place = { model: setting.model, cacheFolder: join(modelFolder, 'hub'), mayDownload }
  const embedder = createEmbedder(place, options.proxy)
  const fitting = createFitPool()
  const timeoutMs = setting.secondsPerItem * 1000
  const queue = createEmbedQueue(embedder, timeoutMs, onFailure)
  let status: TransformerStatus = { state: 'starting' }
  let saved: SavedHead | null = null
  let started: Promise<TransformerStatus> | null = null
  let failures = 0

  function become(next: TransformerStatus): TransformerStatus {
    status = next
    onChange?.(next)
    return next
  }

  function giveUp(reason: TransformerFailure): TransformerStatus {
    embedder.stop()
    log.warn('the transformer is off; the other judges carry on', { reason })
    return become({ state: 'failed', reason })
  }

  function begin(): Promise<TransformerStatus> {
    become({ state: 'starting' })
    started = open().catch((error) => {
      log.error('the transformer could not be started', { error: nameOf(error) })
      return giveUp('not_fitted')
    })
    return started
  }

  async function open(): Promise<TransformerStatus> {
    const loaded = await embedder.load()
    if (typeof loaded === 'string') return giveUp(loaded)
    saved = await findHead(loaded)
    if (typeof saved === 'string') return giveUp(saved)
    return become({ state: 'on', model: setting?.model ?? '', figures: saved.figures })
  }
  return { status: () => status, start: () => started ?? begin(), hear, close }
}
