// Cuts a text into propositions: sentences, and clauses where a checkable statement stands beside an opinion.
import type { Proposition, ProtectedKind, Statement } from '../../src/model/claim.ts'
import type { KnownLanguage } from '../../src/model/language.ts'
import { findPersonal } from '../../src/text/redact.ts'
import { unmask } from '../../src/text/unmask.ts'
import { identify } from '../language.ts'
import { findHits } from './cues.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { type Judgement, judgeClause, type Speech, standsAlone } from './protected.ts'
import { type Range, splitClauses, splitSentences, trim } from './sentences.ts'

type Judged = Range & Judgement

/** Stories that the next sentences may go on with. */
const stories: ReadonlySet<ProtectedKind | null> = new Set(['testimony', 'allegation', 'survivor', 'private_person'])

/**
 * The propositions of a text in reading order, each with why it is protected; `slots` are left empty. Offsets are those
 * of the text as it stands; disguised letters are read as a reader sees them. Never throws.
 */
export function splitPropositions(statement: Statement, lexicon: ClaimLexicon): Proposition[] {
  const seen = unmask(statement.text)
  const language = languageOf(statement)
  const persons = findPersonal(seen.text).filter(({ kind }) => kind === 'person')
  const features = new Set(Object.keys(lexicon.harms.features))
  const out: Proposition[] = []
  let isStory = false
  for (const sentence of splitSentences(seen.text, statement.kind !== 'post')) {
    const text = seen.text.slice(sentence.start, sentence.end)
    const hits = findHits(text, language ?? 'vi', lexicon)
    const speech: Speech = {
      text,
      hits,
      kind: statement.kind,
      language: language ?? 'vi',
      features,
      persons: shift(persons, sentence),
    }
    const goesOn: boolean = isStory && statement.kind === 'post' && !standsAlone(speech)
    for (const part of judgeSentence(speech)) {
      const start = seen.at[sentence.start + part.start] ?? 0
      const end = endOf(seen.at, sentence.start + part.end)
      const isTold: boolean = part.protectedAs === null && (goesOn || language === null)
      const protectedAs: ProtectedKind | null = isTold ? (goesOn ? 'testimony' : 'unclear') : part.protectedAs
      isStory ||= part.holds === 'sentence' && stories.has(protectedAs)
      const { isCheckable } = part
      out.push({ start, end, text: statement.text.slice(start, end), protectedAs, isCheckable, slots: [] })
    }
  }
  return out
}

const shift = (spans: readonly Range[], { start }: Range): Range[] =>
  spans.map((span) => ({ start: span.start - start, end: span.end - start }))

/** Null for a language that the product does not judge: nothing is read in it, and nothing flagged. */
export function languageOf({ language, text }: Statement): KnownLanguage | null {
  const named = language === 'und' ? identify(text).language : language
  return named === 'und' ? null : named
}

/** The offset behind unit `end - 1`; several seen units can come from one that was written. */
function endOf(at: Int32Array, end: number): number {
  const last = at[end - 1] ?? 0
  let index = end
  while (index < at.length - 1 && (at[index] ?? 0) <= last) index++
  return at[index] ?? last
}

/** One part where the sentence is of one piece, several where a checkable statement can be told from what is beside it. */
function judgeSentence(speech: Speech): Judged[] {
  const range = { start: 0, end: speech.text.length }
  const whole = { ...range, ...judgeClause(speech, range) }
  if (whole.protectedAs === null) return [whole]
  const clauses = splitClauses(speech.text).flatMap((clause) => cutAtTurns(speech, clause))
  const parts = joinClauses(speech, clauses)
  return parts.some(({ protectedAs }) => protectedAs === null) ? parts : [whole]
}

/** A clause, or its parts where "but" or "what a shame" follows a checkable statement without a comma. */
function cutAtTurns(speech: Speech, clause: Range): Judged[] {
  const judge = (range: Range): Judged => ({ ...range, ...judgeClause(speech, range) })
  const whole = judge(clause)
  if (whole.protectedAs === null) return [whole]
  const turning = speech.hits.filter(({ concept }) => concept === 'turn')
  const turns = turning.filter(
    ({ start }, i) => start > clause.start && start < clause.end && start >= (turning[i - 1]?.end ?? 0),
  )
  const parts = [clause.start, ...turns.map(({ start }) => start)].map((start, i) =>
    judge(trim(speech.text, { start, end: turns[i]?.start ?? clause.end })),
  )
  return parts.some(({ protectedAs, isCheckable }) => protectedAs === null && isCheckable) ? parts : [whole]
}

/** Neighbours without a cue become one statement where together they can be checked; the rest stays with what protects. */
function joinClauses(speech: Speech, clauses: readonly Judged[]): Judged[] {
  const out: Judged[] = []
  for (let i = 0; i < clauses.length; ) {
    let next = i
    while (next < clauses.length && !hasCue(clauses[next])) next++
    if (next === i) next++
    const range = { start: clauses[i]?.start ?? 0, end: clauses[next - 1]?.end ?? 0 }
    const judged = { ...range, ...judgeClause(speech, range) }
    const mayStand =
      judged.protectedAs === null && judged.isCheckable && (!isHeld(clauses, i) || isLure(speech, range, clauses))
    addPart(out, mayStand ? judged : { ...judged, protectedAs: judged.protectedAs ?? 'unclear' })
    i = next
  }
  return out
}

const isHeld = (clauses: readonly Judged[], at: number): boolean =>
  clauses.some(({ holds }, i) => holds === 'sentence' || (holds === 'rest' && i < at))

const hasCue = (clause: Judged | undefined): boolean =>
  clause !== undefined && clause.protectedAs !== null && clause.protectedAs !== 'unclear'

/** A lure behind a made-up story is a lure; a link under an accusation or a petition, or in a victim's story, is part of it. */
function isLure({ hits }: Speech, { start, end }: Range, clauses: readonly Judged[]): boolean {
  const inside = hits.filter((hit) => hit.start >= start && hit.end <= end)
  const isCall =
    inside.some(({ concept }) => concept === 'call') && !inside.some(({ concept }) => concept === 'narrate')
  const isSuffered = hits.some(({ concept }) => concept === 'harmed')
  return isCall && !isSuffered && clauses.every(({ protectedAs }) => beforeLures.has(protectedAs))
}

const beforeLures: ReadonlySet<ProtectedKind | null> = new Set([
  null,
  'unclear',
  'opinion',
  'question',
  'testimony',
  'private_person',
])

/** Protected neighbours become one part, of the kind that says more. */
function addPart(parts: Judged[], part: Judged): void {
  const last = parts.at(-1)
  if (!last || last.protectedAs === null || part.protectedAs === null) {
    parts.push(part)
    return
  }
  const protectedAs = last.protectedAs === 'unclear' ? part.protectedAs : last.protectedAs
  const holds = last.holds === 'sentence' ? last.holds : part.holds
  parts[parts.length - 1] = { ...part, start: last.start, protectedAs, holds }
}
