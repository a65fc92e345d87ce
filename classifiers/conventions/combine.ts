// One judgement out of what all judges say. Callers know only `classify`; judges are added in the table below.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import type { Language } from '../../src/model/language.ts'
import type { Judgement, Reason, Tag } from '../../src/model/tag.ts'
import { type JudgeName, judgeNames } from '../../src/model/taxonomy.ts'
import { type Cues, findCues, judgeDirection } from './direction.ts'
import { type FoldedDoc, foldDocument, lettersPerWord } from './document.ts'
import { type Evidence, type Findings, findEvidence, type Opinion } from './evidence.ts'
import { tagInstruments } from './instruments.ts'
import { judgeByLexicon } from './judge-lexicon.ts'
import type { Models } from './lexicon.ts'
import { judgeByLinear } from './linear.ts'
import { dot, type ScoresByJudge, sigmoid, stackInputs } from './stack.ts'
import { judgeByTransformer } from './transformer.ts'

/** What a judge says; null where its model is not there. */
const judges: Readonly<Record<JudgeName, (findings: Findings, models: Models) => Opinion | null>> = {
  lexicon: judgeByLexicon,
  linear: (findings, models) => (models.linear ? judgeByLinear(findings, models.linear, models) : null),
  transformer: (findings, models) => (models.transformer ? judgeByTransformer(findings, models.transformer) : null),
}

export type Opinions = Readonly<Partial<Record<JudgeName, Opinion>>>

/** Probability of a convention, and the one from which its tag is given. */
export type Chance = { readonly score: number; readonly threshold: number }

/** Of a hundred training examples that name a convention by a firm rule, so many carry its label. */
const namedChance = 0.97

/** Fewer words than these say nothing reliable. */
const fewestWords = 3
const mostReasons = 12

type Input = {
  readonly title: string
  readonly text: string
  /** The embedding of title and lead, where a transformer has read them. */
  readonly vector?: Float32Array | undefined
}

/**
 * Tags a text by convention and article. Offsets of the reasons count in title + "\n" + text, or in the text alone where
 * the title is empty. `articles: false` judges the convention only, as for private posts: no article, direction or
 * instrument. Unknown languages and texts of
 * fewer than three words are "not classified".
 */
export function classify(
  input: Input,
  language: Language,
  models: Models,
  { articles = true }: { readonly articles?: boolean } = {},
): Judgement {
  const nothing: Judgement = { tags: [], instruments: [], classified: false, version: models.version }
  const findings = readText(input, language, models)
  if (findings === null) return nothing
  const opinions = askJudges(findings, models)
  const chances = weighOpinions(opinions, findings.doc, models)
  const learned = opinions.linear?.directions
  let found: Cues | undefined
  const cues = () => (found ??= findCues(findings.doc, models.directions))
  const tags = conventionIds.flatMap((convention) => {
    const { score, threshold } = chances[convention]
    if (score < threshold) return []
    const tag = describeTag(convention, score, gatherEvidence(convention, opinions), findings.doc.original, articles)
    return [{ ...tag, direction: articles ? judgeDirection(findings.doc, cues(), learned, tag.reasons) : null }]
  })
  return {
    tags: tags.sort((a, b) => b.score - a.score),
    instruments: articles ? tagInstruments(findings.doc, models.instruments) : [],
    classified: true,
    version: models.version,
  }
}

/** Folds a text and finds in it what the lexicon knows; null where it is "not classified". */
export function readText(input: Input, language: Language, { lexicon }: Models): Findings | null {
  if (language === 'und') return null
  const doc = foldDocument(input, lexicon.languages[language].spelling)
  if (doc.words.length < fewestWords * lettersPerWord[language]) return null
  return { ...findEvidence(doc, lexicon), vector: input.vector }
}

export function askJudges(findings: Findings, models: Models): Opinions {
  const asked = models.judges.map((name) => [name, judges[name](findings, models)] as const)
  return Object.fromEntries(asked.filter(([, opinion]) => opinion !== null))
}

/** The chance of each convention. Without a stack for these judges the lexicon speaks alone. */
export function weighOpinions(opinions: Opinions, doc: FoldedDoc, models: Models): Record<ConventionId, Chance> {
  const names = judgeNames.filter((name) => opinions[name])
  const stack = (opinions.transformer ? models.transformer : models.stacks)?.sets[names.join('+')]
  const scores: ScoresByJudge = Object.fromEntries(names.map((name) => [name, opinions[name]?.scores]))
  const chances = models.taxonomy.map(({ convention, threshold }) => {
    const head = stack?.[convention]
    if (!head) return [convention, { score: squash(scores.lexicon?.[convention] ?? 0), threshold }]
    const score = sigmoid(dot(head.weights, stackInputs(convention, scores, doc)))
    const isNamed = names.some((name) => opinions[name]?.named?.has(convention))
    return [
      convention,
      { score: isNamed ? Math.max(score, namedChance) : score, threshold: shift(head.threshold, threshold) },
    ]
  })
  return Object.fromEntries(chances)
}

/** An office's threshold of 0.5 is the fitted one; another moves it by as much, in log-odds. */
function shift(fitted: number, wanted: number): number {
  return sigmoid(Math.log((fitted * wanted) / ((1 - fitted) * (1 - wanted))))
}

/** Weight 1 halves the doubt, 2 quarters it. */
function squash(sum: number): number {
  return 1 - 2 ** -Math.max(0, sum)
}

/** The lexicon's rules name the words best; where they are silent, the words that weighed most. */
function gatherEvidence(convention: ConventionId, opinions: Opinions): readonly Evidence[] {
  for (const name of judgeNames) {
    const evidence = opinions[name]?.evidenceFor(convention) ?? []
    if (evidence.some(({ weight }) => weight > 0)) return evidence
  }
  return []
}

function describeTag(
  convention: ConventionId,
  score: number,
  evidence: readonly Evidence[],
  original: string,
  withArticles: boolean,
): Omit<Tag, 'direction'> {
  const weights = new Map<string, number>()
  for (const { article, weight } of evidence)
    if (article !== null && weight > 0) weights.set(article, (weights.get(article) ?? 0) + weight)
  const articles = [...weights].sort(([, a], [, b]) => b - a).map(([article]) => article)
  const reasons = pickReasons(evidence, original).map((reason) =>
    withArticles ? reason : { ...reason, article: null },
  )
  // Three decimals are more than it deserves.
  return { convention, articles: withArticles ? articles : [], score: Math.round(score * 1000) / 1000, reasons }
}

/** The strongest reasons that share no letter, in reading order. */
function pickReasons(evidence: readonly Evidence[], original: string): Reason[] {
  const candidates = evidence
    .filter(({ weight }) => weight > 0)
    .flatMap(({ spans, rule, article, weight }) =>
      spans.map(({ start, end }) => ({
        start,
        end,
        rule,
        article,
        weight: Math.round((weight / spans.length) * 1000) / 1000,
      })),
    )
    .sort((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start))
  const picked: Omit<Reason, 'words'>[] = []
  for (const reason of candidates) {
    if (picked.length === mostReasons) break
    if (picked.every((other) => reason.end <= other.start || other.end <= reason.start)) picked.push(reason)
  }
  return picked
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, ...rest }) => ({ start, end, words: original.slice(start, end), ...rest }))
}
