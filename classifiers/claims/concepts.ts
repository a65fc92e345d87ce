// Which concepts the words of config/claims may speak for, and what each of them says about a clause.
import type { ProtectedKind } from '../../src/model/claim.ts'

/** How far a cue protects: its own clause, or the whole sentence because the rest hangs on it. */
type Reach = 'clause' | 'sentence'
/** Some words are a cue only as the first or the last of their clause. */
type Position = 'anywhere' | 'start' | 'end'
type Cue = { readonly kind: ProtectedKind; readonly reach: Reach; readonly position: Position }

const cue = (kind: ProtectedKind, reach: Reach, position: Position = 'anywhere'): Cue => ({ kind, reach, position })

/**
 * Cues are acts of speech: telling, accusing, asking, wishing, judging. None names a subject, a target or a side, and
 * praise counts as blame does. Where several stand in a clause the first of this table names the kind.
 */
export const cues = {
  survivor: cue('survivor', 'sentence'),
  accuse: cue('allegation', 'sentence'),
  grieve: cue('allegation', 'sentence'),
  petition: cue('petition', 'sentence'),
  'petition-start': cue('petition', 'sentence', 'start'),
  disbelief: cue('disbelief', 'sentence'),
  satire: cue('satire', 'sentence'),
  belief: cue('belief', 'sentence'),
  'first-person': cue('testimony', 'sentence'),
  here: cue('testimony', 'sentence'),
  question: cue('question', 'sentence'),
  'question-end': cue('question', 'sentence', 'end'),
  'private-person': cue('private_person', 'sentence'),
  'they-start': cue('unclear', 'sentence', 'start'),
  'opinion-frame': cue('opinion', 'clause'),
  ought: cue('opinion', 'clause'),
  evaluation: cue('opinion', 'clause'),
} as const satisfies Readonly<Record<string, Cue>>
export type CueName = keyof typeof cues

/**
 * `authority` and `coerce` are an allegation together, neither is anything alone; so are `local` and `levy`. `harmed` tells
 * of what was suffered.
 */
export const speechConcepts = [
  ...Object.keys(cues),
  'authority',
  'coerce',
  'local',
  'levy',
  'harmed',
  'narrate',
] as const

/**
 * Longer phrases in which a shorter one is no cue: "trẻ em" is no "em". `hearsay` ("I heard that") says nothing of the
 * speaker's own life; `turn` opens a clause without a comma.
 */
export const framingConcepts = ['mask', 'hearsay', 'turn', 'negation'] as const
export const covering: ReadonlySet<string> = new Set(['mask', 'hearsay', 'opinion-frame'])

/** How much each says that a clause can be checked. A post needs two points and a subject of `publicTopics`. */
export const checkableWeights = {
  document: 2,
  disaster: 2,
  event: 1,
  rule: 1,
  benefit: 1,
  price: 1,
  disease: 1,
  effect: 1,
  institution: 1,
  public: 1,
  call: 2,
} as const
/**
 * What hoaxes and scams that harm the public are about. What somebody did to somebody is not among them: that "the police
 * hold 20 people" can be checked too, and is an allegation.
 */
export const publicTopics: ReadonlySet<string> = new Set([
  'document',
  'disaster',
  'rule',
  'benefit',
  'price',
  'disease',
  'effect',
  'call',
  'abduct',
])
export const checkableConcepts = Object.keys(checkableWeights)

/** What lets a sentence stand on its own after a testimony: it names whom or what in public life it is about. */
export const anchors: ReadonlySet<string> = new Set([
  'document',
  'disaster',
  'disease',
  'institution',
  'public',
  'call',
])

export const reportConcepts = ['hoax', 'deny', 'deny-this', 'warn', 'verify', 'rumour', 'told', 'addressee'] as const
