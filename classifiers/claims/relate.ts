// Relates a proposition to what is known: the same as a fact-check, against or with evidence, or merely about the same thing.
import type { Match } from '../../src/model/claim.ts'
import type { RegionIndex } from '../../src/rules/resolve-region.ts'
import { type Compared, compareSlots, isWithin, ofKind, overlapPeriods, type Said } from './compare.ts'
import { type Candidate, search } from './index.ts'
import { featuresOf, type Knowledge, type KnownFactCheck, type KnownSentence } from './knowledge.ts'
import { dayOf, readPeriod } from './slots/dates.ts'
import type { Read } from './slots.ts'

/** A proposition, and what the text around it says of place and time. */
export type Asserted = Said & Read & { readonly language: string; readonly around: Said; readonly published: string }

/**
 * Scores are probabilities of saying the same. With a number or a place changed more of the rest has to be the same, and
 * between two languages, where names alone are compared.
 */
const least = { same: 0.55, changed: 0.65, translated: 0.7, contradicted: 0.45, agreed: 0.6, related: 0.2 } as const
const lookedAt = 10

/** What both say of the same day, sum, place or document makes it likelier that they speak of one thing. */
const weighty: ReadonlySet<Compared['kind']> = new Set(['quantity', 'date', 'place', 'document'])
const supportEach = 0.08
const support = (slots: readonly Compared[]): number =>
  supportEach * new Set(slots.flatMap(({ kind, agrees }) => (agrees && weighty.has(kind) ? [kind] : []))).size

const differs = (slots: readonly Compared[], ...kinds: readonly Compared['kind'][]): boolean =>
  slots.some((slot) => !slot.agrees && kinds.includes(slot.kind))

/** Matches with fact-checks, best first. */
export function relateFactChecks(said: Asserted, { factChecks, byClaim, context }: Knowledge): Match[] {
  const query = { text: said.text, language: said.language, features: featuresOf(said) }
  return search(byClaim, query, lookedAt)
    .filter(({ score }) => score >= least.related)
    .flatMap(({ entry, score }) => {
      const known = factChecks[entry]
      if (!known) return []
      const slots = compareSlots(said, known.claim, context.gazetteer.index)
      return [
        {
          id: known.factCheck.id,
          relation: relationToFactCheck(said, known, slots, score, context.gazetteer.index),
          score: round(score),
          slots,
        },
      ]
    })
}

function relationToFactCheck(
  said: Asserted,
  { factCheck, rating, claim, explanation }: KnownFactCheck,
  slots: readonly Compared[],
  score: number,
  index: RegionIndex,
): Match['relation'] {
  const polarity = slots.filter(({ kind, agrees }) => kind === 'polarity' && !agrees)
  const isChanged = differs(slots, 'quantity', 'place', 'eligibility', 'document') || hasOtherSubject(said, claim)
  const isTranslated = factCheck.lang !== said.language
  if (isTranslated && countShared(said, claim) < leastShared) return 'related'
  const sure = isTranslated ? score : score + support(slots)
  if (sure < (isTranslated ? least.translated : isChanged ? least.changed : least.same)) return 'related'
  if (polarity.some(({ ours }) => ours === 'denied')) return 'reports_hoax'
  // "needs no injection" is not the hoax "needs an injection", however many words they share.
  if (polarity.length > 0) return rating === 'false' ? 'agrees' : 'related'
  // "A viral post says … It is a hoax.": the denial may stand in the next sentence.
  if (saysDenied(said.around)) return 'reports_hoax'
  if (rating === 'true') return isChanged ? 'related' : 'agrees'
  if (rating === 'open') return 'related'
  const corrected = isChanged ? compareSlots(said, explanation, index) : []
  const isCorrect = (kind: Compared['kind']) => corrected.some((slot) => slot.kind === kind && slot.agrees)
  const changed = slots.filter(
    ({ agrees, kind }) => !agrees && (kind === 'quantity' || kind === 'place' || kind === 'document'),
  )
  return changed.length > 0 && changed.every(({ kind }) => isCorrect(kind)) ? 'agrees' : 'same_as_factcheck'
}

