// Patterns of fraud and panic, found as combinations of features: the closed list of safeguard 8.
import type { HarmCategory, Proposition, ProtectedKind, Statement } from '../../src/model/claim.ts'
import type { HarmPattern } from '../../src/model/claim-lexicon.ts'
import type { KnownLanguage } from '../../src/model/language.ts'
import { unmask } from '../../src/text/unmask.ts'
import { dropDenied } from './actions.ts'
import { findHits } from './cues.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { languageOf } from './propositions.ts'
import { readsAsReport } from './reports.ts'
import type { Range } from './sentences.ts'

export type Harm = {
  readonly category: HarmCategory
  /** Id of the pattern in config/harms.yaml. */
  readonly pattern: string
  /** Open propositions in which features of the pattern stand, as offsets of the text. */
  readonly spans: readonly Range[]
  /** What was found, in words for a reviewer. */
  readonly features: readonly { readonly id: string; readonly vi: string; readonly en: string }[]
}

/** Beside an open proposition these may complete a pattern, as a question does a lure; nothing else protected counts. */
const completing: ReadonlySet<ProtectedKind | null> = new Set(['unclear', 'question'])

/** Features of a lure stand close together; spread over a long article they are its vocabulary. */
const windowPropositions = 5

/** The first pattern that the text fills outside protected speech and outside reports about hoaxes; null for none. */
export function findHarm(
  statement: Statement,
  propositions: readonly Proposition[],
  lexicon: ClaimLexicon,
): Harm | null {
  const language = languageOf(statement)
  if (language === null) return null
  const reports = readsAsReport(statement, propositions, lexicon)
  const read = propositions.map((proposition, i) => {
    const counts = proposition.protectedAs === null || completing.has(proposition.protectedAs)
    return { proposition, names: counts && !reports[i] ? readFeatures(proposition, language, lexicon) : nothing }
  })
  const windows = read.map((_, i) => read.slice(i, i + windowPropositions))
  for (const pattern of lexicon.harms.patterns)
    for (const window of windows) {
      const harm = matchPattern(pattern, window, lexicon)
      if (harm !== null) return harm
    }
  return null
}

type Read = { readonly proposition: Proposition; readonly names: ReadonlySet<string> }
const nothing: ReadonlySet<string> = new Set()

function matchPattern(pattern: HarmPattern, window: readonly Read[], lexicon: ClaimLexicon): Harm | null {
  const features = fillPattern(pattern, new Set(window.flatMap(({ names }) => [...names])))
  if (features === null) return null
  const spans = window
    .filter(({ proposition, names }) => proposition.protectedAs === null && features.some((id) => names.has(id)))
    .map(({ proposition: { start, end } }) => ({ start, end }))
  if (spans.length === 0) return null
  const named = features.map((id) => ({
    id,
    vi: lexicon.harms.features[id]?.vi ?? id,
    en: lexicon.harms.features[id]?.en ?? id,
  }))
  return { category: pattern.category, pattern: pattern.id, spans, features: named }
}

function readFeatures({ text }: Proposition, language: KnownLanguage, lexicon: ClaimLexicon): ReadonlySet<string> {
  const seen = unmask(text).text
  return new Set(dropDenied(seen, findHits(seen, language, lexicon)).map(({ concept }) => concept))
}

/** The features that fill the slots, a different one for each; null where a slot stays empty. */
function fillPattern({ all, unless }: HarmPattern, present: ReadonlySet<string>): string[] | null {
  if (unless.some((feature) => present.has(feature))) return null
  const taken: string[] = []
  for (const slot of all) {
    const fit = [slot].flat().find((feature) => present.has(feature) && !taken.includes(feature))
    if (fit === undefined) return null
    taken.push(fit)
  }
  return taken
}
