// Inbox: files that another system has put into the source's folder. A file is deleted once every row has its outcome;
// one with a bad row is set apart whole, with a note that says which row and why.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { FetchFailure } from '../src/errors.ts'
import type { CrawlEvent } from '../src/model/capture.ts'
import type { Source } from '../src/model/source.ts'
import { dayMs } from '../src/rules/day.ts'
import { readArticles } from './articles.ts'
import type { Connector, ConnectorContext } from './connector.ts'
import { type InboxFormat, type InboxProblem, inboxFormats, sayProblem } from './inbox-format.ts'

/** A refused file holds raw text: long enough to mend it, no longer (safeguard 9). */
const keepRefusedMs = 7 * dayMs

/** `folder` holds a folder for each source, named by its id. Where captures are not kept, no file is touched. */
export function createInboxReader(folder: string): Connector {
  return async function* (source, ctx) {
    const own = join(folder, source.id)
    const refused = join(own, 'refused')
    if (ctx.keepsCaptures) await prepare(refused, ctx.now())
    let expected = 0
    const expect = (count: number): void => {
      expected += count
      ctx.expect(expected)
    }
    for (const name of await listWaiting(own)) {
      ctx.signal.throwIfAborted()
      yield* readFileOf(source, own, name, { ...ctx, expect })
    }
  }
}

/** The sender's unfinished files begin with a dot or end in .part; they are left alone. */
async function listWaiting(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return names.filter((name) => !/^\.|\.(?:part|tmp)$/i.test(name)).sort()
}

async function* readFileOf(
  source: Source,
  folder: string,
  name: string,
  ctx: ConnectorContext,
): AsyncGenerator<CrawlEvent> {
  const file = join(folder, name)
  const { candidates, problem } = await parseFile(file, source, ctx)
  if (candidates) {
    ctx.expect(candidates.length)
    yield* readArticles(candidates, source, ctx)
    if (ctx.keepsCaptures) await rm(file)
    return
  }
  if (ctx.keepsCaptures) await setApart(folder, name, problem)
  const message = `a file was refused, ${sayProblem(problem)}`
  yield { kind: 'resource_failed', url: `inbox:${source.id}`, failure: 'delivery_refused', message }
}

async function parseFile(file: string, { id, politeness: { maxBytes } }: Source, { parse }: ConnectorContext) {
  const format = formatOf(file)
  const refuse = (why: string) => ({ candidates: null, problem: { row: null, why } })
  if (!format) return refuse(`the name ends in none of ${inboxFormats.join(', ')}`)
  const { size } = await stat(file)
  if (size > maxBytes) return refuse(`it is larger than ${maxBytes} bytes`)
  const page = { bytes: await readFile(file), contentType: null, url: `inbox://${id}/` }
  return parse('delivery', page, format).catch((error: unknown) => {
    if (error instanceof FetchFailure) return refuse(error.message)
    throw error
  })
}

function formatOf(file: string): InboxFormat | undefined {
  const extension = extname(file).slice(1).toLowerCase()
  return inboxFormats.find((format) => format === (extension === 'ndjson' ? 'jsonl' : extension))
}

async function setApart(folder: string, name: string, problem: InboxProblem): Promise<void> {
  await writeFile(join(folder, 'refused', `${name}.txt`), `${sayProblem(problem)}\n`)
  await rename(join(folder, name), join(folder, 'refused', name))
}

/** Makes the folders, so that people see where files go, and forgets what was refused long ago. */
async function prepare(refused: string, now: Date): Promise<void> {
  await mkdir(refused, { recursive: true, mode: 0o700 })
  for (const name of await readdir(refused)) {
    const file = join(refused, name)
    if (now.getTime() - (await stat(file)).ctimeMs > keepRefusedMs) await rm(file, { force: true })
  }
}
