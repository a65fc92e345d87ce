import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readClaimData } from '../../../classifiers/load.ts'
import { languages } from '../../../src/model/language.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claims-'))
  await cp('config/claims', join(folder, 'claims'), { recursive: true })
  await cp('config/harms.yaml', join(folder, 'harms.yaml'))
})
afterEach(() => rm(folder, { recursive: true }))

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

describe('readClaimData', () => {
  it('knows all eight languages', async () => {
    const { lexicons } = await readClaimData(folder)
    expect(lexicons.map(({ language }) => language).sort()).toEqual([...languages].sort())
  })

  it('changes its version with an edited word', async () => {
    const before = await readClaimData(folder)
    await edit('claims/vi.yaml', 'bấm link, ', 'bấm link, mở link, ')
    expect((await readClaimData(folder)).version).not.toBe(before.version)
  })

  it('names the line of a concept that nothing uses, and what was meant', async () => {
    await edit('claims/en.yaml', '  petition:', '  petitoin:')
    await expect(readClaimData(folder)).rejects.toThrow(/claims\/en\.yaml:\d+[\s\S]*petition/)
  })

  it('names a pattern whose feature is not there', async () => {
    await edit('harms.yaml', 'all: [send-money, account-threat]', 'all: [send-mony, account-threat]')
    await expect(readClaimData(folder)).rejects.toThrow(/case-transfer[\s\S]*send-money/)
  })

  it('says so where the file is missing', async () => {
    await rm(join(folder, 'harms.yaml'))
    await expect(readClaimData(folder)).rejects.toThrow(/harms\.yaml/)
  })
})
