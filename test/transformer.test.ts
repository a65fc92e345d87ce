import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { classify } from '../classifiers/conventions/combine.ts'
import { compile } from '../classifiers/conventions/lexicon.ts'
import { withTransformer } from '../classifiers/conventions/transformer.ts'
import { makeTinyModel, type TinyModel } from '../scripts/make-tiny-model.ts'
import type { TransformerFailure, TransformerStatus } from '../src/model/transformer.ts'
import { createEmbedder } from '../src/threads/embedder.ts'
import type { Transformer } from '../src/transformer.ts'
import { failed, headFile, lexicon, makeTransformers, words } from './transformer-samples.ts'

const hasLibrary = (() => {
  try {
    return Boolean(createRequire(import.meta.url).resolve('@huggingface/transformers'))
  } catch {
    return false
  }
})()
if (!hasLibrary) console.warn('@huggingface/transformers is not installed: its tests are skipped')

const { root, open } = makeTransformers()
const weightsIn = (folder: string) => join(folder, 'onnx', 'model_quantized.onnx')

let count = 0
function makeModel(options: Partial<TinyModel> = {}): string {
  const folder = join(root, `model-${count++}`)
  makeTinyModel(folder, { words, ...options })
  return folder
}

async function hearWith(transformer: Transformer, input = { title: '', text: 'mela noru tika' }) {
  await transformer.start()
  return transformer.hear(input)
}

