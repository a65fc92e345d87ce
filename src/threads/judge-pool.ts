// Judges captures away from the service; the models are compiled once in each thread.
import { availableParallelism } from 'node:os'
import type { JudgedArticle } from '../../classifiers/judge.ts'
import type { ArticleCapture, PostCapture } from '../model/capture.ts'
import type { PostDraft } from '../model/item.ts'
import type { Source } from '../model/source.ts'
import { createPool, type Pool } from './pool.ts'

export type JudgeTask = {
  readonly capture: ArticleCapture | PostCapture
  readonly source: Pick<Source, 'language' | 'article'>
  readonly nowMs: number
}

export type Judge = {
  readonly article: (capture: ArticleCapture, source: Source, now: Date) => Promise<JudgedArticle>
  readonly post: (capture: PostCapture, source: Source, now: Date) => Promise<PostDraft>
  readonly close: () => Promise<void>
}

const timeoutMs = 20_000
const memoryMb = 384

/** `lexicon` is what `readLexicon` gives: plain data. */
export function createJudge(lexicon: unknown, size = Math.max(1, availableParallelism() - 1)): Judge {
  const pool: Pool<JudgeTask, JudgedArticle | PostDraft> = createPool({
    script: new URL('judge-worker.ts', import.meta.url),
    size,
    workerData: lexicon,
    timeoutMs,
    memoryMb,
  })
  const task = (capture: ArticleCapture | PostCapture, source: Source, now: Date): JudgeTask => ({
    capture,
    source: { language: source.language, article: source.article },
    nowMs: now.getTime(),
  })
  return {
    article: (capture, source, now) => pool.run(task(capture, source, now)) as Promise<JudgedArticle>,
    post: (capture, source, now) => pool.run(task(capture, source, now)) as Promise<PostDraft>,
    close: pool.close,
  }
}
