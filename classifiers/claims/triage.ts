// Triage: whether anything in a text may be flagged, by which of the three grounds of safeguard 4, and why, in words.
import type { FactCheck, HarmCategory, Match, Proposition, Statement, Triage } from '../../src/model/claim.ts'
import type { KnownLanguage } from '../../src/model/language.ts'
import { unmask } from '../../src/text/unmask.ts'
import { ofKind } from './compare.ts'
import { findHits, type Hit } from './cues.ts'
import { findHarm, type Harm } from './harms.ts'
import type { Knowledge } from './knowledge.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { languageOf, splitPropositions } from './propositions.ts'
import { isImpersonal } from './protected.ts'
import { type Asserted, relateEvidence, relateFactChecks } from './relate.ts'
import { readsAsReport } from './reports.ts'
import { cutRead, hasVerifiable, readSlots } from './slots.ts'

type Judged = { readonly proposition: Proposition; readonly matches: readonly Match[] }
type Ground = { readonly category: Triage['category']; readonly claim: string; readonly reason: string }

/** A text is matched by at most this many of its propositions; the first ones of an article say what it is about. */
const mostPropositions = 12
const mostMatches = 5
/** What nothing shows to concern the public is flagged only where it says nearly the same as a fact-check. */
const leastForUnclear = 0.7
/** In a longer text places further down count less, and have to be looked for in each sentence. */
const wholeChars = 450

/**
 * Judges a text. Protected propositions are never matched, but for a lone `unclear` one with fact-checks; reports about
 * hoaxes are never flagged, and agreement with evidence outweighs a match with a fact-check. Pure; never throws.
 */
export function triage(statement: Statement, knowledge: Knowledge, lexicon: ClaimLexicon): Triage {
  const propositions = splitPropositions(statement, lexicon)
  const reports = readsAsReport(statement, propositions, lexicon)
  const isProtected = propositions.some(({ protectedAs }) => protectedAs !== null)
  const around = { text: statement.text, ...readSlots(statement.text, statement.published, knowledge.context) }
  const language = languageOf(statement) ?? 'und'
  // A claim that no cue opens or closes: beside anything else it is part of what is told, so praise and blame both close it.
  const isAlone = propositions.length === 1 && language !== 'und'
  const open = propositions.filter(({ protectedAs }) => protectedAs === null || (protectedAs === 'unclear' && isAlone))
  const judged = open.slice(0, mostPropositions).flatMap((proposition): Judged[] => {
    const read =
      statement.text.length <= wholeChars
        ? cutRead(around, proposition.start, proposition.end)
        : readSlots(proposition.text, statement.published, knowledge.context)
    const isUnclear = proposition.protectedAs === 'unclear'
    if (isUnclear && !isImpersonal(readHits(proposition, language, lexicon), ofKind(read.slots, 'place'))) return []
    if (!isUnclear && !proposition.isCheckable && !hasVerifiable(read.slots)) return []
    const said: Asserted = { text: proposition.text, ...read, language, around, published: statement.published }
    const isReport = reports[propositions.indexOf(proposition)] === true
    const checked = relateFactChecks(said, knowledge)
    const found = isUnclear
      ? checked.filter(({ score }) => score >= leastForUnclear)
      : [...checked, ...relateEvidence(said, knowledge)]
    return [{ proposition, matches: isReport ? found.map(asReport) : found }]
  })
  const harm = findHarm(statement, propositions, lexicon)
  const ground = findGround(judged, knowledge) ?? (harm && groundOfHarm(harm, statement))
  return {
    flag: ground !== null,
    protected: ground === null && isProtected,
    reason: ground?.reason ?? reasonToPass(propositions, reports, judged),
    category: ground?.category ?? null,
    claim: ground?.claim ?? null,
    matches: bestMatches(judged),
  }
}

const readHits = ({ text }: Proposition, language: KnownLanguage | 'und', lexicon: ClaimLexicon): readonly Hit[] =>
  language === 'und' ? [] : findHits(unmask(text).text, language, lexicon)

