// Bench of dates: written forms against the moment they mean; or, with --corpus DIR, pages against their day.
// `node bench/dates/run.ts [--corpus DIR] [--half even|odd] [--errors]`; DIR holds gold.jsonl {id, url, date: YYYY-MM-DD, file} and the files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDate } from '../../src/text/date.ts'
import { decodeBytes } from '../../src/text/decode.ts'
import { extract } from '../../src/text/extract.ts'
import { readBytes, takeHalf } from '../extraction/corpora.ts'
import floors from './floors.json' with { type: 'json' }

const own = import.meta.dirname
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: own },
    half: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
})

/** `iso` is null for what is no date. */
type Written = {
  readonly raw: string
  readonly iso: string | null
  readonly precision?: 'minute' | 'day'
  readonly kind: string
}
type Page = { readonly id: string; readonly url: string; readonly date: string; readonly file: string }

const readLines = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

type Verdict = 'right' | 'wrong' | 'missed'
const tallies = new Map<string, Record<Verdict, number>>()

function count(kind: string, verdict: Verdict, what: string, got: string | undefined): void {
  const tally = tallies.get(kind) ?? { right: 0, wrong: 0, missed: 0 }
  tallies.set(kind, { ...tally, [verdict]: tally[verdict] + 1 })
  if (options.errors && verdict !== 'right') console.log(verdict, what, got ?? '')
}

/** The moment in which the written forms "2 giờ trước" and "hôm qua" of the corpus are read. */
const readingTime = new Date('2026-08-18T03:00:00Z')

function runWritten(rows: readonly Written[]): void {
  for (const { raw, iso, precision, kind } of rows) {
    const date = readDate(raw, readingTime)
    const isRight =
      iso === null
        ? date === null
        : date?.iso === new Date(iso).toISOString() && date.precision === (precision ?? 'minute')
    count(kind, isRight ? 'right' : date === null ? 'missed' : 'wrong', raw, date?.iso)
  }
}

/** Right is the day that the page itself names, in its own zone. */
function runPages(rows: readonly Page[], dir: string): void {
  for (const { url, date, file } of rows) {
    const html = decodeBytes(readBytes(join(dir, file)), null, 'html').text
    const found = extract({ html, url, now: new Date('2100-01-01T00:00:00Z') }).publishedAt
    const day = found?.local.slice(0, 10)
    count('pages', day === date ? 'right' : found ? 'wrong' : 'missed', `${url} ${date}`, day)
  }
}

const gold = join(options.corpus, 'gold.jsonl')
if (existsSync(gold)) runPages(takeHalf(readLines<Page>(gold), options.half), options.corpus)
else runWritten(readLines<Written>(join(options.corpus, 'corpus.jsonl')))

let [right, all] = [0, 0]
for (const [kind, tally] of tallies) {
  const sum = tally.right + tally.wrong + tally.missed
  right += tally.right
  all += sum
  console.log(
    `${kind.padEnd(14)} right ${tally.right}  wrong ${tally.wrong}  missed ${tally.missed}  ${(tally.right / sum).toFixed(4)}`,
  )
}
const accuracy = right / all
const isBelow = options.corpus === own && accuracy < floors.accuracy
console.log(`accuracy ${accuracy.toFixed(4)}${isBelow ? `  below its floor ${floors.accuracy}` : ''}`)
if (isBelow) process.exitCode = 1
