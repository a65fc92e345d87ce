// Beside it, the yardstick: Debian's `fasttext` on the same examples, the same changed copies and the same rows.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadModels, readExamples, readLexicon } from '../../classifiers/load.ts'
import { keyStories } from '../../classifiers/training/duplicates.ts'
import { type Example, isDev } from '../../classifiers/training/examples.ts'
import { chooseThresholds } from '../../classifiers/training/fit-stack.ts'
import { changedCopies, findShortForms } from '../../classifiers/training/train.ts'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { tokens } from '../../src/text/normalize.ts'
import { judgeRows } from './judge-rows.ts'
import { parseRows, printFigures, type Row } from './measure.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const prefix = '__label__'
const settings = '-loss ova -epoch 25 -lr 0.5 -wordNgrams 2 -minn 2 -maxn 5 -dim 100 -bucket 500000 -thread 1 -seed 1'

const never = Object.fromEntries(conventionIds.map((id) => [id, 0])) as Record<ConventionId, number>

/** Folded and cut into words as our own model reads it: fasttext cuts at white space alone. */
const lineOf = (text: string) => tokens(text).join(' ')

function run(args: readonly string[], input = ''): string {
  const done = spawnSync('fasttext', args, { input, encoding: 'utf8', maxBuffer: 1e9 })
  if (done.status !== 0) throw new Error(`fasttext ${args[0]}: ${done.stderr}`)
  return done.stdout
}

function trainFasttext(folder: string, examples: readonly Example[], copiesOf: (example: Example) => string[]): string {
  const lines = examples.flatMap((example) => {
    const labels = example.labels.length > 0 ? example.labels : ['none']
    const head = labels.map((label) => prefix + label).join(' ')
    return [example.text, ...copiesOf(example)].map((text) => `${head} ${lineOf(text)}`)
  })
  writeFileSync(join(folder, 'train.txt'), `${lines.join('\n')}\n`)
  run(['supervised', '-input', join(folder, 'train.txt'), '-output', join(folder, 'model'), ...settings.split(' ')])
  return join(folder, 'model.bin')
}

function predict(model: string, texts: readonly string[]): Record<ConventionId, number>[] {
  const out = run(['predict-prob', model, '-', '-1', '0'], `${texts.map(lineOf).join('\n')}\n`)
  return out
    .trimEnd()
    .split('\n')
    .map((line) => {
      const parts = line.split(' ')
      const chanceOf = (id: string) => Number(parts[parts.indexOf(prefix + id) + 1] ?? 0)
      return Object.fromEntries(conventionIds.map((id) => [id, chanceOf(id)])) as Record<ConventionId, number>
    })
}

if (spawnSync('fasttext').error) console.log('fasttext is not installed (apt-get install fasttext): skipped')
else {
  const { examples } = await readExamples()
  const keys = keyStories(examples)
  const shortForms = findShortForms(await readLexicon(at('../../config')))
  const isKept = ({ id }: Example) => isDev(keys.get(id) ?? id)
  const folder = mkdtempSync(join(tmpdir(), 'fasttext-'))
  try {
    const rest = examples.filter((example) => !isKept(example))
    const dev = examples.filter(isKept)
    const started = performance.now()
    const model = trainFasttext(folder, rest, (example) => changedCopies(example, shortForms))
    console.log(`fasttext ${settings}: trained in ${Math.round((performance.now() - started) / 1000)} s`)
    const onDev = predict(
      model,
      dev.map(({ text }) => text),
    )
    const thresholds = chooseThresholds(dev.map(({ labels }, i) => ({ labels, chance: onDev[i] ?? never })))
    const models = await loadModels(at('../../config'))
    for (const name of ['heldback', 'corpus'].filter((one) => existsSync(at(`${one}.jsonl`)))) {
      const rows = parseRows(readFileSync(at(`${name}.jsonl`), 'utf8')).filter(({ split }) => split === 'test')
      compare(name, rows, model, thresholds, models)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function compare(
  name: string,
  rows: readonly Row[],
  model: string,
  thresholds: Readonly<Record<ConventionId, number>>,
  models: Parameters<typeof judgeRows>[1],
): void {
  const texts = rows.map(({ text }) => text)
  const chances = predict(model, texts)
  const judged = rows.map((row, i) => {
    const chance = chances[i] ?? never
    return { row, given: conventionIds.filter((id) => chance[id] >= thresholds[id]), chances: chance }
  })
  printFigures(`${name}, fasttext`, judged)
  printFigures(`${name}, linear alone`, judgeRows(rows, { ...models, judges: ['linear'] }))
  printFigures(`${name}, all judges`, judgeRows(rows, models))
  const many = Array.from({ length: Math.ceil(5000 / texts.length) }, () => texts).flat()
  const perSecond = (work: () => void) => {
    const started = performance.now()
    work()
    return Math.round(many.length / ((performance.now() - started) / 1000))
  }
  const repeated = many.map((_, i) => rows[i % rows.length] as Row)
  console.log(`\n  ${name}, texts a second: fasttext ${perSecond(() => predict(model, many))}`)
  console.log(`  linear alone ${perSecond(() => judgeRows(repeated, { ...models, judges: ['linear'] }))}`)
  console.log(`  all judges ${perSecond(() => judgeRows(repeated, models))}`)
}
