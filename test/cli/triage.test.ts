import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, makeInstallation } from '../installation.ts'

let installation: Installation
let folder = ''
const lines = (...rows: unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')
const read = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const factCheck = {
  ...{ id: 'f1', lang: 'vi', claimReviewed: 'Vỡ đập thủy điện Nậm Khao vào ngày 21/11/2026', rating: 'Tin giả' },
  ...{ publisher: 'Kiểm chứng', published: '2026-11-10', explanation: '' },
}

beforeAll(async () => {
  installation = await makeInstallation('sources: []\n')
  folder = await mkdtemp(join(tmpdir(), 'langnghe-claims-'))
  await writeFile(join(folder, 'f.jsonl'), lines(factCheck))
  await writeFile(join(folder, 'broken.jsonl'), lines(factCheck, '{"id":"f2"}', 'no json'))
})
afterAll(async () => {
  await installation.remove()
  await rm(folder, { recursive: true })
})

describe('triage', () => {
  it('counts "tomorrow" from --now and shows the match', async () => {
    const input = lines({ id: 'a', text: 'Vỡ đập thủy điện Nậm Khao vào ngày mai', kind: 'headline', lang: 'vi' })
    const args = ['triage', '--fact-checks', join(folder, 'f.jsonl'), '--now', '2026-11-20T08:00:00+07:00']
    const { code, stdout } = await installation.run(args, input)
    const [answer] = read(stdout)
    expect([code, answer?.id, answer?.flag, answer?.category]).toEqual([0, 'a', true, 'factcheck'])
    const [match] = (answer?.matches ?? []) as { id: string; slots: unknown[] }[]
    expect(match?.id).toBe('f1')
    expect(match?.slots).toContainEqual({ kind: 'date', ours: '2026-11-21', theirs: '2026-11-21', agrees: true })
  })

  it('refuses bad lines by their number, and goes on', async () => {
    const input = lines({ id: 1, text: 'Trời đẹp.', kind: 'tweet' }, 'x', { id: 3, text: 'Trời đẹp.', kind: 'post' })
    const { code, stdout, stderr } = await installation.run(
      ['triage', '--fact-checks', join(folder, 'broken.jsonl'), '--lang', 'en'],
      input,
    )
    expect([code, read(stdout).map(({ id }) => id)]).toEqual([3, [3]])
    expect(stderr).toMatch(/broken\.jsonl: line 2: .*claimReviewed/)
    expect(stderr).toMatch(/-: line 1: "kind"/)
  })

  it('says what is wrong with --now', async () => {
    const { code, stderr } = await installation.run(['triage', '--now', 'hôm qua'], '')
    expect(code).toBe(1)
    expect(stderr).toContain('hôm qua')
  })
})

describe('match', () => {
  it('gives the nearest fact-checks with their scores', async () => {
    const { code, stdout } = await installation.run(
      ['match', '--fact-checks', join(folder, 'f.jsonl')],
      lines({ id: 9, text: 'Vo dap thuy dien Nam Khao roi' }),
    )
    const [answer] = read(stdout)
    expect(code).toBe(0)
    expect(answer).toMatchObject({ id: 9, matches: [{ id: 'f1', score: expect.any(Number) }] })
  })

  it('needs fact-checks', async () => {
    expect((await installation.run(['match'], '')).code).toBe(2)
  })
})
