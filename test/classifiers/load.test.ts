import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadModels } from '../../classifiers/load.ts'
import { UserError } from '../../src/errors.ts'
import { conventionIds } from '../../src/model/convention.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexicon-'))
  for (const name of ['conventions', 'directions.yaml', 'instruments.yaml'])
    await cp(join('config', name), join(folder, name), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, 'conventions', file)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

async function failure(): Promise<UserError> {
  const error = await loadModels(folder).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error('nothing was reported')
  return error
}

describe('loadModels', () => {
  it('names every substantive article of the seven conventions in both languages', async () => {
    const { taxonomy } = await loadModels(folder)
    expect(taxonomy.map(({ convention }) => convention)).toEqual(conventionIds)
    for (const { convention, articles } of taxonomy) {
      expect(articles.length, convention).toBeGreaterThanOrEqual(7)
      expect(new Set(articles.map(({ article }) => article)).size).toBe(articles.length)
    }
  })

  it('changes its version with the content, not with the place', async () => {
    const before = await loadModels(folder)
    expect(before.version).toMatch(/^lexicon [0-9a-f]{8}, linear \w+, combine \w+$/)
    expect(before.version).toBe((await loadModels('config')).version)
    await edit('lexicon/hmn.yaml', (text) => `${text}\n# một dòng ghi chú\n`)
    expect((await loadModels(folder)).version).not.toBe(before.version)
  })

  it('tags by a term that an office has added', async () => {
    const { classify } = await import('../../classifiers/conventions/combine.ts')
    const text = 'Hôm nay khai mạc tuần lễ mầm xanh hy vọng ở huyện'
    expect(classify({ title: '', text }, 'vi', await loadModels(folder)).tags).toEqual([])
    await edit('lexicon/vi/children.yaml', (yaml) =>
      yaml.replace(/^ {2}crc: \[/m, '  crc: [tuần lễ mầm xanh hy vọng, '),
    )
    expect(classify({ title: '', text }, 'vi', await loadModels(folder)).tags[0]?.convention).toBe('crc')
  })

  it('points to a concept that no rule uses, with its line and the nearest name', async () => {
    await edit('lexicon/fr.yaml', (text) => text.replace(/^ {2}vaccination:/m, '  vacination:'))
    const error = await failure()
    expect(error.where).toMatch(/^conventions\/lexicon\/fr\.yaml:\d+$/)
    expect(error.message).toContain('Did you mean "vaccination"?')
  })

  it('points to a rule that names a concept without terms', async () => {
    await edit('crc.yaml', (text) => text.replace('[child, drowning]', '[child, drownig]'))
    const error = await failure()
    expect(error.where).toMatch(/^conventions\/crc\.yaml:\d+$/)
    expect(error.message).toContain('"drowning"')
  })

  it('points to an include that leads nowhere', async () => {
    await edit('lexicon/hmn.yaml', (text) => text.replace('[<girl>', '[<gril>'))
    const error = await failure()
    expect(error.message).toContain('<gril> is not a concept')
    expect(error.todo).toBe('Did you mean <girl>?')
  })

  it('says what is missing', async () => {
    await rm(join(folder, 'conventions', 'cat.yaml'))
    expect((await failure()).where).toContain('cat.yaml')
  })
})
