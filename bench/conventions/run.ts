// Gate for tagging by convention: how well `classify` agrees with labelled texts, and how fast it is.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { classify } from '../../classifiers/conventions/combine.ts'
import type { Models } from '../../classifiers/conventions/lexicon.ts'
import { loadModels } from '../../classifiers/load.ts'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { languages } from '../../src/model/language.ts'

const rowSchema = z.object({
  id: z.string(),
  lang: z.enum([...languages, 'und']),
  text: z.string(),
  labels: z.array(z.enum(conventionIds)),
  /** The rights at stake are told by a situation, not named. */
  indirect: z.boolean().default(false),
  split: z.enum(['dev', 'test']).default('test'),
})
type Row = z.output<typeof rowSchema>
type Judged = { readonly row: Row; readonly given: readonly ConventionId[] }

const floorsSchema = z.strictObject({
  microF1: z.number(),
  macroF1: z.number(),
  indirectRecall: z.number(),
  negativesTagged: z.number(),
  itemsPerSecond: z.number(),
  epsilon: z.number(),
})

/** Harmonic mean of precision and recall over all labels of some judged rows; null where there is nothing to find. */
function f1(judged: readonly Judged[], only: readonly ConventionId[] = conventionIds) {
  let hits = 0
  let given = 0
  let wanted = 0
  for (const one of judged) {
    const labels = one.row.labels.filter((label) => only.includes(label))
    const tags = one.given.filter((tag) => only.includes(tag))
    given += tags.length
    wanted += labels.length
    hits += tags.filter((tag) => labels.includes(tag)).length
  }
  const score = given + wanted === 0 ? null : (2 * hits) / (given + wanted)
  return { score, precision: given === 0 ? null : hits / given, recall: wanted === 0 ? null : hits / wanted, wanted }
}

function measure(judged: readonly Judged[]) {
  const perConvention = conventionIds.map((id) => [id, f1(judged, [id])] as const)
  const scores = perConvention.flatMap(([, { score, wanted }]) => (wanted > 0 ? [score ?? 0] : []))
  const negatives = judged.filter(({ row }) => row.labels.length === 0)
  return {
    micro: f1(judged),
    macroF1: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
    perConvention,
    perLanguage: languages.map((lang) => [lang, f1(judged.filter(({ row }) => row.lang === lang))] as const),
    indirectRecall: f1(judged.filter(({ row }) => row.indirect)).recall ?? 1,
    negatives: negatives.length,
    negativesTagged: negatives.filter(({ given }) => given.length > 0).length / Math.max(1, negatives.length),
  }
}

/** Items of about 1,500 characters a second, made of the corpus' Vietnamese texts. */
function measureSpeed(rows: readonly Row[], models: Models): number {
  const text = rows.flatMap((row) => (row.lang === 'vi' ? [row.text] : [])).join('\n')
  const items = Array.from({ length: Math.ceil(text.length / 1500) }, (_, i) => text.slice(i * 1500, (i + 1) * 1500))
  if (text === '') return 0
  const start = performance.now()
  let count = 0
  for (; performance.now() - start < 1500; count++)
    classify({ title: '', text: items[count % items.length] ?? '' }, 'vi', models)
  return Math.round(count / ((performance.now() - start) / 1000))
}

const show = (value: number | null) => (value === null ? '  –  ' : value.toFixed(3))

function print(name: string, judged: readonly Judged[]) {
  const figures = measure(judged)
  const { micro } = figures
  console.log(`\n${name}: ${judged.length} items`)
  console.log(`  micro-F1 ${show(micro.score)}  precision ${show(micro.precision)}  recall ${show(micro.recall)}`)
  console.log(`  macro-F1 ${show(figures.macroF1)}  recall on indirect ${show(figures.indirectRecall)}`)
  console.log(`  share of ${figures.negatives} negatives tagged ${show(figures.negativesTagged)}`)
  for (const [id, { score, precision, recall, wanted }] of [...figures.perConvention, ...figures.perLanguage])
    if (wanted > 0 || precision !== null)
      console.log(`  ${id.padEnd(6)} F1 ${show(score)}  P ${show(precision)}  R ${show(recall)}  labels ${wanted}`)
  return figures
}

const { values: options } = parseArgs({
  options: { corpus: { type: 'string' }, config: { type: 'string' }, misses: { type: 'boolean', default: false } },
})
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const models = await loadModels(options.config ?? here('../../config'))
const lines = (await readFile(options.corpus ?? here('corpus.jsonl'), 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
const rows = lines.map((line) => rowSchema.parse(JSON.parse(line)))
const judged = rows.map((row) => ({
  row,
  given: classify({ title: '', text: row.text }, row.lang, models).tags.map((tag) => tag.convention),
}))

console.log(models.version)
const dev = judged.filter(({ row }) => row.split === 'dev')
if (dev.length > 0) print('dev', dev)
const test = print(
  'test',
  judged.filter(({ row }) => row.split === 'test'),
)
const itemsPerSecond = measureSpeed(rows, models)
console.log(`\n  ${itemsPerSecond} items of 1,500 characters a second`)
// Only misses of the part that may be learnt from are shown: looking at the others would spoil them as a measure.
if (options.misses)
  for (const { row, given } of dev)
    if (given.join() !== row.labels.join() && [...given].sort().join() !== [...row.labels].sort().join())
      console.log(`\n${row.id} ${row.text}\n  wanted ${row.labels.join(', ') || '–'}; given ${given.join(', ') || '–'}`)

if (options.corpus === undefined) {
  const floors = floorsSchema.parse(JSON.parse(await readFile(here('floors.json'), 'utf8')))
  const slack = floors.epsilon
  const failures = [
    (test.micro.score ?? 0) < floors.microF1 - slack && `micro-F1 below ${floors.microF1}`,
    test.macroF1 < floors.macroF1 - slack && `macro-F1 below ${floors.macroF1}`,
    test.indirectRecall < floors.indirectRecall - slack && `recall on indirect below ${floors.indirectRecall}`,
    test.negativesTagged > floors.negativesTagged + slack && `more than ${floors.negativesTagged} of negatives tagged`,
    itemsPerSecond < floors.itemsPerSecond && `fewer than ${floors.itemsPerSecond} items a second`,
  ].filter((failure) => failure !== false)
  for (const failure of failures) console.error(`FLOOR: ${failure}`)
  process.exitCode = failures.length > 0 ? 1 : 0
}
