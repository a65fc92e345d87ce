import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { planSchema } from '../../src/model/plan.ts'
import { walkPlan } from '../../src/plans/walk.ts'
import { type Installation, makeInstallation } from '../installation.ts'

/** Several processes one after the other. */
const patient = { timeout: 60_000 }

let installation: Installation
beforeAll(async () => {
  installation = await makeInstallation('sources: []\n')
})
afterAll(() => installation.remove())

describe('langnghe plan', patient, () => {
  it('lists and shows the plans in both languages', async () => {
    const english = await installation.run(['plan', 'list', '--lang', 'en'])
    expect(english.stdout).toMatch(/Targets +Content +Tasks +Duties/)
    expect(english.stdout).toMatch(/kien-an-2023 +2023 +0 +0 +3 +6/)
    const shown = await installation.run(['plan', 'show', 'kien-an-2023'])
    expect(shown.stdout).toContain('Theo dõi: % kênh có tin')
    expect(shown.stdout).toMatch(/^II\.2|^II {2}/m)
  })

  it('says which plan was meant', async () => {
    const { code, stderr } = await installation.run(['plan', 'show', 'kien-an-2032', '--lang', 'en'])
    expect([code, stderr]).toEqual([1, expect.stringContaining('kien-an-2023')])
  })

  it('names file and line of a plan that does not fit', async () => {
    const file = join(installation.folder, 'config/plans/kien-an-2023.yaml')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('kind: task', 'kind: taks'))
    const wrong = await installation.run(['plan', 'list'])
    await writeFile(file, text.replace('phong-tu-phap-kien-an]', 'phong-tu-phap-kien-am]'))
    const unknown = await installation.run(['plan', 'list'])
    await writeFile(file, text)
    expect(wrong.stderr).toMatch(/kien-an-2023\.yaml:\d+: .*taks/)
    expect(unknown.stderr).toContain('Did you mean "phong-tu-phap-kien-an"?')
  })

  it('prints a draft from text and DOCX, and refuses what is no plan', async () => {
    const text = await readFile('bench/plans/corpus/son-khe-2025.txt', 'utf8')
    const children = text
      .split('\n')
      .filter(Boolean)
      .map((line) => new Paragraph(line))
    const [plain, word, other] = ['son-khe.txt', 'son-khe.docx', 'khac.txt'].map((name) =>
      join(installation.folder, name),
    )
    await writeFile(plain as string, text)
    await writeFile(word as string, await Packer.toBuffer(new Document({ sections: [{ children }] })))
    await writeFile(other as string, 'Không có phần nào.')
    const drafts = [plain, word].map(
      async (file) => (await installation.run(['plan', 'import', file as string])).stdout,
    )
    const [first, second] = (await Promise.all(drafts)).map((yaml) => planSchema.parse(parse(yaml)))
    expect(first?.id).toBe('son-khe')
    const places = (plan: typeof first) => plan && walkPlan(plan).map(({ place }) => place)
    expect(places(second)).toEqual(places(first))
    expect(await installation.run(['plan', 'import', other as string])).toMatchObject({ code: 1, stdout: '' })
  })
})
