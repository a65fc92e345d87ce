// The filters that are set, above the list, each to be taken back with one click.
import { useQuery } from '@tanstack/react-query'
import type { RegionCount } from '../../../src/model/api.ts'
import { useConventions, useInstruments, useMeta } from '../api/meta.tsx'
import { facetsQuery } from '../api/queries.ts'
import { writeDay } from '../days.ts'
import { Icon } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'
import type { Change } from './filter-panel.tsx'
import { type ItemsSearch, toQuery } from './filters.ts'
import classes from './items-page.module.css'

type Active = { readonly name: string; readonly without: Parameters<Change>[0] }

export function ActiveFilters({ search, onChange }: { readonly search: ItemsSearch; readonly onChange: Change }) {
  const { words } = useSpeech()
  const active = useActiveFilters(search)
  if (active.length === 0) return null
  return (
    <ul aria-label={words.filters.active} className={classes.active}>
      {active.map(({ name, without }) => (
        <li key={name}>
          <button
            aria-label={words.filters.remove(name)}
            className={classes.pill}
            onClick={() => onChange(without)}
            type="button"
          >
            {name}
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button
            className={classes.clear}
            onClick={() => onChange(Object.assign({}, ...active.map(({ without }) => without)))}
            type="button"
          >
            {words.filters.clear}
          </button>
        </li>
      )}
    </ul>
  )
}

function useActiveFilters(search: ItemsSearch): Active[] {
  const { words, language: spoken } = useSpeech()
  const { today } = useMeta()
  const instruments = useInstruments()
  const named = useConventions().get(search.convention ?? '')
  const facets = useQuery(facetsQuery(toQuery(search, today))).data
  const nameOf = (counts: readonly RegionCount[] | undefined, code: string) =>
    counts?.find(({ value }) => value === code)?.[spoken] ?? code
  const languages: Readonly<Record<string, string>> = words.languages
  const { q, convention, article, language, source, time, from, to } = search
  const { direction, instrument, place, region } = search
  const active: (Active | false)[] = [
    q !== undefined && { name: words.filters.quoted(q), without: { q: undefined } },
    time !== undefined && { name: words.filters.times[time], without: { time: undefined } },
    from !== undefined && { name: words.filters.since(writeDay(from)), without: { from: undefined } },
    to !== undefined && { name: words.filters.until(writeDay(to)), without: { to: undefined } },
    convention !== undefined && {
      name: named?.abbreviation ?? words.filters.none,
      without: { convention: undefined, article: undefined },
    },
    article !== undefined && { name: words.item.article(article), without: { article: undefined } },
    direction !== undefined && { name: words.directions[direction], without: { direction: undefined } },
    place !== undefined && {
      name: words.filters.about(nameOf(facets?.place, place)),
      without: { place: undefined },
    },
    region !== undefined && {
      name: words.filters.outletIn(nameOf(facets?.region, region)),
      without: { region: undefined },
    },
    instrument !== undefined && {
      name: instruments.get(instrument)?.shortName ?? instrument,
      without: { instrument: undefined },
    },
    language !== undefined && { name: languages[language] ?? language, without: { language: undefined } },
    source !== undefined && {
      name: facets?.source.find(({ value }) => value === source)?.name ?? source,
      without: { source: undefined },
    },
  ]
  return active.filter((each) => each !== false)
}
