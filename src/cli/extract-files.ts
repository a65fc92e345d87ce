// Pages on disk in, one JSON line each out, in the order of their names.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { nameOf, Quarantine, UserError } from '../errors.ts'
import { createExtractPool, type ExtractAnswer, type ExtractPool, extractThreads } from '../threads/extract-pool.ts'
import { print } from './json-lines.ts'
import type { Say } from './words.ts'

const htmlFile = /\.html?(\.gz)?$/i
const largestFileBytes = 60_000_000
/** Pages under way: enough that no thread waits for the printer, few enough to hold. */
const mostUnderWay = extractThreads * 2

/** What became of a page: its article, or why there is none. Never rejects. */
type Outcome =
  | { readonly file: string; readonly answer: ExtractAnswer }
  | { readonly file: string; readonly why: string }

/**
 * Prints `{"id","title","text","publishedAt","language"}` for every page; returns how many gave none. Pages are parsed in
 * threads: one that hangs, eats memory or ends its thread is one line on standard error, the others go on.
 */
export async function extractFiles(
  paths: readonly string[],
  say: Say,
  pool: ExtractPool = createExtractPool(),
): Promise<number> {
  const underWay: Promise<Outcome>[] = []
  let [found, refused] = [0, 0]
  const settleFirst = async (): Promise<void> => {
    const outcome = await (underWay.shift() as Promise<Outcome>)
    if ('answer' in outcome) return print({ id: basename(outcome.file).replace(htmlFile, ''), ...outcome.answer })
    refused++
    process.stderr.write(`${outcome.file}: ${say('unreadable')} (${outcome.why})\n`)
  }
  try {
    for (const path of paths)
      for await (const file of walk(path, say)) {
        found++
        underWay.push(extractFile(file, pool.run))
        if (underWay.length >= mostUnderWay) await settleFirst()
      }
    while (underWay.length > 0) await settleFirst()
  } finally {
    await pool.close()
  }
  if (found === 0) throw new UserError(paths.join(' '), say('noHtml'), say('noHtmlTodo'))
  if (refused > 0) process.stderr.write(`${refused}/${found} ${say('unreadable')}\n`)
  return refused
}

async function* walk(path: string, say: Say): AsyncGenerator<string> {
  const info = await stat(path).catch(() => null)
  if (!info) throw new UserError(path, say('unreadable'), say('noHtmlTodo'))
  if (!info.isDirectory()) {
    yield path
    return
  }
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) yield* walk(join(path, entry.name), say)
    else if (htmlFile.test(entry.name)) yield join(path, entry.name)
}

async function extractFile(file: string, run: ExtractPool['run']): Promise<Outcome> {
  try {
    if ((await stat(file)).size > largestFileBytes) throw new Quarantine(`larger than ${largestFileBytes / 1e6} MB`)
    const task = { bytes: await readFile(file), isGzip: file.endsWith('.gz'), nowMs: Date.now() }
    return { file, answer: await run(task) }
  } catch (error) {
    return { file, why: error instanceof Quarantine ? error.message : nameOf(error) }
  }
}
