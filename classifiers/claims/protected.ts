// Whether a clause may be flagged at all: safeguard 5, judged by the act of speech and never by subject, target or side.
import type { ProtectedKind, TextKind } from '../../src/model/claim.ts'
import type { KnownLanguage } from '../../src/model/language.ts'
import { anchors, type CueName, checkableWeights, cues } from './concepts.ts'
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
const figure = /\p{N}/u
const day = /\d{1,2}\s?[/.-]\s?\d{1,2}|\b(?:19|20)\d\d\b|\d\s?[年月日号]/

const within = ({ start, end }: Range, hit: Range): boolean => hit.start >= start && hit.end <= end

/** Judges the part of a sentence that `range` names, by what stands in it alone. */
export function judgeClause(speech: Speech, range: Range): Judgement {
  const text = speech.text.slice(range.start, range.end)
  const hits = speech.hits.filter((hit) => within(range, hit))
  const has = (concept: string): boolean => hits.some((hit) => hit.concept === concept)
  const isCheckable = weighCheckable(text, hits, speech.kind)
  const found = findKind(speech, hits, range)
  if (found === null) {
    const isOpen = isOpenByDefault(speech, hits) && (speech.kind !== 'post' || isCheckable)
    return { protectedAs: isOpen ? null : 'unclear', isCheckable, holds: 'nothing' }
  }
  const isOwnLife = has('narrate') || has('harmed') || figure.test(text)
  const isFeeling = found.name === 'first-person' && has('evaluation') && !isOwnLife
  return {
    protectedAs: isFeeling ? 'opinion' : found.kind,
    isCheckable,
    holds: isFeeling ? 'nothing' : findHold(found, text, isOwnLife),
  }
}

/** "Theo tôi," alone is said of what follows. */
const longestFrame = 4

function findHold({ name, reach }: Found, text: string, isOwnLife: boolean): Judgement['holds'] {
  if (name === 'opinion-frame') return text.split(/\s+/).length <= longestFrame ? 'sentence' : 'nothing'
  if (reach === 'clause') return 'nothing'
  // "…, we love this country": what was said before stands without it.
  return name === 'first-person' && !isOwnLife ? 'rest' : 'sentence'
}

type Found = { readonly name: CueName | 'laughter'; readonly kind: ProtectedKind; readonly reach: 'clause' | 'sentence' }

/** The first cue of the table that stands here; null where none does. */
function findKind(speech: Speech, hits: readonly Hit[], range: Range): Found | null {
  const text = speech.text.slice(range.start, range.end)
  const has = (concept: string): boolean => hits.some((hit) => hit.concept === concept)
  if (has('survivor')) return { name: 'survivor', ...cues.survivor }
  if (has('accuse')) return { name: 'accuse', ...cues.accuse }
  // A call to open a link or to pay is addressed to others, whoever it says it comes from.
  const isStory = has('first-person') && (has('harmed') || has('narrate'))
  const isCall = has('call') && !isStory
  if (has('authority') && has('coerce') && !isCall) return { name: 'accuse', ...cues.accuse }
  for (const [name, cue] of Object.entries(cues) as [CueName, (typeof cues)[CueName]][]) {
    if (isCall && yieldsToCall.has(name)) continue
    if (hits.some((hit) => hit.concept === name && standsAt(cue.position, hit, range))) return { name, ...cue }
  }
  if (isCall) return null
  if (asks.test(text)) return { name: 'question', ...cues.question }
  if (laughs.test(text)) return { name: 'laughter', ...cues.satire }
  const isNamed = placeholder.test(text) || speech.persons.some((person) => within(range, person))
  return isNamed ? { name: 'private-person', ...cues['private-person'] } : null
}

const yieldsToCall: ReadonlySet<string> = new Set([
  'first-person',
  'private-person',
  'petition-start',
  'question',
  'question-end',
  'evaluation',
  'they-start',
])

/** A sign or a space may stand between a clause's edge and its first or last word. */
const edge = 2

function standsAt(position: 'anywhere' | 'start' | 'end', hit: Hit, range: Range): boolean {
  if (position === 'start') return hit.start - range.start <= edge
  return position === 'anywhere' || range.end - hit.end <= edge
}

/** Two points make a clause of a post checkable, one that of a newsroom; a post's figures need something they count. */
function weighCheckable(text: string, hits: readonly Hit[], kind: TextKind): boolean {
  const weights: Readonly<Record<string, number>> = checkableWeights
  const weightAt = new Map<number, number>()
  for (const { start, concept } of hits) weightAt.set(start, Math.max(weightAt.get(start) ?? 0, weights[concept] ?? 0))
  const words = weightAt.values().reduce((sum, weight) => sum + weight, 0)
  const points = words + Number(day.test(text)) + Number(figure.test(text.replace(day, '')))
  return kind === 'post' ? words > 0 && points >= 2 : points >= 1
}

function isOpenByDefault({ kind, language, features }: Speech, hits: readonly Hit[]): boolean {
  if (kind !== 'post' || wellKnown.has(language)) return true
  return new Set(hits.flatMap(({ concept }) => (features.has(concept) ? [concept] : []))).size >= 2
}

/** Whether a sentence names whom or what it is about, so that it does not go on with the story before it. */
export function standsAlone({ text, hits }: Speech): boolean {
  return day.test(text) || hits.some(({ concept }) => anchors.has(concept))
}
