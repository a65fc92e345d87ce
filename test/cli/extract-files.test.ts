import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { extractFiles } from '../../src/cli/extract-files.ts'
import { speak } from '../../src/cli/words.ts'
import { createPool } from '../../src/threads/pool.ts'

afterEach(() => vi.restoreAllMocks())

it('loses a page that takes its thread along, and only that one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langnghe-pages-'))
  const pages = { a: 'one', b: 'die', c: 'two', d: 'hang', e: 'three' }
  for (const [name, text] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), text)
  const [printed, said]: [string[], string[]] = [[], []]
  const catching = (list: string[]) => (text: string | Uint8Array) => list.push(String(text)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(catching(printed))
  vi.spyOn(process.stderr, 'write').mockImplementation(catching(said))
  const script = new URL('../fixtures/threads/page-worker.ts', import.meta.url)
  const pool = createPool({ script, size: 1, workerData: null, timeoutMs: 1500, memoryMb: 64 }) as never
  const refused = await extractFiles([folder], speak('en'), pool)
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
  expect(refused).toBe(2)
  expect(printed.map((line) => JSON.parse(line).id)).toEqual(['a', 'c', 'e'])
  expect(said).toEqual([
    expect.stringContaining('b.html: cannot be read (ended its thread)'),
    expect.stringContaining('d.html: cannot be read (took longer than'),
    '2/5 cannot be read\n',
  ])
})
