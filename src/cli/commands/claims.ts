// langnghe claims: from what was flagged to what is published, a verb for each step that a person takes.
import { speakClaims } from '../claim-words.ts'
import type { Define } from '../command.ts'
import { addByHand } from './claims-add.ts'
import { measureReviewers } from './claims-agreement.ts'
import { importChecks } from './claims-import.ts'
import { publishClaims } from './claims-publish.ts'
import { showClaims } from './claims-show.ts'
import { stepClaims } from './claims-steps.ts'

const verbs: readonly Define[] = [showClaims, stepClaims, publishClaims, addByHand, importChecks, measureReviewers]

export const claims: Define = (program, context) => {
  const group = program.command('claims').description(speakClaims(context.language)('claims'))
  for (const define of verbs) define(group, context)
}
