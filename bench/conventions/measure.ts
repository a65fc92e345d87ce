// Figures for tagging: how well given tags agree with labels, and how true the probabilities are.
import { z } from 'zod'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { languages } from '../../src/model/language.ts'

export const rowSchema = z.object({
  id: z.string(),
  lang: z.enum([...languages, 'und']),
  text: z.string(),
  labels: z.array(z.enum(conventionIds)),
  /** The rights at stake are told by a situation, not named. */
  indirect: z.boolean().default(false),
  split: z.enum(['dev', 'test']).default('test'),
})
export type Row = z.output<typeof rowSchema>

export function parseRows(text: string): Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => rowSchema.parse(JSON.parse(line)))
}

export type Judged = {
  readonly row: Row
  readonly given: readonly ConventionId[]
  /** Probability of each convention, tagged or not; absent for judges that give none. */
  readonly chances?: Readonly<Record<ConventionId, number>>
}

/** Harmonic mean of precision and recall over all labels of some judged rows; null where there is nothing to find. */
export function f1(judged: readonly Judged[], only: readonly ConventionId[] = conventionIds) {
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

const latinMark = /[\u0300-\u036fđĐ]/

/** Vietnamese without marks, or with the few that a scanner leaves, apart from Vietnamese as it is written. */
export function isPlainVietnamese({ lang, text }: Row): boolean {
  if (lang !== 'vi') return false
  const words = text.split(/\s+/)
  return words.filter((word) => latinMark.test(word.normalize('NFD'))).length < 0.4 * words.length
}

export function measure(judged: readonly Judged[]) {
  const perConvention = conventionIds.map((id) => [id, f1(judged, [id])] as const)
  const scores = perConvention.flatMap(([, { score, wanted }]) => (wanted > 0 ? [score ?? 0] : []))
  const negatives = judged.filter(({ row }) => row.labels.length === 0)
  const plain = ['vi bare', f1(judged.filter(({ row }) => isPlainVietnamese(row)))] as const
  return {
    micro: f1(judged),
    macroF1: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
    perConvention,
    perLanguage: [
      ...languages.map((lang) => [lang, f1(judged.filter(({ row }) => row.lang === lang))] as const),
      plain,
    ],
    indirectRecall: f1(judged.filter(({ row }) => row.indirect)).recall ?? 1,
    negatives: negatives.length,
    negativesTagged: negatives.filter(({ given }) => given.length > 0).length / Math.max(1, negatives.length),
    calibrationError: calibrationError(judged),
  }
}
export type Figures = ReturnType<typeof measure>

const bins = 10

/** Expected calibration error: how far probabilities and frequencies lie apart, in ten bins over all conventions. */
function calibrationError(judged: readonly Judged[]): number | null {
  const sums = Array.from({ length: bins }, () => ({ count: 0, chance: 0, right: 0 }))
  for (const { row, chances } of judged)
    for (const id of conventionIds) {
      const chance = chances?.[id]
      const bin = chance === undefined ? undefined : sums[Math.min(bins - 1, Math.floor(chance * bins))]
      if (chance === undefined || bin === undefined) continue
      bin.count++
      bin.chance += chance
      bin.right += Number(row.labels.includes(id))
    }
  const all = sums.reduce((sum, { count }) => sum + count, 0)
  return all === 0 ? null : sums.reduce((sum, { chance, right }) => sum + Math.abs(chance - right), 0) / all
}

const show = (value: number | null) => (value === null ? '  –  ' : value.toFixed(3))

export function printFigures(name: string, judged: readonly Judged[]): Figures {
  const figures = measure(judged)
  const { micro } = figures
  console.log(`\n${name}: ${judged.length} items`)
  console.log(`  micro-F1 ${show(micro.score)}  precision ${show(micro.precision)}  recall ${show(micro.recall)}`)
  console.log(`  macro-F1 ${show(figures.macroF1)}  recall on indirect ${show(figures.indirectRecall)}`)
  console.log(`  share of ${figures.negatives} negatives tagged ${show(figures.negativesTagged)}`)
  console.log(`  calibration error ${show(figures.calibrationError)}`)
  for (const [id, { score, precision, recall, wanted }] of [...figures.perConvention, ...figures.perLanguage])
    if (wanted > 0 || precision !== null)
      console.log(`  ${id.padEnd(7)} F1 ${show(score)}  P ${show(precision)}  R ${show(recall)}  labels ${wanted}`)
  return figures
}
