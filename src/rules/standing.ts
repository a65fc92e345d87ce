// Standing: how the events of a claim have left it. Events are the truth; what stands in the claim's row is for lists.
import type { Actor, ClaimState, ReviewAction, ReviewEvent, Verdict } from '../model/review.ts'
import { vietnamDay } from './day.ts'

export type DerivedStanding = {
  readonly state: ClaimState
  readonly proposer: Actor | null
  readonly confirmer: Actor | null
  readonly verdict: Verdict | null
  readonly wording: string | null
  readonly explanation: string | null
  /** Ids of what the verdict rests on. */
  readonly cited: readonly string[]
  /** Until when a sleeping claim sleeps; a day. */
  readonly until: string | null
  readonly mergedInto: string | null
  /** What units were asked, with the day that an answer is due. */
  readonly asked: readonly { readonly unit: string; readonly due: string }[]
}

/** A step as it was taken: `to` is where the rules led. */
export type TakenStep = Pick<ReviewEvent, 'actor' | 'action' | 'input'> & { readonly to: ClaimState }

const fresh: DerivedStanding = {
  ...{ state: 'new', proposer: null, confirmer: null, verdict: null, wording: null, explanation: null },
  ...{ cited: [], until: null, mergedInto: null, asked: [] },
}

type Change = (before: DerivedStanding, step: TakenStep) => Partial<DerivedStanding>

/** Back to the start: the old wording stays as a draft, the verdict and those who gave it do not. */
const undo: Change = () => ({ proposer: null, confirmer: null, verdict: null, until: null })

const changes: Partial<Readonly<Record<ReviewAction, Change>>> = {
  propose: (before, { actor, input }) => ({
    proposer: actor,
    verdict: input.verdict ?? before.verdict,
    wording: input.wording ?? before.wording,
    explanation: input.explanation ?? before.explanation,
    cited: input.citations ?? before.cited,
  }),
  confirm: (_before, { actor }) => ({ confirmer: actor }),
  return: undo,
  reopen: undo,
  retract: undo,
  snooze: (_before, { input }) => ({ until: input.until ?? null }),
  wake: () => ({ until: null }),
  merge: (_before, { input }) => ({ mergedInto: input.target ?? null }),
  ask_unit: ({ asked }, { input: { target = '', until = '' } }) => ({
    asked: [...asked, { unit: target, due: until }],
  }),
}

/** Folds the steps in their order. A sleeping claim whose day has come is new again. Pure. */
export function deriveStanding(steps: readonly TakenStep[], now: Date): DerivedStanding {
  let standing = fresh
  for (const step of steps) standing = { ...standing, ...changes[step.action]?.(standing, step), state: step.to }
  const isAwake = standing.state === 'snoozed' && (standing.until ?? '') <= vietnamDay(now)
  return isAwake ? { ...standing, state: 'new', until: null } : standing
}
