// Bench of redaction: what of the marked spans is taken out, what else is lost, how fast. `node bench/redaction/run.ts [dev|test] [--errors]`
import { readFileSync } from 'node:fs'
import { placeholders } from '../../src/text/redact/span.ts'
import { findPersonal, type RedactionKind, redact } from '../../src/text/redact.ts'

type Marked = { readonly start: number; readonly end: number; readonly kind: RedactionKind }
type Row = {
  readonly id: string
  readonly language: string
  readonly genre: 'post' | 'article'
  readonly split: 'dev' | 'test'
  readonly text: string
  readonly spans: readonly Marked[]
}
type Tally = { hit: number; all: number }

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const rows = read('corpus.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
const floors = JSON.parse(read('floors.json')) as Record<string, number>

/** Which units of the text are taken out, over all rounds of finds. */
function removedUnits(text: string): Uint8Array {
  const removed = new Uint8Array(text.length)
  let current = text
  let source = Array.from({ length: text.length }, (_, index) => index)
  for (let spans = findPersonal(current); spans.length > 0; spans = findPersonal(current)) {
    let out = ''
    const next: number[] = []
    let from = 0
    for (const { start, end, kind } of spans) {
      out += current.slice(from, start) + placeholders[kind]
      next.push(...source.slice(from, start), ...Array.from(placeholders[kind], () => -1))
      for (const unit of source.slice(start, end)) if (unit >= 0) removed[unit] = 1
      from = end
    }
    current = out + current.slice(from)
    source = [...next, ...source.slice(from)]
  }
  return removed
}

/** A span counts as taken out when no letter or digit of it is left. */
function isTaken(row: Row, span: Marked, removed: Uint8Array): boolean {
  for (let unit = span.start; unit < span.end; unit++)
    if (!removed[unit] && /[\p{L}\p{N}]/u.test(row.text.charAt(unit))) return false
  return true
}

const wanted = process.argv.includes('dev') ? 'dev' : process.argv.includes('test') ? 'test' : null
const showErrors = process.argv.includes('--errors')
const tallies = new Map<string, Tally>()
const count = (name: string, isHit: boolean) => {
  const tally = tallies.get(name) ?? { hit: 0, all: 0 }
  tallies.set(name, { hit: tally.hit + Number(isHit), all: tally.all + 1 })
}

for (const row of rows) {
  if (wanted && row.split !== wanted) continue
  const removed = removedUnits(row.text)
  const missed = row.spans.filter((span) => !isTaken(row, span, removed))
  for (const span of row.spans) {
    const isHit = !missed.includes(span)
    if (span.kind === 'person') count(row.genre === 'post' ? 'personInPost' : 'personInArticle', isHit)
    else count(span.kind === 'address' ? 'address' : 'structured', isHit)
    count(`kind ${span.kind}`, isHit)
    count(`language ${row.language}`, isHit)
  }
  const lost: string[] = []
  for (const match of row.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const end = match.index + match[0].length
    if (row.spans.some((span) => match.index < span.end && end > span.start)) continue
    const isLost = removed.subarray(match.index, end).includes(1)
    count('otherWordsLost', isLost)
    if (isLost) lost.push(match[0])
  }
  if (showErrors && (missed.length > 0 || lost.length > 0))
    console.log(
      row.id,
      { missed: missed.map((span) => row.text.slice(span.start, span.end)), lost },
      redact(row.text).text,
    )
}

/** The corpus as items of 1,500 characters, as long as a short article. */
const joined = rows.map((row) => row.text).join('\n')
const items = Array.from({ length: Math.floor(joined.length / 1500) }, (_, index) =>
  joined.slice(index * 1500, (index + 1) * 1500),
)
const rounds = 30
for (const item of items) redact(item)
const before = process.cpuUsage()
for (let round = 0; round < rounds; round++) for (const item of items) redact(item)
const spent = process.cpuUsage(before)
const itemsPerSecond = Math.round((items.length * rounds) / ((spent.user + spent.system) / 1_000_000))

let failed = false
for (const [name, { hit, all }] of [...tallies].toSorted()) {
  const share = hit / all
  const floor = floors[name]
  const isBelow = floor !== undefined && (name === 'otherWordsLost' ? share > floor : share < floor)
  failed ||= isBelow
  console.log(
    `${name.padEnd(24)} ${String(hit).padStart(5)} / ${String(all).padEnd(6)} ${share.toFixed(4)}${isBelow ? `  below its floor ${floor}` : ''}`,
  )
}
console.log(`items of 1,500 characters a second of processor time: ${itemsPerSecond}`)
if (failed) process.exitCode = 1
