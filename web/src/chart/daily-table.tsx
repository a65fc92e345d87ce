// The chart's figures as a table: a row a day, the newest first; a day without data says so and is no zero.
import { Table } from '@mantine/core'
import type { DailyCounts } from '../../../src/model/api.ts'
import { useConventions } from '../api/meta.tsx'
import { writeDay } from '../days.ts'
import { useSpeech } from '../words/speech.tsx'
import classes from './chart.module.css'

type Figures = { readonly counts: DailyCounts; readonly onNarrow: (day: string) => void }

export function DailyTable({ counts, onNarrow }: Figures) {
  const { words } = useSpeech()
  const conventions = useConventions()
  const rows = counts.days.map((day, index) => ({ day, index })).toReversed()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be within reach of the keyboard
    <section aria-label={words.chart.title} className={classes.tableFrame} tabIndex={0}>
      <Table className={classes.table} highlightOnHover stickyHeader>
        <caption className={classes.caption}>{words.chart.note}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.chart.day}</Table.Th>
            <Table.Th scope="col">{words.chart.total}</Table.Th>
            {counts.series.map(({ convention }) => (
              <Table.Th key={convention} scope="col">
                <abbr title={conventions.get(convention)?.shortName}>
                  {conventions.get(convention)?.abbreviation ?? convention}
                </abbr>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ day, index }) => (
            <Table.Tr key={day}>
              <Table.Th scope="row">
                <button
                  aria-label={words.chart.narrow(writeDay(day))}
                  className={classes.day}
                  onClick={() => onNarrow(day)}
                  type="button"
                >
                  {writeDay(day)}
                </button>
              </Table.Th>
              <DayCells counts={counts} index={index} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function DayCells({ counts, index }: { readonly counts: DailyCounts; readonly index: number }) {
  const { words, format } = useSpeech()
  const total = counts.total[index] ?? null
  if (total === null)
    return (
      <Table.Td className={classes.missing} colSpan={counts.series.length + 1}>
        {words.chart.noData}
      </Table.Td>
    )
  return (
    <>
      <Table.Td>{format.number(total)}</Table.Td>
      {counts.series.map(({ convention, counts: ofDay }) => (
        <Table.Td data-zero={ofDay[index] === 0 || undefined} key={convention}>
          {format.number(ofDay[index] ?? 0)}
        </Table.Td>
      ))}
    </>
  )
}
