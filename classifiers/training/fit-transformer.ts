// From embedded examples to the third judge: its head, and how far it is believed beside the others. Pure.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { type JudgeName, judgeNames } from '../../src/model/taxonomy.ts'
import type { TransformerFigures } from '../../src/model/transformer.ts'
import { askJudges, type Opinions, readText, weighOpinions } from '../conventions/combine.ts'
import type { Findings } from '../conventions/evidence.ts'
import type { Models } from '../conventions/lexicon.ts'
import { type ScoresByJudge, stackInputs } from '../conventions/stack.ts'
import type { TransformerHead } from '../conventions/transformer.ts'
import { keyStories } from './duplicates.ts'
import { type Example, foldOf, isDev } from './examples.ts'
import { extendStack, type FoldedRow } from './extend-stack.ts'
import { fitHead } from './fit-head.ts'

export type FittedTransformer = { readonly head: TransformerHead; readonly figures: TransformerFigures }

/** Every set of judges that the third can be part of; the first is all of them. */
const judgeSets: readonly (readonly JudgeName[])[] = [
  judgeNames,
  ['lexicon', 'transformer'],
  ['linear', 'transformer'],
  ['transformer'],
]

type Row = {
  readonly example: Example
  readonly key: string
  readonly vector: Float32Array
  readonly findings: Findings
}
type Asked = { readonly row: Row; readonly opinions: Opinions }

/**
 * Fits on `examples` and their embeddings, in the same order. The head learns from the training part; how it is combined
 * is learnt from the part that `npm run train` kept from the linear model too.
 */
export function fitTransformer(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  models: Models,
  id: string,
): FittedTransformer {
  const keys = keyStories(examples)
  const rows = examples.flatMap((example, i): Row[] => {
    const vector = vectors[i]
    const findings = vector && readText({ title: '', text: example.text, vector }, example.lang, models)
    return findings ? [{ example, key: keys.get(example.id) ?? example.id, vector, findings }] : []
  })
  const train = rows.filter(({ key }) => !isDev(key))
  const dev = rows.filter(({ key }) => isDev(key))
  if (train.length === 0 || dev.length === 0) throw new Error('too few examples')
  const bare: TransformerHead = {
    id,
    ...fitHead(
      train,
      train.filter(({ key }) => foldOf(key) === 0),
    ),
    sets: {},
  }
  const asking = { ...models, transformer: bare, judges: judgeNames }
  const asked = dev.map((row) => ({ row, opinions: askJudges(row.findings, asking) }))
  const extended = judgeSets
    .filter((names) => names.every((name) => asked[0]?.opinions[name]))
    .map((names) => [names.join('+'), extendBy(names, asked, models)] as const)
  const sets = Object.fromEntries(extended.map(([name, { stack }]) => [name, stack]))
  return { head: { ...bare, sets }, figures: compare(asked, extended[0]?.[1].hits ?? [], models) }
}

/** The stack for a set of judges, and which conventions it gives each row without having seen it. */
function extendBy(names: readonly JudgeName[], asked: readonly Asked[], models: Models) {
  const known = models.stacks?.sets[names.filter((name) => name !== 'transformer').join('+')]
  const { stack, chances } = extendStack(
    asked.map((one) => stackRow(one, names)),
    known,
  )
  const hits = chances.map(({ labels, chance }) => ({
    labels,
    given: conventionIds.filter((id) => chance[id] >= stack[id].threshold),
  }))
  return { stack, hits }
}

function stackRow({ row, opinions }: Asked, names: readonly JudgeName[]): FoldedRow {
  const scores: ScoresByJudge = Object.fromEntries(names.map((name) => [name, opinions[name]?.scores]))
  const inputs = conventionIds.map((id) => [id, stackInputs(id, scores, row.findings.doc)])
  return { inputs: Object.fromEntries(inputs), labels: row.example.labels, fold: foldOf(row.key) }
}

type Hits = { readonly labels: readonly ConventionId[]; readonly given: readonly ConventionId[] }

/** How good the judges are on the rows kept back, with the new one and without. */
function compare(asked: readonly Asked[], withIt: readonly Hits[], models: Models): TransformerFigures {
  const without = asked.map(({ row, opinions: { transformer: _, ...opinions } }): Hits => {
    const chances = weighOpinions(opinions, row.findings.doc, models)
    const given = conventionIds.filter((id) => chances[id].score >= chances[id].threshold)
    return { labels: row.example.labels, given }
  })
  return { without: microF1(without), with: microF1(withIt), examples: asked.length }
}

function microF1(rows: readonly Hits[]): number {
  const sum = rows.reduce((all, { labels, given }) => all + labels.length + given.length, 0)
  const hits = rows.reduce((all, { labels, given }) => all + given.filter((id) => labels.includes(id)).length, 0)
  return sum === 0 ? 0 : Math.round((2000 * hits) / sum) / 1000
}
