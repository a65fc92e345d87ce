// What became of every capture of the last round: stored, unchanged, duplicate, dropped, and why.
import type { SourceStatus } from '../../../src/model/api.ts'
import type { OutcomeCount } from '../../../src/model/crawl.ts'
import type { Result } from '../../../src/model/outcome.ts'
import { useSpeech } from '../words/speech.tsx'
import classes from './sources.module.css'

/** In the order in which they are read. */
const results: readonly Result[] = ['stored', 'unchanged', 'duplicate', 'dropped', 'quarantined']

export function OutcomeList({ source }: { readonly source: SourceStatus }) {
  const { words, format } = useSpeech()
  const { lastOutcomes, lastAttemptAt, failure } = source
  const names: Readonly<Record<string, string>> = { ...words.sources.failures, ...words.sources.reasons }
  if (lastOutcomes.length === 0)
    return (
      <span className={classes.quiet}>
        {failure
          ? words.sources.failed(words.sources.failures[failure])
          : lastAttemptAt
            ? words.sources.nothingNew
            : words.sources.noRound}
      </span>
    )
  return (
    <ul className={classes.outcomes}>
      {results
        .map((result) => ({ result, ofResult: lastOutcomes.filter((outcome) => outcome.result === result) }))
        .filter(({ ofResult }) => ofResult.length > 0)
        .map(({ result, ofResult }) => (
          <li data-result={result} key={result}>
            <b>{format.number(ofResult.reduce((sum, { count }) => sum + count, 0))}</b> {words.sources.results[result]}
            <span className={classes.reason}>{describeReasons(ofResult, names, format.number)}</span>
          </li>
        ))}
    </ul>
  )
}

/** "(3 new, 1 edited)"; a single reason needs no number of its own. */
function describeReasons(
  outcomes: readonly OutcomeCount[],
  names: Readonly<Record<string, string>>,
  number: (value: number) => string,
): string {
  const parts = outcomes
    .filter(({ reason }) => reason !== null)
    .map(({ reason, count }) => {
      const name = names[reason ?? ''] ?? reason ?? ''
      return outcomes.length === 1 ? name : `${number(count)} ${name}`
    })
  return parts.length > 0 ? `(${parts.join(', ')})` : ''
}