/** Between two languages a subject and a number are no claim yet: both have to name this many of the same things. */
const leastShared = 3
const countShared = (said: Said & Read, claim: Said & Read): number =>
  new Set(featuresOf(said)).intersection(new Set(featuresOf(claim))).size

const saysDenied = ({ slots }: Said): boolean => ofKind(slots, 'polarity').some(({ value }) => value === 'denied')

/** Both name a subject that the other does not: a vaccine that is free is not the vaccine that makes ill. */
function hasOtherSubject(said: Read, claim: Read): boolean {
  const subjects = ({ terms }: Read) => new Set(terms.flatMap(({ kind, name }) => (kind === 'subjects' ? [name] : [])))
  const [own, other] = [subjects(said), subjects(claim)]
  return own.difference(other).size > 0 && other.difference(own).size > 0
}

type Found = {
  readonly known: KnownSentence
  readonly score: number
  readonly slots: readonly Compared[]
  readonly relation: Match['relation']
}

/** Matches with evidence, one for each piece, best first. */
export function relateEvidence(said: Asserted, { sentences, bySentence, context }: Knowledge): Match[] {
  const query = { text: said.text, language: said.language, features: featuresOf(said) }
  const index = context.gazetteer.index
  const candidates = search(bySentence, query, lookedAt).filter(({ score }) => score >= least.related)
  const found = dropSuperseded(candidates, sentences, said, index).map(({ known, score }): Found => {
    const slots = compareSlots(said, known.said, index)
    return { known, score, slots, relation: relationToEvidence(said, known, slots, score, index) }
  })
  const byEvidence = new Map<string, Found>()
  for (const one of found) {
    const before = byEvidence.get(one.known.evidence.id)
    if (!before || weigh(one) > weigh(before)) byEvidence.set(one.known.evidence.id, one)
  }
  return [...byEvidence]
    .map(([id, { relation, score, slots }]) => ({ id, relation, score: round(score), slots }))
    .sort((a, b) => b.score - a.score)
}

/** A sentence that says something about the claim counts before one that is near to it. */
const weigh = ({ relation, score }: Found): number =>
  score + (relation === 'related' ? 0 : 1) + (relation === 'agrees' ? 0.05 : 0)

function relationToEvidence(
  said: Asserted,
  known: KnownSentence,
  slots: readonly Compared[],
  score: number,
  index: RegionIndex,
): Match['relation'] {
  const sure = score + support(slots)
  if (sure < least.contradicted || !isSameOccasion(said, known, score, index)) return 'related'
  if (slots.some(({ kind, agrees, ours }) => kind === 'polarity' && !agrees && ours === 'denied')) return 'reports_hoax'
  const isOtherDocument = differs(slots, 'document')
  // The same rule under another number, or another rule: only what else is said can tell.
  if (isOtherDocument) return score >= least.translated && hasSameTerms(slots) ? 'contradicts_evidence' : 'related'
  if (differs(slots, 'quantity', 'polarity', 'eligibility') || hasOtherDay(said, known, score))
    return 'contradicts_evidence'
  return sure >= least.agreed && hasSameTerms(slots) && !differs(slots, 'date') ? 'agrees' : 'related'
}

/** Agreement about a day or a body alone confirms nothing. */
const hasSameTerms = (slots: readonly Compared[]): boolean =>
  slots.some(({ kind, agrees }) => agrees && kind !== 'date' && kind !== 'institution' && kind !== 'place') ||
  new Set(slots.flatMap(({ kind, agrees }) => (agrees ? [kind] : []))).size > 2

