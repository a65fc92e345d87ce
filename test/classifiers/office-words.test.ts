import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { classify } from '../../classifiers/conventions/combine.ts'
import { loadModels, readOfficeExamples } from '../../classifiers/load.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  for (const name of ['conventions', 'directions.yaml', 'instruments.yaml'])
    await cp(join('config', name), join(folder, name), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const write = (yaml: string) => writeFile(join(folder, 'conventions', 'office', 'so-lao-dong.yaml'), yaml)
const tagsOf = async (text: string) => classify({ title: '', text }, 'vi', await loadModels(folder)).tags
const failure = () => loadModels(folder).then(() => '', String)

describe('office words', () => {
  it('add terms to articles, and rules over concepts of their own', async () => {
    const text = 'Hôm nay khai mạc tuần lễ mầm xanh hy vọng ở huyện, cả đoàn đi bè gỗ lim về'
    const before = await loadModels(folder)
    expect(await tagsOf(text)).toEqual([])
    await write(`language: vi
concepts:
  crc: [tuần lễ mầm xanh hy vọng]
  wooden-raft: [đi bè gỗ lim]
rules:
  - { id: raft, convention: crc, article: "28", all: [wooden-raft], weight: 1.5 }
`)
    expect(await tagsOf(text)).toMatchObject([{ convention: 'crc', articles: expect.arrayContaining(['28']) }])
    expect((await loadModels(folder)).version).not.toBe(before.version)
  })

  it('exclude what only sounds like rights here', async () => {
    const text = 'Giải bóng đá trẻ em Sông Thanh mở rộng khai mạc với tám đội'
    await write('language: vi\nconcepts:\n  crc: [giải bóng đá trẻ em]\n')
    expect((await tagsOf(text)).length).toBe(1)
    await write('language: vi\nconcepts:\n  crc: [giải bóng đá trẻ em]\nexclusions: [giải bóng đá trẻ em Sông Thanh]\n')
    expect(await tagsOf(text)).toEqual([])
  })

  it.each([
    ['language: vi\nconcepts:\n  crc-99: [gì đó]\n', 3, '"crc-99"'],
    ['language: vi\nrules:\n  - { id: x, convention: crc, article: "99", all: [child] }\n', 3, 'article 99 of crc'],
    ['language: vi\nrules:\n  - { id: x, convention: crc, all: [chidl] }\n', 3, 'Did you mean "child"?'],
    ['language: vi\nexamples:\n  - { text: Trường mới ở bản, labels: [crx] }\n', 3, 'crx'],
  ])('are checked with file and line: %j', async (yaml, line, words) => {
    await write(yaml)
    const message = await failure()
    expect(message).toContain(`conventions/office/so-lao-dong.yaml:${line}`)
    expect(message).toContain(words)
  })

  it('bring examples, each with an id of its own', async () => {
    await write(`language: vi
examples:
  - { text: Điểm trường lẻ có phòng học mới, labels: [crc], articles: ["crc:28"], direction: progress }
  - { text: Giải bóng đá thiếu niên khai mạc, labels: [] }
`)
    expect(await readOfficeExamples(folder)).toMatchObject([
      { id: 'conventions/office/so-lao-dong.yaml:1', lang: 'vi', labels: ['crc'], direction: 'progress' },
      { id: 'conventions/office/so-lao-dong.yaml:2', labels: [], direction: null },
    ])
  })
})
