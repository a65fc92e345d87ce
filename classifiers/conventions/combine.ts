// One judgement out of the evidence of all judges. Callers know only `classify`; judges are added in the list below.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import type { Language } from '../../src/model/language.ts'
import type { Judgement, Reason, Tag } from '../../src/model/tag.ts'
import { foldDocument, lettersPerWord } from './document.ts'
import type { Evidence, Judge } from './evidence.ts'
import { judgeByLexicon } from './judge-lexicon.ts'
import type { Models } from './lexicon.ts'

const judges: readonly Judge[] = [judgeByLexicon]

/** Fewer words than these say nothing reliable. */
const fewestWords = 3
const mostReasons = 12

/**
 * Tags a text by convention and article. Offsets of the reasons count in title + "\n" + text, or in the text alone where
 * the title is empty. `articles: false` judges the convention only, as for private posts. Unknown languages and texts of
 * fewer than three words are "not classified".
 */
export function classify(
  input: { readonly title: string; readonly text: string },
  language: Language,
  models: Models,
  { articles = true }: { readonly articles?: boolean } = {},
): Judgement {
  const nothing: Judgement = { tags: [], classified: false, version: models.version }
  if (language === 'und') return nothing
  const doc = foldDocument(input, language, models.lexicon.languages[language].spelling)
  if (doc.words.length < fewestWords * lettersPerWord[language]) return nothing
  const evidence = judges.flatMap((judge) => judge(doc, models))
  const sums = new Map<ConventionId, number>()
  for (const { convention, weight } of evidence) sums.set(convention, (sums.get(convention) ?? 0) + weight)
  const tags = models.taxonomy.flatMap(({ convention, threshold, yields }) => {
    const score = squash((sums.get(convention) ?? 0) - lossOf(convention, yields, sums))
    if (!sums.has(convention) || score < threshold) return []
    const own = evidence.filter((one) => one.convention === convention)
    return [describeTag(convention, score, own, doc.original, articles)]
  })
  return { tags: tags.sort((a, b) => b.score - a.score), classified: true, version: models.version }
}

/** What a general convention loses to the particular ones that speak louder: a pupil's fee is the CRC's before the ICESCR's. */
function lossOf(
  convention: ConventionId,
  yields: Partial<Record<ConventionId, number>>,
  sums: ReadonlyMap<ConventionId, number>,
): number {
  const own = sums.get(convention) ?? 0
  const losses = conventionIds.map((other) => {
    const theirs = sums.get(other) ?? 0
    return theirs >= 1 && theirs >= own ? (yields[other] ?? 0) : 0
  })
  return Math.max(...losses)
}

/** Weight 1 halves the doubt, 2 quarters it; three decimals are more than it deserves. */
function squash(sum: number): number {
  return Math.round((1 - 2 ** -Math.max(0, sum)) * 1000) / 1000
}

function describeTag(
  convention: ConventionId,
  score: number,
  evidence: readonly Evidence[],
  original: string,
  withArticles: boolean,
): Tag {
  const weights = new Map<string, number>()
  for (const { article, weight } of evidence)
    if (article !== null && weight > 0) weights.set(article, (weights.get(article) ?? 0) + weight)
  const articles = [...weights].sort(([, a], [, b]) => b - a).map(([article]) => article)
  const reasons = pickReasons(evidence, original).map((reason) =>
    withArticles ? reason : { ...reason, article: null },
  )
  return { convention, articles: withArticles ? articles : [], score, reasons }
}

/** The strongest reasons that share no letter, in reading order. */
function pickReasons(evidence: readonly Evidence[], original: string): Reason[] {
  const candidates = evidence
    .filter(({ weight }) => weight > 0)
    .flatMap(({ spans, rule, article, weight }) =>
      spans.map(({ start, end }) => ({
        start,
        end,
        words: original.slice(start, end),
        rule,
        article,
        weight: Math.round((weight / spans.length) * 1000) / 1000,
      })),
    )
    .sort((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start))
  const picked: Reason[] = []
  for (const reason of candidates) {
    if (picked.length === mostReasons) break
    if (picked.every((other) => reason.end <= other.start || other.end <= reason.start)) picked.push(reason)
  }
  return picked.sort((a, b) => a.start - b.start)
}
