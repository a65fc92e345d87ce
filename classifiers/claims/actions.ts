// What a text asks its reader to do, apart from what it tells the reader not to do.
import type { Hit } from './cues.ts'
import { splitClauses } from './sentences.ts'

/** Features that a warning names too, in order to deny them: "never open links, never give the code". */
const actions: ReadonlySet<string> = new Set([
  'call',
  'open-link',
  'install-app',
  'give-code',
  'send-money',
  'contact-privately',
  'share-now',
  'fee-first',
])

/** `hits` of a sentence without the actions that it denies; in a list the denial holds for all that follows. */
export function dropDenied(sentence: string, hits: readonly Hit[]): Hit[] {
  const denied = new Set<Hit>()
  let isDenying = false
  for (const clause of splitClauses(sentence)) {
    const inside = hits.filter(({ start, end }) => start >= clause.start && end <= clause.end)
    const negation = inside.find(({ concept }) => concept === 'negation')
    for (const hit of inside) {
      if (!actions.has(hit.concept)) continue
      if (isDenying || (negation && negation.end <= hit.start)) denied.add(hit)
    }
    isDenying ||= inside.some((hit) => denied.has(hit))
  }
  return hits.filter((hit) => !denied.has(hit))
}
