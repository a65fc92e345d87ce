// The inside of the process that reads the words: the folder's name in, checked words out.
import { readClaimData, readClaimTerms, readLexicon } from '../classifiers/load.ts'
import { UserError } from './errors.ts'
import type { WordsAnswer } from './read-words.ts'

// Nobody waits any more.
process.on('disconnect', () => process.exit())

const [configFolder = '', officeModels = ''] = process.argv.slice(2)

async function read(): Promise<WordsAnswer> {
  const { learned, ...lexicon } = await readLexicon(configFolder, officeModels)
  // Shared memory ends at the border of a process.
  const linear = learned.linear && { ...learned.linear, weights: Int8Array.from(learned.linear.weights) }
  const claims = await readClaimData(configFolder)
  return { lexicon: { ...lexicon, learned: { ...learned, linear } }, claims, terms: await readClaimTerms(configFolder) }
}

const answer = await read().catch((error: unknown): WordsAnswer => {
  if (!(error instanceof UserError)) throw error
  const { where, what, todo } = error
  return { where, what, todo }
})
process.send?.(answer, () => process.disconnect())
