// Whether a clause may be flagged at all: safeguard 5, judged by the act of speech and never by subject, target or side.
import type { ProtectedKind, TextKind } from '../../src/model/claim.ts'
import type { KnownLanguage } from '../../src/model/language.ts'
import { fold } from '../../src/text/normalize.ts'
import { anchors, type CueName, checkableWeights, cues, publicTopics, speechConcepts } from './concepts.ts'
import type { Hit } from './cues.ts'
import type { Range } from './sentences.ts'

/** A sentence as it is judged. */
export type Speech = {
  readonly text: string
  readonly hits: readonly Hit[]
  readonly kind: TextKind
  readonly language: KnownLanguage
  /** Names of private persons, as `redact` finds them. */
  readonly persons: readonly Range[]
  /** Features of fraud: in languages with short lists, two of them open a post and nothing else does. */
  readonly features: ReadonlySet<string>
}

export type Judgement = {
  readonly protectedAs: ProtectedKind | null
  readonly isCheckable: boolean
  /** What of the sentence around it is protected with it. */
  readonly holds: 'nothing' | 'rest' | 'sentence'
}

const wellKnown: ReadonlySet<KnownLanguage> = new Set(['vi', 'en', 'zh'])
const asks = /[?？؟]["”’」』»)\s\p{Extended_Pictographic}]*$/u
/** Laughter, a wink, the mark of irony; excitement (🔥, !!!) is none. */
const laughs = /[=:;]-?[)D](?!\p{L})|\)\){2,}|\s\/s(?:\s|$)|[🤡🙃🤣😂😏🙄]|\b(?:ha){2,}\b|\bk{3,}\b|\b(?:hi){2,}\b/iu
/** What redaction leaves of a person. */
const placeholder = /\[(?:handle|person)\]/
/** A name within the sentence; in a post capitals say nothing. */
const named = /\p{Ll}[,\s]+\p{Lu}/u
const figure = /\p{N}/u
/** "421/QĐ-UBND", folded: what an official document lays down can be looked up there. */
const documentNumber = /\b\d+\/(?:\d{4}\/)?[a-z]{2,}-?[a-z]/
const day = /\d{1,2}\s?[/.-]\s?\d{1,2}|\b(?:19|20)\d\d\b|\d\s?[年月日号]/

const within = ({ start, end }: Range, hit: Range): boolean => hit.start >= start && hit.end <= end

/** Judges the part of a sentence that `range` names, by what stands in it alone. */
export function judgeClause(speech: Speech, range: Range): Judgement {
  const text = speech.text.slice(range.start, range.end)
  const hits = speech.hits.filter((hit) => within(range, hit))
  const has = (concept: string): boolean => hits.some((hit) => hit.concept === concept)
  const isCheckable = weighCheckable(text, hits, speech.kind)
  const isOwnLife = has('narrate') || has('harmed') || figure.test(text)
  // "I am so angry" tells nothing of a life but what is felt: that is an opinion.
  const isFeeling = has('evaluation') && !isOwnLife
  const found = findCues(speech, hits, range).filter(({ name }) => name !== 'first-person' || !isFeeling)
  const [first] = found
  if (first === undefined) {
    const isOpen = isOpenByDefault(speech, hits) && (speech.kind !== 'post' || isCheckable)
    return { protectedAs: isOpen ? null : 'unclear', isCheckable, holds: 'nothing' }
  }
  const holds = found.map((one) => findHold(one, text, isOwnLife))
  const holding = (['sentence', 'rest'] as const).find((reach) => holds.includes(reach)) ?? 'nothing'
  return { protectedAs: first.kind, isCheckable, holds: holding }
}

/** "Theo tôi," alone is said of what follows. */
const longestFrame = 4

function findHold({ name, reach }: Found, text: string, isOwnLife: boolean): Judgement['holds'] {
  if (name === 'opinion-frame') return text.split(/\s+/).length <= longestFrame ? 'sentence' : 'nothing'
  if (reach === 'clause') return 'nothing'
  // "…, we love this country": what was said before stands without it.
  return name === 'first-person' && !isOwnLife ? 'rest' : 'sentence'
}

type Found = {
  readonly name: CueName
  readonly kind: ProtectedKind
  readonly reach: 'clause' | 'sentence'
}

