// Embeds texts in a process of its own, one request at a time: what breaks or hangs there is a failure with a name here.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TransformerFailure } from '../model/transformer.ts'

/** Where a model is: a folder, or an id on the hub and the folder that it is downloaded to. */
export type ModelPlace = { readonly model: string; readonly cacheFolder: string; readonly mayDownload: boolean }

/** What has been loaded. `sha256` is that of its weights. */
export type Loaded = { readonly dimension: number; readonly sha256: string }

export type EmbedTask = { readonly load: ModelPlace } | { readonly texts: readonly string[] }
export type EmbedAnswer =
  | { readonly loaded: Loaded }
  | { readonly vectors: readonly Float32Array[] }
  | { readonly failure: TransformerFailure }

export type Embedder = {
  /** Starts the process where there is none. A model of the hub is downloaded first, if it has to be. */
  readonly load: () => Promise<Loaded | TransformerFailure>
  /** One vector a text, of length 1. Whoever asks waits for the answer before asking again. */
  readonly embed: (texts: readonly string[], timeoutMs: number) => Promise<readonly Float32Array[] | TransformerFailure>
  /** Ends the process; the next `load` starts another. */
  readonly stop: () => void
}

/** A model of a few hundred megabytes over a slow line. */
const loadTimeoutMs = 3_600_000
/** For the tokenizer's words; the weights lie outside of it. */
const memoryMb = 1024

/** `proxy`: the office's way to the internet, where it needs one. */
export function createEmbedder(place: ModelPlace, proxy?: string): Embedder {
  let child: ChildProcess | null = null

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL('embed-process.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // It needs no key and no token of ours, and its own words may quote a text.
      env: { HOME: process.env.HOME, ...(proxy && { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: proxy, HTTP_PROXY: proxy }) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // Only a request that waits for its answer keeps the program running.
    started.unref()
    started.channel?.unref()
    const forget = () => {
      if (child === started) child = null
    }
    started.on('exit', forget).on('error', forget)
    return started
  }

  function stop(): void {
    child?.kill('SIGKILL')
    child = null
  }

  function ask(asked: ChildProcess, task: EmbedTask, timeoutMs: number): Promise<EmbedAnswer> {
    return new Promise((resolve) => {
      const end = (answer: EmbedAnswer): void => {
        clearTimeout(timer)
        asked.off('message', end).off('exit', onEnd).off('error', onEnd)
        resolve(answer)
      }
      const onEnd = (): void => end({ failure: 'ended' })
      const timer = setTimeout(() => {
        end({ failure: 'too_slow' })
        stop()
      }, timeoutMs)
      asked.on('message', end).on('exit', onEnd).on('error', onEnd)
      asked.send(task, (error) => error && onEnd())
    })
  }

  return {
    async load() {
      child ??= start()
      const answer = await ask(child, { load: place }, loadTimeoutMs)
      return 'loaded' in answer ? answer.loaded : failureOf(answer)
    },
    async embed(texts, timeoutMs) {
      if (child === null) return 'ended'
      const answer = await ask(child, { texts }, timeoutMs)
      return 'vectors' in answer ? answer.vectors : failureOf(answer)
    },
    stop,
  }
}

const failureOf = (answer: EmbedAnswer): TransformerFailure => ('failure' in answer ? answer.failure : 'broken_model')
