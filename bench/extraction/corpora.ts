// Corpora of pages with what they should give, in the three layouts that published sets use.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One page and what is expected of it; what a set does not say is absent. */
export type Sample = {
  readonly id: string
  readonly url: string
  readonly bytes: () => Uint8Array
  readonly title?: string
  readonly date?: string | null
  readonly paragraphs?: readonly string[]
  readonly body?: string
  readonly phrases?: { readonly present: readonly string[]; readonly absent: readonly string[] }
  readonly language?: string
  readonly isArticle?: boolean
}

export function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** `ground-truth.json` {id: {url, articleBody}} and `html/<id>.html.gz`. */
function readGroundTruth(dir: string): Sample[] {
  const truth = readJson(join(dir, 'ground-truth.json')) as Record<string, { url: string; articleBody: string }>
  return Object.entries(truth).map(([id, { url, articleBody }]) => ({
    id,
    url,
    bytes: () => readBytes(join(dir, 'html', `${id}.html.gz`)),
    body: articleBody,
  }))
}

type PhraseRow = { file: string; with: string[]; without: string[] }

/** `phrases.json` {url: {file, with, without}} and `html/<file>`. */
function readPhrases(dir: string): Sample[] {
  const rows = readJson(join(dir, 'phrases.json')) as Record<string, PhraseRow>
  return Object.entries(rows).map(([url, row]) => ({
    id: row.file,
    url,
    bytes: () => readBytes(join(dir, 'html', row.file)),
    phrases: { present: row.with, absent: row.without },
  }))
}

type ExpectedPage = {
  url: string
  title: string
  date: string | null
  body: string[]
  language?: string
  isArticle?: boolean
}

/** `expected/**\/<name>.json` {url, title, date, body: [paragraphs], …} and `html/**\/<name>.html` or `.html.gz`. */
function readExpected(dir: string): Sample[] {
  const names = readdirSync(join(dir, 'expected'), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const page = readJson(join(dir, 'expected', name)) as ExpectedPage
      const plain = join(dir, 'html', name.replace(/json$/, 'html'))
      return {
        id: name.replace(/\.json$/, ''),
        url: page.url,
        bytes: () => readBytes(existsSync(plain) ? plain : `${plain}.gz`),
        title: page.title,
        date: page.date,
        paragraphs: page.body,
        ...(page.language === undefined ? {} : { language: page.language }),
        ...(page.isArticle === undefined ? {} : { isArticle: page.isArticle }),
      }
    })
}

/** Every second sample: "even" begins with the first, "odd" with the second; all of them for neither. */
export function takeHalf<T>(samples: readonly T[], half: string | undefined): readonly T[] {
  if (half !== 'even' && half !== 'odd') return samples
  return samples.filter((_, i) => i % 2 === (half === 'even' ? 0 : 1))
}

const layouts = [
  ['ground-truth.json', readGroundTruth],
  ['phrases.json', readPhrases],
  ['expected', readExpected],
] as const

/** All sets in a folder and in the folders right under it, by name. Throws when there is none. */
export function readCorpora(dir: string): Map<string, Sample[]> {
  const found = new Map<string, Sample[]>()
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const folder of [dir, ...folders.map((entry) => join(dir, entry.name))]) {
    const layout = layouts.find(([mark]) => existsSync(join(folder, mark)))
    if (layout) found.set(basename(folder), layout[1](folder))
  }
  if (found.size === 0) throw new Error(`No corpus in ${dir}: expected ground-truth.json, phrases.json or expected/`)
  return found
}
