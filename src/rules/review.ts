// Review: which step on a claim leads where, who may take it, and why not (safeguard 6). A table; the rest are its conditions.
import type { Actor, Citation, ClaimState, ReviewAction, ReviewInput, ReviewRole, Verdict } from '../model/review.ts'

/** A claim as its events have left it. */
export type ClaimStanding = {
  readonly state: ClaimState
  readonly holder: Actor | null
  /** Until when it is the holder's; ISO 8601. */
  readonly heldUntil: string | null
  readonly proposer: Actor | null
  readonly verdict: Verdict | null
  readonly wording: string | null
  readonly citations: readonly Citation[]
  /** Whether there is anybody else, here or in a partner office, who may confirm what this person proposes. */
  readonly hasSecond: boolean
}

export const refusals = [
  'not_from_here',
  'not_your_role',
  'held_by_another',
  'not_held_by_you',
  'same_person',
  'needs_verdict',
  'needs_wording',
  'needs_evidence',
  'needs_independent_evidence',
  'needs_target',
  'needs_date',
  'needs_second_person',
] as const
export type Refusal = (typeof refusals)[number]

export type Step = { readonly to: ClaimState } | { readonly refused: Refusal }

type Check = (standing: ClaimStanding, actor: Actor, input: ReviewInput, now: Date) => Refusal | null

type Move = {
  readonly from: readonly ClaimState[]
  readonly to: ClaimState | ((standing: ClaimStanding, input: ReviewInput) => ClaimState)
  readonly roles: readonly ReviewRole[]
  readonly checks: readonly Check[]
}

/** Verdicts that hurt somebody if they are wrong: two people and independent evidence. */
export const grave: ReadonlySet<Verdict> = new Set(['false', 'misleading', 'fraud'])

const isHeld = ({ holder, heldUntil }: ClaimStanding, now: Date): boolean =>
  holder !== null && heldUntil !== null && Date.parse(heldUntil) > now.getTime()

const isFree: Check = (standing, actor, _input, now) =>
  isHeld(standing, now) && standing.holder?.account !== actor.account ? 'held_by_another' : null
const isMine: Check = (standing, actor, _input, now) =>
  isHeld(standing, now) && standing.holder?.account === actor.account ? null : 'not_held_by_you'
const hasVerdict: Check = (_standing, _actor, { verdict }) => (verdict === undefined ? 'needs_verdict' : null)
const hasWording: Check = ({ wording }, _actor, input) =>
  input.verdict === 'opinion' || (input.wording ?? wording) !== null ? null : 'needs_wording'
const hasTarget: Check = (_standing, _actor, { target }) => (target === undefined ? 'needs_target' : null)
const hasDate: Check = (_standing, _actor, { until }) => (until === undefined ? 'needs_date' : null)
/** Never the first person again, nor another account of the same person. */
const isAnother: Check = ({ proposer }, actor) =>
  proposer !== null && (proposer.person === actor.person || proposer.account === actor.account) ? 'same_person' : null
const isSupported: Check = ({ verdict, citations }, _actor, input) => {
  const given = input.verdict ?? verdict
  return given !== null && grave.has(given) ? lackingEvidence(citations) : null
}
/** An office of one person, without a partner, can say no more than that something is unproven. */
const isWithinReach: Check = ({ hasSecond }, _actor, { verdict }) =>
  hasSecond || verdict === 'unproven' || verdict === 'opinion' ? null : 'needs_second_person'
/** Whoever is absent hands over by a reviewer's hand. */
const mayHandOver: Check = (standing, actor, input, now) =>
  actor.role === 'reviewer' ? null : isMine(standing, actor, input, now)

const everyone: readonly ReviewRole[] = ['analyst', 'reviewer']
const open: readonly ClaimState[] = ['new', 'taken', 'proposed']

/** Every step there is. What stands in no row is refused. */
const moves: Readonly<Record<ReviewAction, Move>> = {
  take: { from: ['new', 'taken'], to: 'taken', roles: everyone, checks: [isFree] },
  release: { from: ['taken'], to: 'new', roles: everyone, checks: [isMine] },
  hand_over: { from: ['taken'], to: 'taken', roles: everyone, checks: [mayHandOver, hasTarget] },
  propose: {
    from: ['taken'],
    to: afterProposal,
    roles: everyone,
    checks: [isMine, hasVerdict, isWithinReach, hasWording, isSupported],
  },
  return: { from: ['proposed'], to: 'new', roles: ['reviewer'], checks: [isAnother] },
  confirm: { from: ['proposed'], to: 'confirmed', roles: ['reviewer'], checks: [isAnother, isSupported] },
  publish: { from: ['confirmed'], to: 'published', roles: ['reviewer'], checks: [hasWording] },
  reopen: { from: ['confirmed', 'published', 'closed'], to: 'new', roles: ['reviewer'], checks: [] },
  retract: { from: ['published'], to: 'new', roles: ['reviewer'], checks: [] },
  snooze: { from: ['new', 'taken'], to: 'snoozed', roles: everyone, checks: [isFree, hasDate] },
  wake: { from: ['snoozed'], to: 'new', roles: everyone, checks: [] },
  merge: { from: open, to: 'merged', roles: everyone, checks: [isFree, hasTarget] },
  split: { from: open, to: 'new', roles: everyone, checks: [isFree] },
  ask_unit: { from: ['new', 'taken'], to: sameState, roles: everyone, checks: [isFree, hasTarget, hasDate] },
  note_answer: { from: ['new', 'taken', 'proposed'], to: sameState, roles: everyone, checks: [] },
  mark_speech: { from: open, to: 'closed', roles: everyone, checks: [] },
}

/** Speech needs one person and leaves no claim; everything else waits for a second one, where there is one. */
function afterProposal({ hasSecond }: ClaimStanding, { verdict }: ReviewInput): ClaimState {
  if (verdict === 'opinion') return 'closed'
  return hasSecond ? 'proposed' : 'confirmed'
}

function sameState({ state }: ClaimStanding): ClaimState {
  return state
}

/** Where a step leads, or the first reason against it. Pure. */
export function step(standing: ClaimStanding, action: ReviewAction, actor: Actor, input: ReviewInput, now: Date): Step {
  const { from, to, roles, checks } = moves[action]
  if (!from.includes(standing.state)) return { refused: 'not_from_here' }
  if (!roles.includes(actor.role)) return { refused: 'not_your_role' }
  for (const check of checks) {
    const refused = check(standing, actor, input, now)
    if (refused) return { refused }
  }
  return { to: typeof to === 'function' ? to(standing, input) : to }
}

/**
 * What a grave verdict still lacks: one fact-check or published warning, or two statements by different publishers that
 * are not copies of one another, at least one of them not from the body that the claim is about.
 */
export function lackingEvidence(citations: readonly Citation[]): Refusal | null {
  if (citations.some(({ kind }) => kind !== 'statement')) return null
  const own = citations.filter(({ copyOf }) => copyOf === null || citations.every(({ id }) => id !== copyOf))
  const publishers = new Set(own.map(({ publisher }) => publisher.normalize('NFC').trim().toLowerCase()))
  if (publishers.size < 2) return 'needs_evidence'
  return own.every(({ isAboutPublisher }) => isAboutPublisher) ? 'needs_independent_evidence' : null
}
