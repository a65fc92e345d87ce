import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askJudges, classify, readText } from '../../../classifiers/conventions/combine.ts'
import type { Models } from '../../../classifiers/conventions/lexicon.ts'
import { loadModels, readLearned } from '../../../classifiers/load.ts'
import { manifestSchema } from '../../../classifiers/models/manifest.ts'
import { type KnownLanguage, languages } from '../../../src/model/language.ts'

const models = await loadModels('config')
const linearOnly: Models = { ...models, judges: ['linear'] }
const situations = [
  'Học phí chưa đóng, học sinh lớp 4 bị đuổi ra khỏi lớp giữa giờ',
  'Anh kể bị đánh trong buồng tạm giữ suốt đêm cho đến khi ký vào biên bản',
  'Người khuyết tật đi xe lăn không vào được trụ sở vì không có đường dốc',
]

describe('the trained model', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'models-'))
    await cp('classifiers/models', folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is the one that its manifest names', async () => {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
    for (const { file, sha256 } of [manifest.linear, manifest.combine]) {
      const bytes = await readFile(join(folder, file))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(bytes.length).toBeLessThan(20_000_000)
    }
  })

  it('is left out, and said to be, where a byte of it has changed', async () => {
    const path = join(folder, 'conventions-linear.bin')
    const bytes = await readFile(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(path, bytes)
    const learned = await readLearned(folder)
    expect(learned).toMatchObject({ linear: null, stacks: null })
    expect(learned.problem).toContain('conventions-linear.bin')
  })

  it('is left out, and said to be, where there is none', async () => {
    const learned = await readLearned(join(folder, 'nowhere'))
    expect(learned.linear).toBeNull()
    expect(learned.problem).not.toBeNull()
  })

  it('leaves the lexicon to judge alone where it is missing', async () => {
    const alone: Models = { ...models, linear: null, stacks: null }
    const asked: Models = { ...models, judges: ['lexicon'] }
    for (const text of situations)
      expect(classify({ title: '', text }, 'vi', alone)).toEqual(classify({ title: '', text }, 'vi', asked))
  })
})

describe('the linear judge', () => {
  it('finds situations, with marks and without', () => {
    for (const text of situations) {
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
      expect(classify({ title: '', text }, 'vi', linearOnly).tags.length, text).toBeGreaterThan(0)
      expect(classify({ title: '', text: bare }, 'vi', linearOnly).tags.length, bare).toBeGreaterThan(0)
    }
  })

  it('reads title and lead, not what stands far below', () => {
    const filler = 'Chiều nay đội bóng tập trên sân trước trận gặp đội khách vào cuối tuần. '.repeat(12)
    const scoreOf = (text: string) => {
      const findings = readText({ title: '', text }, 'vi', models)
      return findings && askJudges(findings, linearOnly).linear?.scores.crc
    }
    expect(scoreOf(`${filler}${situations[0]}`)).toBe(scoreOf(filler))
  })

  it('gives words that stand where it says, whatever the text', () => {
    const text = fc
      .tuple(fc.constantFrom(...situations), fc.string({ unit: 'grapheme' }))
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.string(), text, fc.constantFrom<KnownLanguage>(...languages), (title, body, language) => {
        const original = title === '' ? body : `${title}\n${body}`
        for (const { reasons } of classify({ title, text: body }, language, linearOnly).tags)
          for (const { start, end, words } of reasons) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(original.length)
            expect(original.slice(start, end)).toBe(words)
          }
      }),
    )
  })

  it('abstains where all judges do', () => {
    expect(classify({ title: '', text: 'Trẻ em' }, 'vi', linearOnly).classified).toBe(false)
    expect(classify({ title: '', text: situations[0] ?? '' }, 'und', linearOnly).classified).toBe(false)
  })
})
