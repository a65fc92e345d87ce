// Reads the words that judge, in a process of its own: checking so much YAML leaves a hundred megabytes behind, and the
// service would keep them for as long as it runs.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ClaimData } from '../classifiers/claims/lexicon.ts'
import type { LexiconData } from '../classifiers/conventions/lexicon.ts'
import { UserError } from './errors.ts'
import type { ClaimTerms } from './model/claim-terms.ts'

export type Words = { readonly lexicon: LexiconData; readonly claims: ClaimData; readonly terms: ClaimTerms }

/** The words, or what a person has to mend. */
export type WordsAnswer = Words | Pick<UserError, 'where' | 'what' | 'todo'>

/** As `readLexicon`, `readClaimData` and `readClaimTerms` read them. Throws `UserError` with file and line. */
export async function readWords(configFolder: string, officeModels: string): Promise<Words> {
  const script = fileURLToPath(new URL('words-process.ts', import.meta.url))
  const child = fork(script, [configFolder, officeModels], { serialization: 'advanced' })
  const ended = once(child, 'disconnect').then(() => {
    throw new Error('the process that reads the words has ended without an answer')
  })
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [WordsAnswer]
  if ('where' in answer) throw new UserError(answer.where, answer.what, answer.todo)
  const { linear } = answer.lexicon.learned
  const learned = { ...answer.lexicon.learned, linear: linear && { ...linear, weights: share(linear.weights) } }
  return { ...answer, lexicon: { ...answer.lexicon, learned } }
}

/** Moved to where the threads that judge can read the same copy. */
function share(weights: Int8Array): Int8Array {
  const shared = new Int8Array(new SharedArrayBuffer(weights.length))
  shared.set(weights)
  return shared
}
