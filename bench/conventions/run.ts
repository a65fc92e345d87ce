// Gate for tagging by convention: how well `classify` agrees with labelled texts, and how fast it is.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { classify } from '../../classifiers/conventions/combine.ts'
import type { Models } from '../../classifiers/conventions/lexicon.ts'
import { loadModels } from '../../classifiers/load.ts'
import { judgeNames } from '../../src/model/taxonomy.ts'
import { printDirections } from './directions.ts'
import { judgeRows, judgeSampleWeek } from './judge-rows.ts'
import { type Figures, parseRows, printFigures, type Row } from './measure.ts'

/** Floors of one corpus. */
const gateSchema = z.strictObject({
  microF1: z.number(),
  macroF1: z.number(),
  indirectRecall: z.number(),
  negativesTagged: z.number(),
  calibrationError: z.number(),
})
/** By corpus: "heldback" was written by somebody who knew neither lexicon nor examples, "corpus" by the lexicon's author. */
const floorsSchema = z.strictObject({
  heldback: gateSchema.optional(),
  corpus: gateSchema,
  itemsPerSecond: z.number(),
  epsilon: z.number(),
})

/**
 * Items of about 1,500 characters that one core judges in a second, made of the corpus' Vietnamese texts: denser than an
 * article. Counted in the thread's own time, so that what else runs on the machine does not count.
 */
function measureSpeed(rows: readonly Row[], models: Models): number {
  const text = rows.flatMap((row) => (row.lang === 'vi' ? [row.text] : [])).join('\n')
  const items = Array.from({ length: Math.ceil(text.length / 1500) }, (_, i) => text.slice(i * 1500, (i + 1) * 1500))
  if (text === '') return 0
  const judgeAll = () => items.map((item) => classify({ title: '', text: item }, 'vi', models))
  for (let round = 0; round < 5; round++) judgeAll()
  const start = process.threadCpuUsage()
  for (let round = 0; round < 20; round++) judgeAll()
  const { user, system } = process.threadCpuUsage(start)
  return Math.round((20 * items.length) / ((user + system) / 1e6))
}

function checkFloors(
  name: string,
  { micro, ...figures }: Figures,
  floors: z.output<typeof gateSchema>,
  slack: number,
): string[] {
  const least = { microF1: micro.score ?? 0, macroF1: figures.macroF1, indirectRecall: figures.indirectRecall }
  const most = { negativesTagged: figures.negativesTagged, calibrationError: figures.calibrationError ?? 0 }
  const isUnder = (key: keyof typeof least) => least[key] < floors[key] - slack
  const isOver = (key: keyof typeof most) => most[key] > floors[key] + slack
  return [
    ...(Object.keys(least) as (keyof typeof least)[])
      .filter(isUnder)
      .map((key) => `${name}: ${key} below ${floors[key]}`),
    ...(Object.keys(most) as (keyof typeof most)[]).filter(isOver).map((key) => `${name}: ${key} above ${floors[key]}`),
  ]
}

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    config: { type: 'string' },
    judges: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const read = async (path: string) => parseRows(await readFile(path, 'utf8'))
const asked = judgeNames.filter((name) => options.judges === undefined || options.judges.split(',').includes(name))
const models: Models = { ...(await loadModels(options.config ?? here('../../config'))), judges: asked }
console.log(`${models.version}; asked: ${asked.join(', ')}`)
if (models.problem !== null) console.log(models.problem)

const rows = await read(options.corpus ?? here('corpus.jsonl'))
const dev = judgeRows(
  rows.filter(({ split }) => split === 'dev'),
  models,
)
const test = judgeRows(
  rows.filter(({ split }) => split === 'test'),
  models,
)
if (dev.length > 0) printFigures('dev', dev)
const figures: Record<string, Figures> = { corpus: printFigures('test', test) }
if (options.corpus === undefined) {
  if (existsSync(here('heldback.jsonl'))) {
    figures.heldback = printFigures('held back', judgeRows(await read(here('heldback.jsonl')), models))
    printDirections('held back', await readFile(here('heldback.jsonl'), 'utf8'), models)
  }
  printFigures('whole articles of the sample week', judgeSampleWeek(models))
}
const itemsPerSecond = measureSpeed(rows, models)
console.log(`\n  ${itemsPerSecond} items of 1,500 characters a second`)
// Only misses of the part that may be learnt from are shown: looking at the others would spoil them as a measure.
if (options.misses)
  for (const { row, given } of dev)
    if ([...given].sort().join() !== [...row.labels].sort().join())
      console.log(`\n${row.id} ${row.text}\n  wanted ${row.labels.join(', ') || '–'}; given ${given.join(', ') || '–'}`)

if (options.corpus === undefined && options.judges === undefined) {
  const { heldback, corpus, epsilon, ...floors } = floorsSchema.parse(
    JSON.parse(await readFile(here('floors.json'), 'utf8')),
  )
  const failures = Object.entries({ corpus, heldback }).flatMap(([name, gate]) =>
    gate && figures[name] ? checkFloors(name, figures[name], gate, epsilon) : [],
  )
  if (itemsPerSecond < floors.itemsPerSecond) failures.push(`fewer than ${floors.itemsPerSecond} items a second`)
  for (const failure of failures) console.error(`FLOOR: ${failure}`)
  process.exitCode = failures.length > 0 ? 1 : 0
}
