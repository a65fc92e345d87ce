// A language that nobody has heard of, labelled; and transformers in a folder of their own, closed after each test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { readLexicon } from '../classifiers/load.ts'
import { exampleSchema } from '../classifiers/training/examples.ts'
import type { ConventionId } from '../src/model/convention.ts'
import { type TransformerFailure, transformerSchema } from '../src/model/transformer.ts'
import { openTransformer, type Transformer, type TransformerOptions } from '../src/transformer.ts'

/** What each convention's examples talk of; the rest is the same in all. */
const subjects: Readonly<Record<ConventionId | 'none', readonly string[]>> = {
  ccpr: ['tobo', 'nani'],
  cescr: ['luka', 'fere'],
  cedaw: ['mibo', 'sune'],
  cerd: ['rado', 'pili'],
  crc: ['zeko', 'woma'],
  crpd: ['gine', 'hatu'],
  cat: ['dovi', 'kelo'],
  none: ['bame', 'sori'],
}
const common = ['mela', 'noru', 'tika', 'pone', 'vasu', 'lemi', 'duko', 'rapi', 'gosa', 'fimu']
export const words = [...Object.values(subjects).flat(), ...common]

export const examples = Object.entries(subjects).flatMap(([label, [one, other]]) =>
  Array.from({ length: 24 }, (_, i) => {
    const filler = common.filter((_, k) => (i >> (k % 5)) % 2 === k % 2)
    const text = [one, ...filler, other, one, common[i % 10]].join(' ')
    return exampleSchema.parse({
      id: `${label}-${i}`,
      lang: 'en',
      kind: 'lead',
      text: `${text} ${i * 7919}`,
      labels: label === 'none' ? [] : [label],
    })
  }),
)

export const lexicon = await readLexicon('config')
export const headFile = join('models', 'transformer-head.json')
export const failed = (reason: TransformerFailure) => ({ state: 'failed', reason }) as const

type Open = (model: string, more?: Partial<TransformerOptions>) => Transformer

export function makeTransformers(): { readonly root: string; readonly open: Open } {
  const root = mkdtempSync(join(tmpdir(), 'langnghe-transformer-'))
  const opened: Transformer[] = []
  afterEach(async () => {
    for (const transformer of opened.splice(0)) await transformer.close()
  })
  afterAll(() => rmSync(root, { recursive: true }))
  const open: Open = (model, more = {}) => {
    const transformer = openTransformer({
      setting: transformerSchema.parse({ model }),
      dataFolder: join(root, 'data'),
      lexicon,
      examples: async () => ({ examples, checksum: 'invented' }),
      ...more,
    })
    opened.push(transformer)
    return transformer
  }
  return { root, open }
}
