// Items a day by convention, as bars or as a table of the same figures.
import { SegmentedControl, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useId } from 'react'
import type { DailyCounts as Counts } from '../../../src/model/api.ts'
import { useConventions, useMeta } from '../api/meta.tsx'
import { dailyQuery } from '../api/queries.ts'
import { Swatch } from '../conventions/convention-chip.tsx'
import { writeDay } from '../days.ts'
import type { Change } from '../items/filter-panel.tsx'
import { chartRange, chosenRange, type ItemsSearch, toQuery } from '../items/filters.ts'
import { ErrorLine } from '../shell/states.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './chart.module.css'
import { DailyTable } from './daily-table.tsx'

/** ECharts is larger than all the rest together, so it comes only when it is needed. */
const DailyBars = lazy(() => import('./daily-bars.tsx').then((module) => ({ default: module.DailyBars })))

export function DailyCounts({ search, onChange }: { readonly search: ItemsSearch; readonly onChange: Change }) {
  const { words } = useSpeech()
  const { today } = useMeta()
  const range = chartRange(chosenRange(search, today), today)
  const daily = useQuery(dailyQuery({ ...toQuery(search, today), ...range }))
  // The service may show fewer days than were asked for.
  const [first, last] = [daily.data?.days[0] ?? range.from, daily.data?.days.at(-1) ?? range.to]
  const id = useId()
  const isTable = search.view === 'table'
  const narrow = (day: string) => onChange({ time: undefined, from: day, to: day })
  return (
    <section aria-labelledby={id} className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title} id={id}>
          {words.chart.title}
        </h2>
        <span className={classes.range}>
          {writeDay(first)} – {writeDay(last)}
        </span>
        <SegmentedControl
          aria-label={words.chart.view}
          className={classes.view}
          data={[
            { value: 'chart', label: words.chart.chart },
            { value: 'table', label: words.chart.table },
          ]}
          onChange={(view) => onChange({ view: view === 'table' ? 'table' : undefined }, true)}
          size="xs"
          value={isTable ? 'table' : 'chart'}
        />
      </div>
      {daily.error ? (
        <ErrorLine error={daily.error} onRetry={() => daily.refetch()} />
      ) : isTable && daily.data ? (
        <DailyTable counts={daily.data} onNarrow={narrow} />
      ) : (
        <Bars counts={daily.data} onNarrow={narrow} />
      )}
    </section>
  )
}

type Figures = { readonly counts: Counts | undefined; readonly onNarrow: (day: string) => void }

function Bars({ counts, onNarrow }: Figures) {
  const { words, format } = useSpeech()
  const waiting = <Skeleton className={classes.canvas} />
  const total = counts?.total.reduce<number>((sum, count) => sum + (count ?? 0), 0) ?? 0
  const [first = '', last = ''] = [counts?.days[0], counts?.days.at(-1)]
  const summary = words.chart.summary(writeDay(first), writeDay(last), format.number(total))
  return (
    <>
      <div aria-label={counts ? summary : words.shell.loading} className={classes.bars} role="img">
        <Suspense fallback={waiting}>{counts ? <DailyBars counts={counts} onNarrow={onNarrow} /> : waiting}</Suspense>
      </div>
      <Legend gaps={counts?.total.filter((count) => count === null).length ?? 0} />
    </>
  )
}

function Legend({ gaps }: { readonly gaps: number }) {
  const { words, format } = useSpeech()
  return (
    <div className={classes.legend}>
      <ul>
        {[...useConventions().values()].map(({ id, abbreviation, name }) => (
          <li key={id} title={name}>
            <Swatch convention={id} />
            {abbreviation}
          </li>
        ))}
        {gaps > 0 && (
          <li>
            <span className={classes.gap} />
            {words.chart.gaps(format.number(gaps))}
          </li>
        )}
      </ul>
      <p>{words.chart.note}</p>
    </div>
  )
}
