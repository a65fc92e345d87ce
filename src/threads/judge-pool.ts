// Judges captures away from the service; the models are compiled once in each thread.
import { availableParallelism } from 'node:os'
import type { NotChosen } from '../../classifiers/conventions/explain.ts'
import type { LexiconData } from '../../classifiers/conventions/lexicon.ts'
import type { TransformerHead } from '../../classifiers/conventions/transformer.ts'
import type { JudgeContext, JudgedArticle, JudgedPost, StoredText } from '../../classifiers/judge.ts'
import type { ArticleCapture, PostCapture } from '../model/capture.ts'
import type { ItemDraft } from '../model/item.ts'
import type { Language } from '../model/language.ts'
import type { Source } from '../model/source.ts'
import type { Judgement } from '../model/tag.ts'
import type { RegionData } from '../rules/regions.ts'
import { createPool, type Pool } from './pool.ts'

export type JudgeTask = {
  readonly capture: ArticleCapture | PostCapture
  readonly source: JudgeContext['source']
  readonly nowMs: number
}

/** What a transformer has heard in a text: its embedding, and the head that judges it. */
export type Heard = { readonly vector: Float32Array; readonly head: TransformerHead }
export type Hear = (input: JudgeAgainTask['input']) => Promise<Heard | null>

/** A text that has been judged, with a further judge. */
export type JudgeAgainTask = {
  readonly input: { readonly title: string; readonly text: string }
  readonly language: Language
  readonly heard: Heard
}

/** A stored text, judged with today's words and models. */
export type StoredTask = { readonly stored: StoredText; readonly head: TransformerHead | null }
export type StoredAnswer = Pick<ItemDraft, 'judgement' | 'places'>

/** A text of which a person asks why the conventions that came next were not given. */
export type WhyNotTask = { readonly whyNot: Pick<StoredText, 'title' | 'text' | 'language'> }

export type Task = JudgeTask | JudgeAgainTask | StoredTask | WhyNotTask
export type Answer = JudgedArticle | JudgedPost | Judgement | StoredAnswer | readonly NotChosen[]

export type Judge = {
  readonly article: (capture: ArticleCapture, source: Source, now: Date) => Promise<JudgedArticle>
  readonly post: (capture: PostCapture, source: Source, now: Date) => Promise<JudgedPost>
  readonly stored: (text: StoredText) => Promise<StoredAnswer>
  readonly whyNot: (text: WhyNotTask['whyNot']) => Promise<readonly NotChosen[]>
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

/**
 * `hear` is asked for every article. Private posts are not heard.
 */
export function createJudge(
  data: JudgeData,
  size = Math.max(1, availableParallelism() - 1),
  hear: Hear = async () => null,
): Judge {
  const pool: Pool<Task, Answer> = createPool({
    script: new URL('judge-worker.ts', import.meta.url),
    size,
    workerData: data,
    timeoutMs,
    memoryMb,
  })
  const task = (capture: ArticleCapture | PostCapture, source: Source, now: Date): JudgeTask => ({
    capture,
    source: {
      ...{ name: source.name, roles: source.roles },
      ...{ language: source.language, article: source.article, region: source.region },
    },
    nowMs: now.getTime(),
  })
  /** What fails here costs the further judge's opinion, never the article. */
  async function judgeAgain(judged: JudgedArticle): Promise<JudgedArticle> {
    if (judged.kind !== 'item' || !judged.draft.judgement.classified) return judged
    const { title, text, language } = judged.draft
    const heard = await hear({ title, text })
    const again = heard && (await pool.run({ input: { title, text }, language, heard }).catch(() => null))
    if (again === null) return judged
    const { tags, version } = again as Judgement
    return { ...judged, draft: { ...judged.draft, judgement: { ...judged.draft.judgement, tags, version } } }
  }
  return {
    article: async (capture, source, now) => judgeAgain((await pool.run(task(capture, source, now))) as JudgedArticle),
    post: (capture, source, now) => pool.run(task(capture, source, now)) as Promise<JudgedPost>,
    async stored(text) {
      const heard = await hear({ title: text.title, text: text.text })
      const stored = heard ? { ...text, vector: heard.vector } : text
      return (await pool.run({ stored, head: heard?.head ?? null })) as StoredAnswer
    },
    whyNot: (text) => pool.run({ whyNot: text }) as Promise<readonly NotChosen[]>,
    close: pool.close,
  }
}