/** The cues that stand here, in the order of the table. */
function findCues(speech: Speech, hits: readonly Hit[], range: Range): Found[] {
  const text = speech.text.slice(range.start, range.end)
  const has = (concept: string): boolean => hits.some((hit) => hit.concept === concept)
  // A call to open a link or to pay is addressed to others, whoever it says it comes from.
  const isCall = has('call') && !(has('first-person') && (has('harmed') || has('narrate')))
  const isRule = takesEffect.test(fold(text))
  const isSilent = (name: CueName): boolean => (isCall && yieldsToCall.has(name)) || (isRule && name === 'grieve')
  const found = (Object.keys(cues) as CueName[])
    .filter((name) => !isSilent(name))
    .filter((name) => hits.some((hit) => hit.concept === name && standsAt(cues[name].position, hit, range)))
    .map((name): Found => ({ name, ...cues[name] }))
  // "Pay, or the police will hold you" threatens its reader and accuses nobody.
  const isCoerced = has('authority') && has('coerce') && !(isCall && has('account-threat'))
  if (isCoerced || (isLevied(hits) && !isRule && !isCall)) found.unshift({ name: 'accuse', ...cues.accuse })
  if (isCall) return found
  if (asks.test(text)) found.push({ name: 'question', ...cues.question })
  if (laughs.test(text)) found.push({ name: 'satire', ...cues.satire })
  if (placeholder.test(text) || speech.persons.some((person) => within(range, person)))
    found.push({ name: 'private-person', ...cues['private-person'] })
  return found
}

/** Who takes stands shortly before the taking: "the commune collects", "our school made us pay". */
const nearChars = 30

const isLevied = (hits: readonly Hit[]): boolean =>
  hits.some(
    ({ concept, end }) =>
      concept === 'local' &&
      hits.some((hit) => hit.concept === 'levy' && hit.start >= end && hit.start - end <= nearChars),
  )

/** "From 1 December", folded: what holds for everybody from a day on is a rule; without one it is what somebody met with. */
const takesEffect = /\b(?:tu|from|starting|effective|as of)\s[^,.]{0,14}\d|\d\s?[年月日]?起/

const yieldsToCall: ReadonlySet<string> = new Set([
  'here',
  'first-person',
  'private-person',
  'petition-start',
  'question',
  'question-end',
  'evaluation',
])

/** A sign or a space may stand between a clause's edge and its first or last word. */
const edge = 2

function standsAt(position: 'anywhere' | 'start' | 'end', hit: Hit, range: Range): boolean {
  if (position === 'start') return hit.start - range.start <= edge
  return position === 'anywhere' || range.end - hit.end <= edge
}

/** One point makes a sentence of a newsroom checkable; a post needs two, and a subject that the public is harmed by. */
function weighCheckable(text: string, hits: readonly Hit[], kind: TextKind): boolean {
  const weights: Readonly<Record<string, number>> = checkableWeights
  const weightAt = new Map<number, number>()
  for (const { start, concept } of hits) weightAt.set(start, Math.max(weightAt.get(start) ?? 0, weights[concept] ?? 0))
  const words = weightAt.values().reduce((sum, weight) => sum + weight, 0)
  const points = words + Number(day.test(text)) + Number(figure.test(text.replace(day, '')))
  if (kind !== 'post') return points >= 1 || named.test(text)
  return points >= 2 && (isPublic(hits) || documentNumber.test(fold(text)))
}

/** An accident or a death is public too, unless somebody with power stands beside it. */
function isPublic(hits: readonly Hit[]): boolean {
  const has = (concept: string): boolean => hits.some((hit) => hit.concept === concept)
  return hits.some(({ concept }) => publicTopics.has(concept)) || (has('event') && !has('authority'))
}

function isOpenByDefault({ kind, language, features }: Speech, hits: readonly Hit[]): boolean {
  if (kind !== 'post' || wellKnown.has(language)) return true
  return new Set(hits.flatMap(({ concept }) => (features.has(concept) ? [concept] : []))).size >= 2
}

/** Words that are an act of speech only beside another or at the edge of a clause; where they are, the clause has its kind. */
const actsBesideOthers: readonly string[] = ['question-end', 'petition-start', 'narrate', 'coerce', 'local', 'levy']
const acts: ReadonlySet<string> = new Set(speechConcepts.filter((name) => !actsBesideOthers.includes(name)))

/**
 * Whether nobody speaks of themselves, of somebody with power or of what they think: no act of speech at all. `places`: a
 * commune that is named is a place, not an authority; the police of a place are one.
 */
export function isImpersonal(hits: readonly Hit[], places: readonly Range[]): boolean {
  const isUnit = (hit: Hit) =>
    hits.some(({ concept, start, end }) => concept === 'local' && start === hit.start && end === hit.end)
  const isNamed = (hit: Hit) => places.some(({ start, end }) => hit.start <= end + 1 && hit.end >= start - 1)
  return hits.every((hit) => !acts.has(hit.concept) || (hit.concept === 'authority' && isUnit(hit) && isNamed(hit)))
}

/** Whether a sentence names whom or what it is about, so that it does not go on with the story before it. */
export function standsAlone({ text, hits }: Speech): boolean {
  return day.test(text) || hits.some(({ concept }) => anchors.has(concept))
}
