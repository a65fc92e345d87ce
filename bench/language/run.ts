// Bench of language identification: right answers by language and kind, speed. `node bench/language/run.ts [--corpus FILE] [--errors]`
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { identify } from '../../classifiers/language.ts'

type Row = { readonly lang: string; readonly kind?: string; readonly text: string }
type Tally = { hit: number; all: number }

const { values } = parseArgs({ options: { corpus: { type: 'string' }, errors: { type: 'boolean', default: false } } })
const here = (name: string) => new URL(name, import.meta.url)
const rows = readFileSync(values.corpus ?? here('corpus.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
const floors = JSON.parse(readFileSync(here('floors.json'), 'utf8')) as Record<string, number>

const tallies = new Map<string, Tally>()
for (const { lang, kind, text } of rows) {
  const { language, confidence } = identify(text)
  const isHit = language === lang
  for (const name of ['all', lang, ...(kind ? [`${lang} ${kind}`] : [])]) {
    const tally = tallies.get(name) ?? { hit: 0, all: 0 }
    tallies.set(name, { hit: tally.hit + Number(isHit), all: tally.all + 1 })
  }
  if (!isHit && values.errors) console.log(`${lang} ${kind ?? ''} -> ${language} ${confidence.toFixed(2)}  ${text}`)
}

const rounds = Math.ceil(20_000 / rows.length)
const started = performance.now()
for (let round = 0; round < rounds; round++) for (const row of rows) identify(row.text)
const itemsPerSecond = Math.round((rounds * rows.length) / ((performance.now() - started) / 1000))

let failed = false
for (const [name, { hit, all }] of [...tallies].toSorted(([one], [other]) => one.localeCompare(other))) {
  const share = hit / all
  const floor = floors[name]
  const isBelow = floor !== undefined && share < floor
  failed ||= isBelow
  console.log(
    `${name.padEnd(20)} ${String(hit).padStart(5)} / ${String(all).padEnd(6)} ${share.toFixed(4)}${isBelow ? `  below its floor ${floor}` : ''}`,
  )
}
console.log(`items/s ${itemsPerSecond}`)
if (failed) process.exitCode = 1
