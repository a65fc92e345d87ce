// Pages on disk in, one JSON line each out, in the order of their names.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { identify } from '../../classifiers/language.ts'
import { nameOf, UserError } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { extract } from '../text/extract.ts'
import { print } from './json-lines.ts'
import type { Say } from './words.ts'

const htmlFile = /\.html?(\.gz)?$/i
/** A gzip bomb stops here. */
const largestPageBytes = 60_000_000

/** Prints `{"id","title","text","publishedAt","language"}` for every page; returns how many could not be read. */
export async function extractFiles(paths: readonly string[], say: Say): Promise<number> {
  let refused = 0
  let found = 0
  for (const path of paths)
    for await (const file of walk(path, say)) {
      found++
      try {
        await print(await extractFile(file))
      } catch (error) {
        refused++
        process.stderr.write(`${file}: ${say('unreadable')} (${nameOf(error)})\n`)
      }
    }
  if (found === 0) throw new UserError(paths.join(' '), say('noHtml'), say('noHtmlTodo'))
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

async function extractFile(file: string): Promise<object> {
  const raw = await readFile(file)
  const bytes = file.endsWith('.gz') ? gunzipSync(raw, { maxOutputLength: largestPageBytes }) : raw
  const html = decodeBytes(bytes, null, 'html').text
  const { title, text, publishedAt, language } = extract({ html, url: 'http://file.invalid/', now: new Date() })
  return {
    id: basename(file).replace(htmlFile, ''),
    title,
    text,
    publishedAt: publishedAt?.local ?? null,
    language: identify(`${title ?? ''}\n${text}`.slice(0, 2000), language).language,
  }
}