/** What stands inside a report about a hoax is told, not claimed. */
const asReport = (match: Match): Match =>
  match.relation === 'same_as_factcheck' || match.relation === 'contradicts_evidence'
    ? { ...match, relation: 'reports_hoax' }
    : match

/** What agrees outweighs what speaks against it, unless that is much more like what was said. */
const clearlyNearer = 0.35

function findGround(judged: readonly Judged[], knowledge: Knowledge): Ground | null {
  for (const { proposition, matches } of judged) {
    const backed = Math.max(0, ...matches.map(({ relation, score }) => (relation === 'agrees' ? score : 0)))
    const isOpenTo = ({ score }: Match) => backed === 0 || score > backed + clearlyNearer
    const same = matches.find(({ relation }) => relation === 'same_as_factcheck')
    if (same && isOpenTo(same))
      return { category: 'factcheck', claim: proposition.text, reason: sayFactCheck(same, knowledge) }
    const against = matches.find(({ relation }) => relation === 'contradicts_evidence')
    if (against && isOpenTo(against))
      return { category: 'evidence', claim: proposition.text, reason: sayEvidence(against, knowledge) }
  }
  return null
}

function sayFactCheck({ id }: Match, { factChecks }: Knowledge): string {
  const known: FactCheck | undefined = factChecks.find(({ factCheck }) => factCheck.id === id)?.factCheck
  const by = known && known.publisher !== '' ? ` by ${known.publisher}` : ''
  return `says the same as fact-check ${id}${by}, rated “${known?.rating ?? ''}”`
}

function sayEvidence({ id, slots }: Match, { sentences }: Knowledge): string {
  const evidence = sentences.find((sentence) => sentence.evidence.id === id)?.evidence
  const differences = slots
    .filter(({ agrees }) => !agrees)
    .map(({ kind, ours, theirs }) => `${kind} ${ours}, there ${theirs}`)
  return `differs from evidence ${id} (${evidence?.publisher ?? ''}, ${evidence?.published ?? ''}): ${differences.join('; ')}`
}

function groundOfHarm({ category, pattern, spans, features }: Harm, { text }: Statement): Ground {
  const [first] = spans
  const claim = text.slice(first?.start ?? 0, first?.end ?? text.length)
  return {
    category: category satisfies HarmCategory,
    claim,
    reason: `pattern ${pattern}: ${features.map(({ en }) => en).join('; ')}`,
  }
}

function reasonToPass(
  propositions: readonly Proposition[],
  reports: readonly boolean[],
  judged: readonly Judged[],
): string {
  const matches = judged.flatMap((one) => one.matches)
  if (matches.some(({ relation }) => relation === 'agrees')) return 'agrees with what is known'
  if (reports.includes(true) || matches.some(({ relation }) => relation === 'reports_hoax'))
    return 'reports about a hoax'
  const kinds = [...new Set(propositions.flatMap(({ protectedAs }) => protectedAs ?? []))]
  if (kinds.length > 0) return `protected: ${kinds.join(', ')}`
  return judged.length === 0 ? 'nothing that can be checked' : 'no fact-check, evidence or pattern speaks against it'
}

const weights: Readonly<Record<Match['relation'], number>> = {
  same_as_factcheck: 4,
  contradicts_evidence: 4,
  agrees: 3,
  reports_hoax: 2,
  related: 1,
}

/** One for each fact-check and piece of evidence, what says most first. */
function bestMatches(judged: readonly Judged[]): Match[] {
  const best = new Map<string, Match>()
  const weigh = ({ relation, score }: Match) => weights[relation] + score
  for (const match of judged.flatMap(({ matches }) => matches)) {
    const before = best.get(match.id)
    if (!before || weigh(match) > weigh(before)) best.set(match.id, match)
  }
  return [...best.values()].sort((a, b) => weigh(b) - weigh(a)).slice(0, mostMatches)
}
