// Trains the models on classifiers/training/examples and leaves them, with what they are made of, in classifiers/models.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { judgeRows } from '../bench/conventions/judge-rows.ts'
import { type Figures, parseRows, printFigures, type Row } from '../bench/conventions/measure.ts'
import { compile, type Models } from '../classifiers/conventions/lexicon.ts'
import { encodeLinear } from '../classifiers/conventions/linear.ts'
import { modelFolder, readExamples, readLexicon, readOfficeExamples } from '../classifiers/load.ts'
import type { Manifest } from '../classifiers/models/manifest.ts'
import { findNearDuplicates } from '../classifiers/training/duplicates.ts'
import type { Example } from '../classifiers/training/examples.ts'
import { findShortForms, type Trained, train } from '../classifiers/training/train.ts'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const measuredOn = ['bench/conventions/corpus.jsonl', 'bench/conventions/heldback.jsonl']

/** Two people may hit on the same headline; more than this share is a corpus that was copied. */
const mostShared = 0.01

/** The examples that do not stand, in almost the same words, in a corpus that the models are measured on. */
function keepApart(examples: readonly Example[]): Example[] {
  const measured = measuredOn
    .filter((path) => existsSync(at(path)))
    .flatMap((path) =>
      readFileSync(at(path), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          line.trim() === '' ? [] : [{ id: `${path}:${i + 1}`, text: String(JSON.parse(line).text) }],
        ),
    )
  const foreign = new Set(measured.map(({ id }) => id))
  const shared = findNearDuplicates([...examples, ...measured]).filter(({ a, b }) => foreign.has(a) !== foreign.has(b))
  for (const { a, b, overlap } of shared) console.error(`${a} and ${b} share ${Math.round(100 * overlap)} %`)
  if (shared.length > mostShared * examples.length)
    throw new Error(`${shared.length} examples stand in what they are measured on`)
  const left = new Set(shared.flatMap(({ a, b }) => [a, b]))
  if (shared.length > 0) console.error(`${shared.length} examples are left out, because they are measured on`)
  return examples.filter(({ id: own }) => !left.has(own))
}

/** Ordinary texts of the part of the corpus that may be learnt from. */
function readOrdinary() {
  const rows = parseRows(readFileSync(at('bench/conventions/corpus.jsonl'), 'utf8'))
  return rows.flatMap(({ split, labels, text, lang }) =>
    split === 'dev' && labels.length === 0 && lang !== 'und' ? [{ text, lang }] : [],
  )
}

/** How well the trained judges do on the part of the examples that they have not seen. */
function measureDev({ dev }: Trained, models: Models): Figures {
  const rows = dev.map((example): Row => ({ ...example, split: 'dev' }))
  return printFigures('examples kept back to choose thresholds', judgeRows(rows, models))
}

function save(folder: string, trained: Trained, manifest: Omit<Manifest, 'linear' | 'combine'>): void {
  const { linear, sets } = trained
  const bytes = encodeLinear(linear)
  const combine = JSON.stringify({ id: linear.id, sets }, null, 1)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'conventions-linear.bin'), bytes)
  writeFileSync(join(folder, 'combine.json'), combine)
  const whole: Manifest = {
    linear: { id: linear.id, file: 'conventions-linear.bin', sha256: sha256(bytes) },
    combine: { id: linear.id, file: 'combine.json', sha256: sha256(combine) },
    ...manifest,
  }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(whole, null, 2)}\n`)
  console.log(`\n${folder}: ${(bytes.length / 1e6).toFixed(1)} MB, ${linear.id}`)
}

if (import.meta.main) {
  const { values: options } = parseArgs({
    options: { out: { type: 'string', default: modelFolder }, config: { type: 'string', default: at('config') } },
  })
  const shipped = await readExamples()
  const own = await readOfficeExamples(options.config)
  const checksum = own.length === 0 ? shipped.checksum : sha256(shipped.checksum + JSON.stringify(own))
  const examples = keepApart([...shipped.examples, ...own])
  const data = await readLexicon(options.config)
  const models = compile(data)
  const bar = new SingleBar({ format: 'training [{bar}] {percentage} %  {duration_formatted}' })
  bar.start(100, 0)
  const id = checksum.slice(0, 8)
  const input = { examples, ordinary: readOrdinary(), models, shortForms: findShortForms(data), id }
  const trained = train(input, undefined, (share) => bar.update(100 * share))
  bar.update(100)
  bar.stop()
  const { linear, sets } = trained
  const figures = measureDev(trained, { ...models, linear, stacks: { id, sets } })
  save(options.out, trained, {
    licence: 'Apache-2.0',
    data: { sha256: checksum, examples: examples.length, train: trained.train.length, dev: trained.dev.length },
    figures: {
      microF1: round(figures.micro.score ?? 0),
      macroF1: round(figures.macroF1),
      indirectRecall: round(figures.indirectRecall),
      negativesTagged: round(figures.negativesTagged),
    },
  })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
