// langnghe claims take|propose|confirm|…: one step of the review each; the rules say whether it may be taken.
import type { Command } from 'commander'
import type { DeskMember } from '../../desk.ts'
import { UserError } from '../../errors.ts'
import { type ReviewAction, type ReviewInput, reviewInputSchema } from '../../model/review.ts'
import { splitClaim } from '../../store/claim-desk.ts'
import { type StepTaken, takeStep } from '../../store/claim-steps.ts'
import { atDesk, print, readList, readNumber } from '../claim-desk.ts'
import { type ClaimWord, type SayClaim, speakClaims } from '../claim-words.ts'
import type { CommandContext, Define } from '../command.ts'

type Option = 'verdict' | 'wording' | 'explanation' | 'cite' | 'to' | 'until' | 'items'
type Given = Partial<Readonly<Record<Option, string>>> & { readonly as: string; readonly seen?: string }

type StepVerb = {
  readonly name: string
  readonly word: ClaimWord
  readonly action: ReviewAction
  readonly takes: readonly Option[]
}

const verbs: readonly StepVerb[] = [
  { name: 'take', word: 'take', action: 'take', takes: [] },
  { name: 'release', word: 'release', action: 'release', takes: [] },
  { name: 'hand-over', word: 'handover', action: 'hand_over', takes: ['to'] },
  { name: 'propose', word: 'propose', action: 'propose', takes: ['verdict', 'wording', 'explanation', 'cite'] },
  { name: 'confirm', word: 'confirm', action: 'confirm', takes: [] },
  { name: 'return', word: 'return', action: 'return', takes: ['explanation'] },
  { name: 'reopen', word: 'reopen', action: 'reopen', takes: ['explanation'] },
  { name: 'retract', word: 'retract', action: 'retract', takes: ['explanation'] },
  { name: 'snooze', word: 'snooze', action: 'snooze', takes: ['until'] },
  { name: 'wake', word: 'wake', action: 'wake', takes: [] },
  { name: 'merge', word: 'merge', action: 'merge', takes: ['to'] },
  { name: 'split', word: 'split', action: 'split', takes: ['items'] },
  { name: 'ask', word: 'ask', action: 'ask_unit', takes: ['to', 'until', 'explanation'] },
  { name: 'answer', word: 'answer', action: 'note_answer', takes: ['explanation'] },
  { name: 'speech', word: 'speech', action: 'mark_speech', takes: [] },
]

export const stepClaims: Define = (group, context) => {
  const say = speakClaims(context.language)
  for (const verb of verbs) {
    const command = group.command(verb.name).description(say(verb.word)).argument('<id>')
    for (const option of verb.takes) command.option(`--${option} <value>`, say(option))
    addActor(command, say).action((id: string, given: Given) => takeOne(verb, id, given, context))
  }
}

export const addActor = (command: Command, say: SayClaim): Command =>
  command.requiredOption('--as <account>', say('as')).option('--seen <number>', say('seen'))

async function takeOne(
  { action }: StepVerb,
  id: string,
  given: Given,
  { environment, language }: CommandContext,
): Promise<void> {
  const say = speakClaims(language)
  await atDesk(environment, given.as, say, async ({ db, now, desk, actor }) => {
    if (action === 'hand_over') refuseAbsent(desk, given.to, say)
    const seen = given.seen === undefined ? null : readNumber(given.seen, say)
    const asked = { claimId: readNumber(id, say), actor: toActor(actor), seen, desk: desk.map(toActor) }
    if (action === 'split') {
      const items = readList(given.items ?? '').map((item) => readNumber(item, say))
      const taken = await splitClaim(db, { ...asked, items }, now)
      tell(id, taken, say)
      if (taken.claimId !== undefined) print(`→ ${taken.claimId}`)
    } else tell(id, await takeStep(db, { ...asked, action, input: readInput(given, say) }, now), say)
  })
}

/** Only what belongs in the record: a member's absence does not. */
export const toActor = ({ account, person, role, office }: DeskMember) => ({ account, person, role, office })

function refuseAbsent(desk: readonly DeskMember[], to: string | undefined, say: SayClaim): void {
  if (desk.some(({ account, isAway }) => account === to && isAway))
    throw new UserError(`--to ${to}`, say('isAway'), say('isAwayTodo'))
}

function readInput({ verdict, wording, explanation, cite, to, until }: Given, say: SayClaim): ReviewInput {
  const citations = cite === undefined ? undefined : readList(cite)
  const given = { verdict, wording, explanation, citations, target: to, until }
  const written = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const input = reviewInputSchema.safeParse(written)
  if (input.success) return input.data
  throw new UserError(`--${String(input.error.issues[0]?.path[0] ?? '')}`, say('badInput'), say('badInputTodo'))
}

/** Says where the claim stands now; throws a `UserError` for a refusal. */
export function tell(id: string, taken: StepTaken, say: SayClaim): void {
  if ('refused' in taken)
    throw new UserError(`claims ${id}`, `${say('refused')}: ${say(taken.refused)}`, say('refusedTodo'))
  print(`${id}: ${taken.state} (${say('lastStep')} ${taken.sequence})`)
}
