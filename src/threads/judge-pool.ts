// Judges captures away from the service; the models are compiled once in each thread.
import { availableParallelism } from 'node:os'
import type { LexiconData } from '../../classifiers/conventions/lexicon.ts'
import type { JudgeContext, JudgedArticle } from '../../classifiers/judge.ts'
import type { ArticleCapture, PostCapture } from '../model/capture.ts'
import type { PostDraft } from '../model/item.ts'
import type { Source } from '../model/source.ts'
import type { RegionData } from '../rules/regions.ts'
import { createPool, type Pool } from './pool.ts'

export type JudgeTask = {
  readonly capture: ArticleCapture | PostCapture
  readonly source: JudgeContext['source']
  readonly nowMs: number
}

export type Judge = {
  readonly article: (capture: ArticleCapture, source: Source, now: Date) => Promise<JudgedArticle>
  readonly post: (capture: PostCapture, source: Source, now: Date) => Promise<PostDraft>
  readonly close: () => Promise<void>
}

const timeoutMs = 20_000
const memoryMb = 384

/** What a thread compiles its models from: plain data. */
export type JudgeData = {
  readonly lexicon: LexiconData
  readonly regions: RegionData
  /** Other names of regions by code. */
  readonly aliases: Readonly<Record<string, readonly string[]>>
}

export function createJudge(data: JudgeData, size = Math.max(1, availableParallelism() - 1)): Judge {
  const pool: Pool<JudgeTask, JudgedArticle | PostDraft> = createPool({
    script: new URL('judge-worker.ts', import.meta.url),
    size,
    workerData: data,
    timeoutMs,
    memoryMb,
  })
  const task = (capture: ArticleCapture | PostCapture, source: Source, now: Date): JudgeTask => ({
    capture,
    source: { language: source.language, article: source.article, region: source.region },
    nowMs: now.getTime(),
  })
  return {
    article: (capture, source, now) => pool.run(task(capture, source, now)) as Promise<JudgedArticle>,
    post: (capture, source, now) => pool.run(task(capture, source, now)) as Promise<PostDraft>,
    close: pool.close,
  }
}
