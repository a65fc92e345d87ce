// Bench of extraction: title, text, date and kind of pages against what they should give, and how long a page takes.
// `node bench/extraction/run.ts [--corpus DIR] [--errors]`; DIR holds one of the layouts of corpora.ts, or several.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeBytes } from '../../src/text/decode.ts'
import { type Extraction, extract } from '../../src/text/extract.ts'
import { readCorpora, type Sample } from './corpora.ts'
import floors from './floors.json' with { type: 'json' }
import { type Counts, compareShingles, mean, meanF1, median, rougeL } from './metrics.ts'

const own = join(import.meta.dirname, 'corpus')
const { values: options } = parseArgs({
  options: { corpus: { type: 'string', default: own }, errors: { type: 'boolean', default: false } },
})

/** Later than every page of every set, so that no date counts as one of the future. */
const now = new Date('2100-01-01T00:00:00Z')
const collapse = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

type Figures = Map<string, number[]>

function add(figures: Figures, name: string, value: number | boolean): void {
  figures.set(name, [...(figures.get(name) ?? []), Number(value)])
}

function measure(sample: Sample, page: Extraction, figures: Figures, shingles: Counts[]): void {
  if (sample.title !== undefined) add(figures, 'title', collapse(sample.title) === collapse(page.title ?? ''))
  if (sample.paragraphs && sample.isArticle !== false)
    add(figures, 'rougeL', rougeL(sample.paragraphs.join('\n'), page.text))
  if (sample.body !== undefined) shingles.push(compareShingles(sample.body, page.text))
  if (sample.date !== undefined && sample.isArticle !== false) add(figures, 'date', isSameTime(sample.date, page))
  if (sample.language !== undefined) add(figures, 'language', sample.language === page.language)
  add(figures, 'kind', page.isArticle === (sample.isArticle ?? true))
  const text = collapse(page.text)
  for (const phrase of sample.phrases?.present ?? []) add(figures, 'phrasesFound', text.includes(collapse(phrase)))
  for (const phrase of sample.phrases?.absent ?? []) add(figures, 'phrasesKeptOut', !text.includes(collapse(phrase)))
}

/** To the minute; a page that names only the day is right anywhere on it. */
function isSameTime(expected: string | null, { publishedAt }: Extraction): boolean {
  if (expected === null || publishedAt === null) return expected === publishedAt
  const apartMs = Math.abs(Date.parse(publishedAt.iso) - Date.parse(expected.replace(' ', 'T')))
  return apartMs <= (publishedAt.precision === 'day' ? 24 * 3_600_000 : 60_000)
}

function run(samples: readonly Sample[]): Record<string, number> {
  const figures: Figures = new Map()
  const shingles: Counts[] = []
  const times: number[] = []
  for (const sample of samples) {
    const html = decodeBytes(sample.bytes(), null, 'html').text
    const started = performance.now()
    const page = extract({ html, url: sample.url, now })
    times.push(performance.now() - started)
    const before = new Map([...figures].map(([name, list]) => [name, list.length]))
    measure(sample, page, figures, shingles)
    if (options.errors) reportErrors(sample, page, figures, before)
  }
  const means = Object.fromEntries([...figures].map(([name, list]) => [name, mean(list)]))
  return { pages: samples.length, ...means, ...(shingles.length > 0 ? meanF1(shingles) : {}), medianMs: median(times) }
}

function reportErrors(sample: Sample, page: Extraction, figures: Figures, before: ReadonlyMap<string, number>): void {
  const low = [...figures].flatMap(([name, list]) =>
    Math.min(...list.slice(before.get(name) ?? 0)) < 0.97 ? [name] : [],
  )
  if (low.length > 0)
    console.log(sample.id, low.join(', '), '|', page.title, '|', page.publishedAt?.iso, '|', page.method)
}

let failed = false
for (const [name, samples] of readCorpora(options.corpus)) {
  const figures = run(samples)
  console.log(`\n${name}`)
  for (const [figure, value] of Object.entries(figures)) {
    const floor = options.corpus === own ? (floors as Record<string, number>)[figure] : undefined
    const isBelow = floor !== undefined && value < floor
    failed ||= isBelow
    const shown =
      Number.isInteger(value) && figure === 'pages' ? String(value) : value.toFixed(figure === 'medianMs' ? 1 : 4)
    console.log(`  ${figure.padEnd(16)}${shown.padStart(8)}${isBelow ? `  below its floor ${floor}` : ''}`)
  }
}
if (failed) process.exitCode = 1
