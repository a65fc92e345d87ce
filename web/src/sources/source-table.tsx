// A row a source; on narrow screens each row becomes a card, its cells named by `data-name`.
import { Table } from '@mantine/core'
import type { SourceStatus } from '../../../src/model/api.ts'
import { OutLink } from '../item/item-facts.tsx'
import { useSpeech } from '../words/speech.tsx'
import { OutcomeList } from './outcome-list.tsx'
import classes from './sources.module.css'
import { StateBadge } from './state-badge.tsx'

export function SourceTable({ sources }: { readonly sources: readonly SourceStatus[] }) {
  const { words } = useSpeech()
  const { source, state, lastSuccess, items7, lastRound } = words.sources
  return (
    <div className={classes.frame}>
      <Table aria-label={words.sources.table} className={classes.table} verticalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {[source, state, lastSuccess, items7, lastRound].map((name) => (
              <Table.Th data-number={name === items7 || undefined} key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((each) => (
            <SourceRow key={each.sourceId} source={each} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** Private posts are counted, not looked at: nothing leads from here to their timeline. */
function SourceRow({ source }: { readonly source: SourceStatus }) {
  const { words, format } = useSpeech()
  const { lastSuccessAt, itemsLast7Days, typicalWeek, ownership } = source
  return (
    <Table.Tr>
      <Table.Th className={classes.name} scope="row">
        {ownership === 'private' ? source.name : <OutLink href={source.url}>{source.name}</OutLink>}
        <span className={classes.quiet}>{describeKind(source, words.sources)}</span>
      </Table.Th>
      <Table.Td className={classes.stateCell} data-name={words.sources.state}>
        <SourceStateCell source={source} />
      </Table.Td>
      <Table.Td className={classes.when} data-name={words.sources.lastSuccess}>
        {lastSuccessAt ? (
          <time dateTime={lastSuccessAt}>{format.dateTime(lastSuccessAt)}</time>
        ) : (
          words.sources.neverSucceeded
        )}
      </Table.Td>
      <Table.Td data-name={words.sources.items7} data-number>
        <div>
          {ownership === 'private' ? (
            <span className={classes.quiet}>{words.sources.onlyCounted}</span>
          ) : (
            format.number(itemsLast7Days)
          )}
          {typicalWeek !== null && (
            <span className={classes.typical}>{words.sources.typicalWeek(format.number(typicalWeek))}</span>
          )}
        </div>
      </Table.Td>
      <Table.Td className={classes.round} data-name={words.sources.lastRound}>
        <OutcomeList source={source} />
      </Table.Td>
    </Table.Tr>
  )
}

/** The state, then what is wrong and what to do, then what is known of the tries. */
function SourceStateCell({ source }: { readonly source: SourceStatus }) {
  const { words, format } = useSpeech()
  const { state, message, failures, lastAttemptAt, nextCheckAt } = source
  const facts = [
    failures > 0 && words.sources.failedTimes(failures, format.number(failures)),
    state === 'failing' && lastAttemptAt && words.sources.lastAttempt(format.dateTime(lastAttemptAt)),
    state !== 'healthy' && nextCheckAt && words.sources.nextCheck(format.dateTime(nextCheckAt)),
  ].filter(Boolean)
  return (
    <>
      <StateBadge state={state} />
      {message && <p className={classes.message}>{message}</p>}
      {facts.length > 0 && <p className={classes.quiet}>{facts.join(' · ')}</p>}
    </>
  )
}

type SourceWords = ReturnType<typeof useSpeech>['words']['sources']

function describeKind({ kind, ownership }: SourceStatus, { kinds, ownerships }: SourceWords): string {
  const names: Readonly<Record<string, string>> = { ...kinds, ...ownerships }
  return `${names[ownership] ?? ownership} · ${names[kind] ?? kind}`
}
