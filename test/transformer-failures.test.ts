import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleCapture } from '../src/model/capture.ts'
import { sourceSchema } from '../src/model/source.ts'
import type { TransformerFailure } from '../src/model/transformer.ts'
import { readRegisters } from '../src/registers.ts'
import type { Embedder } from '../src/threads/embedder.ts'
import { createJudge } from '../src/threads/judge-pool.ts'
import { examples, failed, headFile, lexicon, makeTransformers, words } from './transformer-samples.ts'

const { root, open } = makeTransformers()

/** Embeds by looking for the words of each subject, or answers as it is told. */
function fakeEmbedder(answers: (TransformerFailure | null)[] = []): Embedder & { loads: number } {
  const embedder = {
    loads: 0,
    async load() {
      embedder.loads++
      return { dimension: words.length, sha256: 'fake' }
    },
    async embed(texts: readonly string[]) {
      const answer = answers.shift() ?? null
      return answer ?? texts.map((text) => Float32Array.from(words, (word) => Number(text.includes(word)) / 3))
    },
    stop: () => undefined,
  }
  return embedder
}

const input = { title: '', text: 'zeko mela woma noru' }

describe('a transformer that fails', () => {
  const dataFolder = join(root, 'fake')
  const batches = Math.ceil(examples.length / 16)

  it('is loaded again, and believed again, as long as it answers now and then', async () => {
    const fitting = Array.from({ length: batches }, () => null)
    const embedder = fakeEmbedder([...fitting, 'ended', null, 'ended', 'too_slow', null])
    const transformer = open('./fake', { dataFolder, embedder })
    expect(await transformer.start()).toMatchObject({ state: 'on' })
    const heard: boolean[] = []
    for (let i = 0; i < 5; i++) heard.push((await transformer.hear(input)) !== null)
    expect(heard).toEqual([false, true, false, false, true])
    expect(embedder.loads).toBe(4)
  })

  it('is given up after three failures in a row, and says which', async () => {
    const embedder = fakeEmbedder(['too_slow', 'too_slow', 'too_slow', null])
    const transformer = open('./fake', { dataFolder, embedder, fit: 'never' })
    await transformer.start()
    for (let i = 0; i < 4; i++) expect(await transformer.hear(input)).toBeNull()
    expect(transformer.status()).toEqual(failed('too_slow'))
  })

  it('is off where it cannot be fitted, and where it does not help', async () => {
    const few = { examples: async () => ({ examples: examples.slice(0, 2), checksum: 'few' }) }
    expect(await open('./fake', { dataFolder, embedder: fakeEmbedder(), ...few }).start()).toEqual(failed('not_fitted'))
    const worse = join(root, 'worse')
    mkdirSync(join(worse, 'models'), { recursive: true })
    const saved = JSON.parse(readFileSync(join(dataFolder, headFile), 'utf8'))
    writeFileSync(
      join(worse, headFile),
      JSON.stringify({ ...saved, figures: { without: 0.7, with: 0.6, examples: 40 } }),
    )
    expect(await open('./fake', { dataFolder: worse, embedder: fakeEmbedder() }).start()).toMatchObject(
      failed('no_gain'),
    )
  })

  it('costs an article its opinion, not its tags', async () => {
    const { registers, aliases } = await readRegisters('config')
    const data = { lexicon, regions: registers, aliases }
    const judgeWith = async (answers: (TransformerFailure | null)[]) => {
      const transformer = open('./fake', { dataFolder, embedder: fakeEmbedder(answers), fit: 'never' })
      const judge = createJudge(data, 1, transformer.hear)
      const judged = await judge.article(capture, source, new Date('2026-11-18T03:00:00Z'))
      await judge.close()
      return judged.kind === 'item' ? judged.draft.judgement : null
    }
    const [alone, together] = [await judgeWith(['ended']), await judgeWith([null])]
    expect(alone?.version).toBe(lexicon.version)
    expect(together?.version).toMatch(/, transformer [0-9a-f]{8}$/)
    expect(alone?.tags.map(({ convention }) => convention)).not.toContain('crc')
    expect(together?.tags.map(({ convention }) => convention)).toContain('crc')
  })
})

const source = sourceSchema.parse({
  id: 'bao-a',
  name: 'A',
  kind: 'feed',
  url: 'https://a.example/rss',
  ownership: 'newsroom',
  language: 'en',
})
const sentence = 'The zeko and the woma of this village have been waiting for a long time, said the zeko of the woma. '
const capture: ArticleCapture = {
  kind: 'article',
  url: 'https://a.example/tin/1',
  page: null,
  feed: { title: 'About the zeko woma', html: sentence.repeat(6), isFullText: true, published: null, language: 'en' },
  pageFailure: null,
  entryFingerprint: null,
}
