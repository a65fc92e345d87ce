// Bench of extraction: title, text, date and kind of pages against what they should give, and how long a page takes.
// `node bench/extraction/run.ts [--corpus DIR] [--half even|odd] [--errors]`; DIR holds one of the layouts of corpora.ts,
// or several. `--half` takes every second page, so that errors can be looked at in one half and counted in the other.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeBytes } from '../../src/text/decode.ts'
import { type Extraction, extract } from '../../src/text/extract.ts'
import { readCorpora, type Sample, takeHalf } from './corpora.ts'
import floors from './floors.json' with { type: 'json' }
import { type Counts, compareShingles, mean, meanF1, median, rougeL } from './metrics.ts'
import { mostTimesReadability, runReadability, timeMs } from './speed.ts'

const own = join(import.meta.dirname, 'corpus')
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: own },
    half: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
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

/** To the minute; a page that names only the day is right anywhere on it. Without a zone, a clock on the wall is meant. */
function isSameTime(expected: string | null, { publishedAt }: Extraction): boolean {
  if (expected === null || publishedAt === null) return expected === publishedAt
  const iso = expected.replace(' ', 'T')
  const isZoned = /(?:[+-]\d\d:\d\d|Z)$/.test(iso)
  if (!isZoned && publishedAt.precision === 'day') return iso.startsWith(publishedAt.local)
  const [found, wanted] = isZoned ? [publishedAt.iso, iso] : [`${publishedAt.local.slice(0, 19)}Z`, `${iso}Z`]
  const apartMs = Math.abs(Date.parse(found) - Date.parse(wanted))
  return apartMs <= (publishedAt.precision === 'day' ? 24 * 3_600_000 : 60_000)
}

function run(samples: readonly Sample[]): Record<string, number> {
  const figures: Figures = new Map()
  const shingles: Counts[] = []
  const [times, readabilityTimes]: [number[], number[]] = [[], []]
  for (const sample of samples) {
    const html = decodeBytes(sample.bytes(), null, 'html').text
    const page = extract({ html, url: sample.url, now })
    times.push(timeMs(() => extract({ html, url: sample.url, now })))
    readabilityTimes.push(timeMs(() => runReadability(html)))
    const before = new Map([...figures].map(([name, list]) => [name, list.length]))
    measure(sample, page, figures, shingles)
    if (options.errors) reportErrors(sample, page, figures, before)
  }
  const means = Object.fromEntries([...figures].map(([name, list]) => [name, mean(list)]))
  return {
    pages: samples.length,
    ...means,
    ...(shingles.length > 0 ? meanF1(shingles) : {}),
    medianMs: median(times),
    timesReadability: median(times) / median(readabilityTimes),
  }
}

function reportErrors(sample: Sample, page: Extraction, figures: Figures, before: ReadonlyMap<string, number>): void {
  const low = [...figures].flatMap(([name, list]) =>
    Math.min(...list.slice(before.get(name) ?? 0)) < 0.97 ? [name] : [],
  )
  if (low.length > 0)
    console.log(sample.id, low.join(', '), '|', page.title, '|', page.publishedAt?.iso, '|', page.method)
}

/** What a figure must reach in the own corpus, in words; null where it does, or where nothing is asked. */
function findFault(figure: string, value: number): string | null {
  if (options.corpus !== own) return null
  if (figure === 'timesReadability') return value > mostTimesReadability ? `above ${mostTimesReadability}` : null
  const floor = (floors as Record<string, number>)[figure]
  return floor !== undefined && value < floor ? `below its floor ${floor}` : null
}

for (const [name, samples] of readCorpora(options.corpus)) {
  const figures = run(takeHalf(samples, options.half))
  console.log(`\n${name}`)
  for (const [figure, value] of Object.entries(figures)) {
    const fault = findFault(figure, value)
    if (fault !== null) process.exitCode = 1
    const shown = figure === 'pages' ? String(value) : value.toFixed(figure === 'medianMs' ? 1 : 4)
    console.log(`  ${figure.padEnd(18)}${shown.padStart(8)}${fault ? `  ${fault}` : ''}`)
  }
}
