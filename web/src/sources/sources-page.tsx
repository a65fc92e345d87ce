// How the sources are doing, those that need somebody first.
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SourceStatus } from '../../../src/model/api.ts'
import { sourcesQuery } from '../api/queries.ts'
import { EmptyState, ErrorLine, ErrorState } from '../shell/states.tsx'
import { useSpeech } from '../words/speech.tsx'
import { SourceTable } from './source-table.tsx'
import classes from './sources.module.css'
import { type SourceState, StateBadge, stateOrder } from './state-badge.tsx'

export function SourcesPage() {
  const { words, language } = useSpeech()
  const sources = useQuery(sourcesQuery(language))
  useEffect(() => {
    document.title = `${words.shell.sources} · Lắng Nghe`
  }, [words])
  return (
    <div className={classes.page}>
      <h1 className={classes.heading}>{words.shell.sources}</h1>
      {sources.error && !sources.data ? (
        <ErrorState error={sources.error} onRetry={() => sources.refetch()} />
      ) : !sources.data ? (
        <div aria-label={words.shell.loading} role="img">
          <Skeleton height={28} mb={16} width={320} />
          <Skeleton height={480} />
        </div>
      ) : sources.data.length === 0 ? (
        <EmptyState command="langnghe start" icon="inbox" title={words.sources.emptyTitle} todo={words.sources.empty} />
      ) : (
        <>
          {sources.error && <ErrorLine error={sources.error} onRetry={() => sources.refetch()} />}
          <Tally sources={sources.data} />
          <SourceTable sources={sortByNeed(sources.data)} />
        </>
      )}
    </div>
  )
}

/** How many sources are in which state. */
function Tally({ sources }: { readonly sources: readonly SourceStatus[] }) {
  const { words, format } = useSpeech()
  const counts = new Map<SourceState, number>()
  for (const { state } of sources) counts.set(state, (counts.get(state) ?? 0) + 1)
  return (
    <div className={classes.intro}>
      <p role="status">{words.sources.tally(sources.length, format.number(sources.length))}</p>
      <ul className={classes.tally}>
        {stateOrder
          .filter((state) => counts.has(state))
          .map((state) => (
            <li key={state}>
              <StateBadge state={state} /> <b>{format.number(counts.get(state) ?? 0)}</b>
            </li>
          ))}
      </ul>
      <p className={classes.quiet}>{words.sources.intro}</p>
    </div>
  )
}

function sortByNeed(sources: readonly SourceStatus[]): SourceStatus[] {
  const rank = ({ state }: SourceStatus) => stateOrder.indexOf(state)
  return sources.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'))
}
