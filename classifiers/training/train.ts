// From examples to models: features, folds, the linear model, the stack. Pure: rows in, models out.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { directions } from '../../src/model/tag.ts'
import { type JudgeName, shippedJudges } from '../../src/model/taxonomy.ts'
import { askJudges, type Opinions, readText } from '../conventions/combine.ts'
import type { Findings } from '../conventions/evidence.ts'
import { hashName, readFeatures } from '../conventions/features.ts'
import type { LexiconData, Models } from '../conventions/lexicon.ts'
import { heads, type LinearModel } from '../conventions/linear.ts'
import { type ScoresByJudge, type Stack, stackInputs } from '../conventions/stack.ts'
import { augment, type ShortForms } from './augment.ts'
import { keyStories } from './duplicates.ts'
import { type Example, foldCount, foldOf, isDev } from './examples.ts'
import {
  defaultOptions,
  fitLinear,
  keepSample,
  type LinearOptions,
  measureRarity,
  type Sample,
  weighByRarity,
} from './fit-linear.ts'
import { fitStack, type StackRow } from './fit-stack.ts'
import { createRandom } from './random.ts'

export type Trained = {
  readonly linear: LinearModel
  /** A stack for each set of judges that can be asked, by their names joined with "+". */
  readonly sets: Readonly<Record<string, Stack>>
  readonly train: readonly Example[]
  readonly dev: readonly Example[]
}

export type TrainOptions = LinearOptions & {
  /** Changed copies of each example, by how hard its language is to read, and what one counts. */
  readonly copies: number
  readonly copyWeight: number
}
export const trainOptions: TrainOptions = { ...defaultOptions, copies: 3, copyWeight: 0.4 }

export type TrainInput = {
  readonly examples: readonly Example[]
  /** Texts without labels, from elsewhere: no model is fitted on them, the thresholds are held against them. */
  readonly ordinary?: readonly Pick<Example, 'text' | 'lang'>[]
  readonly models: Models
  readonly shortForms: ShortForms
  readonly id: string
}

/** An example made ready: as it is, and its changed copies. */
type Prepared = {
  readonly example: Example
  readonly key: string
  readonly findings: Findings
  /** The first is the example's own. */
  readonly samples: readonly Sample[]
}

/**
 * Trains on `examples`, deterministically: the same rows in the same order give the same models. The linear model is
 * fitted five times on four fifths of the training part, to learn from the last fifth how far it is to be believed on
 * texts it has not seen, and once on the whole of it.
 */
export function train(
  { examples, ordinary = [], models, shortForms, id }: TrainInput,
  options: TrainOptions = trainOptions,
  onProgress: (share: number) => void = () => {},
): Trained {
  let done = 0
  const all = examples.length / 100 + (foldCount + 1) * options.epochs * 4
  const tick = (steps: number) => {
    done += steps
    onProgress(Math.min(1, done / all))
  }
  const keys = keyStories(examples)
  const ready = examples.flatMap((example) => {
    tick(0.01)
    return prepare(example, keys.get(example.id) ?? example.id, models, shortForms, options)
  })
  const dev = ready.filter(({ key }) => isDev(key))
  const learnt = ready.filter(({ key }) => !isDev(key))
  const rarity = measureRarity(learnt.flatMap(({ samples }) => samples.slice(0, 1)))
  const weigh = (sample: Sample) => weighByRarity(sample, rarity)
  const rest = learnt.map((row) => ({ ...row, samples: row.samples.map(weigh) }))
  const fitOn = (rows: readonly Prepared[]) =>
    fitLinear(
      rows.flatMap(({ samples }) => samples),
      id,
      rarity,
      options,
      () => tick(4),
    )
  const opinions = Array.from({ length: foldCount }, (_, fold) => {
    const linear = fitOn(rest.filter(({ key }) => foldOf(key) !== fold))
    return rest.filter(({ key }) => foldOf(key) === fold).map((row) => ({ row, opinions: ask(row, linear, models) }))
  }).flat()
  const linear = fitOn(rest)
  const onDev = dev.map((row) => ({ row, opinions: ask(row, linear, models) }))
  const onOrdinary = ordinary.flatMap(({ text, lang }) => {
    const findings = readText({ title: '', text }, lang, models)
    if (findings === null) return []
    const row = { findings, example: { labels: [] } }
    return [{ row, opinions: ask(row, linear, models) }]
  })
  const sets = judgeSets.map((names) => [
    names.join('+'),
    fitStack(
      opinions.map((one) => stackRow(one, names)),
      onDev.map((one) => stackRow(one, names)),
      onOrdinary.map((one) => stackRow(one, names)),
    ),
  ])
  return {
    linear,
    sets: Object.fromEntries(sets),
    train: rest.map(({ example }) => example),
    dev: dev.map(({ example }) => example),
  }
}

/** The sets of judges that an office may ask for; the lexicon alone has its own thresholds. */
const judgeSets = [shippedJudges, ['linear']] as const

type Asked = { readonly row: Judgeable; readonly opinions: Opinions }
type Judgeable = { readonly findings: Findings; readonly example: Pick<Example, 'labels'> }

function ask({ findings }: Judgeable, linear: LinearModel, models: Models): Opinions {
  return askJudges(findings, { ...models, linear, judges: shippedJudges })
}

function stackRow({ row, opinions }: Asked, names: readonly JudgeName[]): StackRow {
  const scores: ScoresByJudge = Object.fromEntries(names.map((name) => [name, opinions[name]?.scores]))
  const inputs = conventionIds.map((id) => [id, stackInputs(id, scores, row.findings.doc)])
  return { inputs: Object.fromEntries(inputs) as Record<ConventionId, number[]>, labels: row.example.labels }
}

function prepare(
  example: Example,
  key: string,
  models: Models,
  shortForms: ShortForms,
  { copies, copyWeight, seed }: TrainOptions,
): Prepared[] {
  const findings = readText({ title: '', text: example.text }, example.lang, models)
  if (findings === null) return []
  const targets = targetsOf(example)
  const samples = [keepSample(readFeatures(findings, models.lexicon), targets, 1)]
  for (const text of changedCopies(example, shortForms, copies, seed)) {
    const changed = readText({ title: '', text }, example.lang, models)
    if (changed) samples.push(keepSample(readFeatures(changed, models.lexicon), targets, copyWeight))
  }
  return [{ example, key, findings, samples }]
}

/** An example as people type it and scanners read it; the same for the same seed. */
export function changedCopies(
  { id, text, lang }: Example,
  shortForms: ShortForms,
  copies = trainOptions.copies,
  seed = trainOptions.seed,
): string[] {
  return augment(text, lang, copies, createRandom(hashName(id) ^ seed), shortForms)
}

/** Conventions for every example; directions only where there is a right that something is done with. */
function targetsOf({ labels, direction }: Example): Int8Array {
  return Int8Array.from(heads, (head) => {
    if (head === 'any') return Number(labels.length > 0)
    if (conventionIds.some((id) => id === head)) return Number(labels.some((label) => label === head))
    return direction !== null && directions.some((one) => one === head) ? Number(direction === head) : -1
  })
}

/** The lexicon's abbreviations the other way round: what is written, to what people type for it. */
export function findShortForms({ lexicons }: LexiconData): ShortForms {
  const forms = new Map<string, string[]>()
  for (const { language, abbreviations } of lexicons)
    if (language === 'vi')
      for (const [short, full] of Object.entries(abbreviations)) {
        const phrase = full.toLowerCase().normalize('NFC')
        forms.set(phrase, [...(forms.get(phrase) ?? []), short])
      }
  return forms
}
