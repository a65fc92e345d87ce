// Reports about hoaxes: an item that warns of one, denies it or asks whether it is true does not spread it.
import type { Proposition, Statement } from '../../src/model/claim.ts'
import { unmask } from '../../src/text/unmask.ts'
import { dropDenied } from './actions.ts'
import { findHits, type Hit } from './cues.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { languageOf } from './propositions.ts'

/** How far a report reaches beyond its own proposition. */
type Report = 'none' | 'itself' | 'before' | 'after'

/**
 * For each proposition whether it is, or stands inside, a report about a hoax. Somebody who writes that a thing "has been
 * verified" or "is no scam" reports nothing; nor does a text that asks its reader to open a link or to pay.
 */
export function readsAsReport(
  statement: Statement,
  propositions: readonly Proposition[],
  lexicon: ClaimLexicon,
): boolean[] {
  const language = languageOf(statement)
  if (language === null) return propositions.map(() => false)
  const found = propositions.map(({ text }) => {
    const seen = unmask(text).text
    const hits = dropDenied(seen, findHits(seen, language, lexicon))
    const concepts = new Set(hits.map(({ concept }) => concept))
    return { concepts, report: readReport(hits, concepts) }
  })
  const lastDenial = found.findLastIndex(({ report }) => report === 'before')
  const firstWarning = found.findIndex(({ report }) => report === 'after')
  return found.map(({ concepts, report }, i) => {
    if (report !== 'none' || (concepts.has('rumour') && isAnswer(found[i + 1]?.concepts))) return true
    return (i < lastDenial || (firstWarning >= 0 && i > firstWarning)) && !luresReader(concepts)
  })
}

/** "Doctors say it does not": who knows better answers the rumour before it. */
const isAnswer = (next: ReadonlySet<string> = new Set()): boolean =>
  next.has('negation') && (next.has('institution') || next.has('local'))

/** First words count: "Tin giả: …", "Hoax: …". */
const headingChars = 12

function readReport(hits: readonly Hit[], concepts: ReadonlySet<string>): Report {
  const has = (...names: readonly string[]): boolean => names.some((name) => concepts.has(name))
  if (luresReader(concepts)) return 'none'
  if (has('deny-this')) return 'before'
  if (has('verify') && !has('call')) return 'after'
  if (has('hoax') && (has('warn', 'told') || hits.some(isHeading))) return 'after'
  // Who lures calls it no trick, unless to the reader's face.
  if (has('hoax') && has('call') && !has('addressee')) return 'itself'
  if (has('hoax') && has('deny', 'rumour')) return 'before'
  return has('deny') && has('rumour', 'institution') ? 'before' : 'none'
}

const isHeading = ({ concept, start }: Hit): boolean => concept === 'hoax' && start <= headingChars

/** A report tells of tricks and victims; a lure asks its reader. */
function luresReader(concepts: ReadonlySet<string>): boolean {
  return concepts.has('call') && !concepts.has('told') && (concepts.has('addressee') || concepts.has('account-threat'))
}