describe.skipIf(!hasLibrary)('a transformer on its real loading path', () => {
  let model: string
  let first: TransformerStatus
  const shown: TransformerStatus['state'][] = []
  beforeAll(async () => {
    model = makeModel()
    const transformer = open(model, { onChange: ({ state }) => shown.push(state) })
    first = await transformer.start()
    await transformer.close()
  })

  it('is fitted once, with its progress, and kept for the next start', async () => {
    expect(first).toMatchObject({ state: 'on', model })
    expect([shown[0], shown.at(-1), shown.includes('fitting')]).toEqual(['starting', 'on', true])
    expect(await open(model, { fit: 'never' }).start()).toEqual(first)
  })

  it('tags what the lexicon has never heard of', async () => {
    const input = { title: 'zeko woma', text: 'zeko mela noru woma zeko tika' }
    const heard = await hearWith(open(model, { fit: 'never' }), input)
    expect(heard?.vector).toHaveLength(16)
    expect(Math.hypot(...(heard?.vector ?? []))).toBeCloseTo(1)
    const models = compile(lexicon)
    if (!heard) throw new Error('nothing heard')
    const together = classify({ ...input, vector: heard.vector }, 'en', withTransformer(models, heard.head))
    expect(together.version).toBe(`${models.version}, transformer ${heard.head.id}`)
    expect(together.tags.map(({ convention }) => convention)).toEqual(['crc'])
    expect(together.tags[0]?.reasons.length).toBeGreaterThan(0)
    expect(classify(input, 'en', models).tags).toEqual([])
  })

  it('has a stack for every set of judges that it can be part of', async () => {
    const { head } = (await hearWith(open(model, { fit: 'never' }))) ?? {}
    expect(Object.keys(head?.sets ?? {}).sort()).toEqual([
      'lexicon+linear+transformer',
      'lexicon+transformer',
      'linear+transformer',
      'transformer',
    ])
  })

  it('leaves the two others as they are, to the last bit, where it says nothing', async () => {
    const models = compile(lexicon)
    const { head } = (await hearWith(open(model, { fit: 'never' }))) ?? {}
    if (!head) throw new Error('no head')
    const texts = readFileSync('bench/conventions/corpus.jsonl', 'utf8').split('\n').slice(0, 60).filter(Boolean)
    for (const line of texts) {
      const { text, lang } = JSON.parse(line)
      const alone = classify({ title: '', text }, lang, models)
      for (const vector of [undefined, new Float32Array(3)])
        expect(classify({ title: '', text, vector }, lang, withTransformer(models, head)).tags).toEqual(alone.tags)
    }
  })

  it('is fitted again for other weights, and not believed before', async () => {
    const other = join(root, 'other')
    makeTinyModel(other, { words, dimension: 8 })
    expect(await open(other, { fit: 'never' }).start()).toEqual({ state: 'failed', reason: 'not_fitted' })
    const dataFolder = join(root, 'other-data')
    expect(await open(other, { dataFolder }).start()).toMatchObject({ state: 'on' })
    makeTinyModel(other, { words, dimension: 12 })
    expect(await open(other, { dataFolder, fit: 'never' }).start()).toMatchObject({ reason: 'not_fitted' })
    expect(await open(other, { dataFolder }).start()).toMatchObject({ state: 'on' })
    expect((await hearWith(open(other, { dataFolder, fit: 'never' })))?.vector).toHaveLength(12)
  })

  it('does not believe a head that somebody has cut', async () => {
    truncateSync(join(root, 'other-data', headFile), 200)
    const transformer = open(join(root, 'other'), { dataFolder: join(root, 'other-data'), fit: 'never' })
    expect(await transformer.start()).toEqual({ state: 'failed', reason: 'not_fitted' })
  })

  it('takes the full weights where there are no quantised ones', async () => {
    const transformer = open(makeModel({ file: 'model' }), { dataFolder: join(root, 'full') })
    expect(await transformer.start()).toMatchObject({ state: 'on' })
  })

  it.each<[TransformerFailure, string, (folder: string) => void]>([
    ['files_missing', 'without its folder', (folder) => rmSync(folder, { recursive: true })],
    ['files_missing', 'without a tokenizer', (folder) => rmSync(join(folder, 'tokenizer.json'))],
    ['broken_model', 'with a broken tokenizer', (folder) => writeFileSync(join(folder, 'tokenizer.json'), '{')],
    ['broken_model', 'with half its weights', (folder) => truncateSync(weightsIn(folder), 300)],
    ['wrong_output', 'that is no embedder', (folder) => makeTinyModel(folder, { output: 'pooler_output' })],
  ])('says %s of a model %s, and the others carry on', async (reason, _, damage) => {
    const folder = makeModel()
    damage(folder)
    const transformer = open(folder)
    expect(await transformer.start()).toEqual(failed(reason))
    expect(await transformer.hear({ title: '', text: 'mela noru' })).toBeNull()
  })

  it('says that a model of the hub is not there, and asks for it only where it may', async () => {
    // The way to the hub leads to a closed port of this machine.
    for (const mayDownload of [true, false]) {
      const transformer = open('example/none', { proxy: 'http://127.0.0.1:9', mayDownload })
      expect(await transformer.start()).toEqual(failed('not_downloaded'))
    }
  })

  it('reads what was downloaded once without asking the hub', async () => {
    const dataFolder = join(root, 'hub-data')
    makeTinyModel(join(dataFolder, 'models', 'hub', 'example', 'tiny'), { words })
    expect(await open('example/tiny', { dataFolder, proxy: 'http://127.0.0.1:9' }).start()).toMatchObject({
      state: 'on',
    })
  })

  it('loses one request to a process that is killed, and starts another', async () => {
    const embedder = createEmbedder({ model, cacheFolder: root, mayDownload: false })
    expect(await embedder.load()).toMatchObject({ dimension: 16 })
    const lost = embedder.embed(['mela'], 5000)
    embedder.stop()
    expect(await lost).toBe('ended')
    expect(await embedder.embed(['mela'], 5000)).toBe('ended')
    expect(await embedder.load()).toMatchObject({ dimension: 16 })
    expect(await embedder.embed(['mela', 'mela noru'], 5000)).toHaveLength(2)
    embedder.stop()
  })

  it('cuts what is longer than a model can read', async () => {
    const embedder = createEmbedder({ model, cacheFolder: root, mayDownload: false })
    await embedder.load()
    const [cut, longer] = (await embedder.embed(
      ['mela '.repeat(300), 'mela '.repeat(300) + 'zeko '.repeat(300)],
      5000,
    )) as Float32Array[]
    expect(longer).toEqual(cut)
    embedder.stop()
  })
})