/** The same place and the same time; what one of them leaves open is no difference. */
function isSameOccasion(
  said: Asserted,
  { said: sentence, whole, evidence }: KnownSentence,
  score: number,
  index: RegionIndex,
): boolean {
  const pick = (kind: 'place' | 'date', near: Said, far: Said) => {
    const own = ofKind(near.slots, kind)
    return (own.length > 0 ? own : ofKind(far.slots, kind)).map(({ value }) => value)
  }
  const [places, otherPlaces] = [pick('place', said, said.around), pick('place', sentence, whole)]
  const isElsewhere =
    places.length > 0 &&
    otherPlaces.length > 0 &&
    !places.some((one) => otherPlaces.some((two) => isWithin(one, two, index)))
  if (isElsewhere) return false
  if (hasOtherDay(said, { said: sentence, whole, evidence }, score)) return true
  const [dates, otherDates] = [pick('date', said, said.around), pick('date', sentence, whole)]
  if (dates.length > 0 && otherDates.length > 0)
    return dates.some((one) => otherDates.some((two) => overlapPeriods(one, two) && !isYearBesideMonth(one, two)))
  return isCurrent(said.published, evidence.published, otherDates)
}

/** What happened in a month is no part of what a year's figures say. */
function isYearBesideMonth(one: string, other: string): boolean {
  const [short = 0, long = 0] = [one, other]
    .map(readPeriod)
    .map(([first, last]) => last - first)
    .sort((a, b) => a - b)
  return Number.isFinite(long) && long > 300 && short < 100
}

/** How long what is said without a date holds, and how much later it may have been said. */
const validDays = { before: 400, after: 30 }

function isCurrent(published: string, evidencePublished: string, periods: readonly string[]): boolean {
  const day = dayOf(published)
  const other = dayOf(evidencePublished)
  if (Number.isNaN(day) || Number.isNaN(other)) return true
  if (periods.length > 0) return periods.some((period) => readPeriod(period)[1] >= day - 7)
  return other >= day - validDays.before && other <= day + validDays.after
}

/**
 * "From 1 December" against "from 15 December", "on the 22nd" against "on the 29th": another day in one month for what is
 * otherwise the same, or another beginning of one document. A notice about another month is about another thing.
 */
function hasOtherDay(said: Said, { said: sentence }: KnownSentence, score: number): boolean {
  const days = ({ slots }: Said) =>
    ofKind(slots, 'date').flatMap(({ value }) => /^\d{4}-\d\d-\d\d(?:\/\.\.)?$/.exec(value) ?? [])
  const [own, other] = [days(said), days(sentence)]
  const documents = ({ slots }: Said) => new Set(ofKind(slots, 'document').map(({ value }) => value))
  const isOneRule = documents(said).intersection(documents(sentence)).size > 0
  if (own.length !== 1 || other.length !== 1 || own[0] === other[0]) return false
  return isOneRule || (score >= least.changed && own[0]?.slice(0, 7) === other[0]?.slice(0, 7))
}

type Current = { readonly known: KnownSentence; readonly score: number }
/** This much less like the claim a newer notice may be and still replace an older one. */
const supersedingSlack = 0.25

/** Without notices that the same publisher has replaced: a newer one on the same subject, place and period. */
function dropSuperseded(
  candidates: readonly Candidate[],
  sentences: readonly KnownSentence[],
  said: Asserted,
  index: RegionIndex,
): Current[] {
  const all = candidates.flatMap(({ entry, score }) => {
    const known = sentences[entry]
    return known ? [{ known, score }] : []
  })
  const day = dayOf(said.published)
  return all.filter(
    ({ known, score }) =>
      !all.some((other) => {
        const { evidence } = other.known
        const isNewer =
          dayOf(evidence.published) > dayOf(known.evidence.published) && !(dayOf(evidence.published) > day)
        if (!isNewer || evidence.publisher !== known.evidence.publisher || other.score < score - supersedingSlack)
          return false
        return compareSlots(known.whole, other.known.whole, index).every(
          ({ kind, agrees }) => agrees || (kind !== 'place' && kind !== 'document' && kind !== 'date'),
        )
      }),
  )
}

const round = (score: number): number => Math.round(score * 1000) / 1000
