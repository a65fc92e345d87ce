import { describe, expect, it } from 'vitest'
import { compile } from '../../../classifiers/conventions/lexicon.ts'
import { encodeLinear } from '../../../classifiers/conventions/linear.ts'
import { readExamples, readLexicon } from '../../../classifiers/load.ts'
import { augment } from '../../../classifiers/training/augment.ts'
import { findNearDuplicates, keyStories } from '../../../classifiers/training/duplicates.ts'
import { type Example, isDev, parseExamples } from '../../../classifiers/training/examples.ts'
import { createRandom } from '../../../classifiers/training/random.ts'
import { findShortForms, train, trainOptions } from '../../../classifiers/training/train.ts'

const data = await readLexicon('config')
const models = { ...compile(data), linear: null, stacks: null }
const { examples } = await readExamples()
const few = examples.filter((_, i) => i % 40 === 0)
const trainFew = (rows: readonly Example[]) =>
  train(
    { examples: rows, models, shortForms: findShortForms(data), id: 'few' },
    { ...trainOptions, epochs: 2, copies: 1 },
  )

describe('training', () => {
  it('gives the same models for the same examples, and others for others', () => {
    const [first, again, other] = [trainFew(few), trainFew(few), trainFew(few.slice(5))]
    expect(Buffer.from(encodeLinear(first.linear)).equals(encodeLinear(again.linear))).toBe(true)
    expect(first.sets).toEqual(again.sets)
    expect(Buffer.from(encodeLinear(first.linear)).equals(encodeLinear(other.linear))).toBe(false)
  }, 60_000)

  it('keeps about 15 in 100 examples back, and none of them in both parts', () => {
    const keys = keyStories(examples)
    const kept = examples.filter(({ id }) => isDev(keys.get(id) ?? id))
    expect(kept.length / examples.length).toBeGreaterThan(0.12)
    expect(kept.length / examples.length).toBeLessThan(0.18)
    const dev = new Set(kept.map(({ id }) => id))
    const across = findNearDuplicates(examples).filter(({ a, b }) => dev.has(a) !== dev.has(b))
    expect(across).toEqual([])
  }, 60_000)
})

describe('near duplicates', () => {
  const text = 'Trường bán trú xã Pa Lầm thiếu nước sạch từ đầu tháng, học sinh phải ra suối gánh về dùng'

  it('are found however they are set, and share a story', () => {
    const rows = [
      { id: 'a', text },
      { id: 'b', text: `${text.toUpperCase()}!` },
      { id: 'c', text: 'Giá vàng trong nước sáng nay giảm nhẹ theo thế giới, người mua thưa vắng' },
    ]
    expect(findNearDuplicates(rows).map(({ a, b }) => [a, b])).toEqual([['a', 'b']])
    expect([...keyStories(rows).values()]).toEqual(['a', 'a', 'c'])
  })
})

describe('changed copies', () => {
  const text = 'Học sinh người Mông không được đến trường vì đường sạt lở sau mưa, giáo viên phải cõng từng em'
  const copies = (seed: number) => augment(text, 'vi', 8, createRandom(seed), new Map([['không', ['ko']]]))

  it('are the same for the same seed, differ from the text, and one is without marks', () => {
    expect(copies(1)).toEqual(copies(1))
    expect(copies(1)).not.toContain(text)
    expect(copies(1).some((copy) => /^[ -~]+$/.test(copy))).toBe(true)
    expect([1, 2, 3, 4].flatMap(copies).some((copy) => /\bko\b/.test(copy))).toBe(true)
  })
})

describe('examples', () => {
  it('are refused with file and line', () => {
    const line = '{"id":"x-1","lang":"vi","kind":"lead","text":"Một câu","labels":["crx"]}'
    expect(() => parseExamples('x.jsonl', `\n${line}`)).toThrow(/^x\.jsonl:2: /)
  })
})
