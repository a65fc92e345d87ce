// All filters of the list: time, convention and article, direction, place, instrument, language, outlet.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Facets, RegionCount } from '../../../src/model/api.ts'
import type { InterfaceLanguage } from '../../../src/model/language.ts'
import { directions } from '../../../src/model/tag.ts'
import { type NamedConvention, type NamedInstrument, useConventions, useInstruments, useMeta } from '../api/meta.tsx'
import { facetsQuery } from '../api/queries.ts'
import { Swatch } from '../conventions/convention-chip.tsx'
import { useSpeech } from '../words/speech.tsx'
import type { Words } from '../words/vi.ts'
import { type Choice, FacetList } from './facet-list.tsx'
import classes from './filters.module.css'
import { type ItemsSearch, readSearch, toQuery } from './filters.ts'
import { TimeFilter } from './time-filter.tsx'

type Patch = { readonly [K in keyof ItemsSearch]?: ItemsSearch[K] | undefined }

/** Changes what is chosen. A small step (a letter typed, the next item) makes no entry in the browser's history. */
export type Change = (patch: Patch, isSmall?: boolean) => void

export function FilterPanel({ search, onChange }: { readonly search: ItemsSearch; readonly onChange: Change }) {
  const { words, language } = useSpeech()
  const { today } = useMeta()
  const conventions = useConventions()
  const instruments = useInstruments()
  const facets = useQuery(facetsQuery(toQuery(search, today))).data
  return (
    <div className={classes.panel}>
      <TimeFilter onChange={onChange} search={search} />
      <FacetList
        choices={listConventions(facets, conventions, words)}
        onSelect={(value) => onChange({ convention: readSearch({ convention: value }).convention, article: undefined })}
        selected={search.convention}
        title={words.filters.convention}
      >
        <ArticleSelect onChange={onChange} search={search} />
      </FacetList>
      <FacetList
        choices={facets && listDirections(facets, words)}
        onSelect={(value) => onChange({ direction: readSearch({ direction: value }).direction })}
        selected={search.direction}
        title={words.filters.direction}
      />
      <FacetList
        all={words.filters.allPlaces}
        choices={facets && listRegions(facets.place, search.place, language)}
        limit={8}
        onSelect={(place) => onChange({ place })}
        selected={search.place}
        title={words.filters.place}
      />
      <FacetList
        all={words.filters.allPlaces}
        choices={facets && listRegions(facets.region, search.region, language)}
        limit={6}
        onSelect={(region) => onChange({ region })}
        selected={search.region}
        title={words.filters.region}
      />
      <FacetList
        all={words.filters.all}
        choices={facets && listInstruments(facets, search.instrument, instruments)}
        limit={6}
        onSelect={(instrument) => onChange({ instrument })}
        selected={search.instrument}
        title={words.filters.instrument}
      />
      <FacetList
        choices={facets && listLanguages(facets, search.language, words)}
        onSelect={(language) => onChange({ language })}
        selected={search.language}
        title={words.filters.language}
      />
      <FacetList
        choices={facets && listSources(facets, search.source)}
        limit={8}
        onSelect={(source) => onChange({ source })}
        selected={search.source}
        title={words.filters.source}
      />
    </div>
  )
}

function ArticleSelect({ search, onChange }: { readonly search: ItemsSearch; readonly onChange: Change }) {
  const { words } = useSpeech()
  const named = useConventions().get(search.convention ?? '')
  if (!named || named.articles.length === 0) return null
  const articles = named.articles.map((article) => ({
    value: article,
    label: [words.item.article(article), named.articleName(article)].filter(Boolean).join(': '),
  }))
  return (
    <NativeSelect
      className={classes.article}
      data={[{ value: '', label: words.filters.anyArticle }, ...articles]}
      label={`${words.filters.article}, ${named.abbreviation}`}
      onChange={(event) => onChange({ article: event.currentTarget.value || undefined })}
      size="sm"
      value={search.article ?? ''}
    />
  )
}

/** All seven in their order, also those without items, then "none"; there before their counts are. */
function listConventions(
  facets: Facets | undefined,
  named: ReadonlyMap<string, NamedConvention>,
  words: Words,
): Choice[] {
  const counts = new Map(facets?.convention.map(({ value, count }) => [value, count]))
  const countOf = (value: string) => (facets ? { count: counts.get(value) ?? 0 } : {})
  const choices: Choice[] = [...named.values()].map(({ id, abbreviation, shortName }) => ({
    value: id,
    ...countOf(id),
    label: (
      <>
        <Swatch convention={id} />
        <b>{abbreviation}</b>
        <span className={classes.full}>{shortName}</span>
      </>
    ),
  }))
  return [...choices, { value: 'none', ...countOf('none'), label: words.filters.none }]
}

/** All of them in their order, also those without items; what is not known stands last. */
function listDirections(facets: Facets, words: Words): Choice[] {
  const counts = new Map(facets.direction.map(({ value, count }) => [value, count]))
  return [...directions, 'unknown' as const].map((value) => ({
    value,
    count: counts.get(value) ?? 0,
    label: words.directions[value],
  }))
}

function listRegions(
  counts: readonly RegionCount[],
  selected: string | undefined,
  language: InterfaceLanguage,
): Choice[] {
  const names = new Map(counts.map((region) => [region.value, region[language]]))
  return withSelected(counts, selected).map(({ value, count }) => ({ value, count, label: names.get(value) ?? value }))
}

function listInstruments(
  facets: Facets,
  selected: string | undefined,
  named: ReadonlyMap<string, NamedInstrument>,
): Choice[] {
  return withSelected(facets.instrument, selected).map(({ value, count }) => ({
    value,
    count,
    label: named.get(value)?.shortName ?? value,
  }))
}

function listLanguages(facets: Facets, selected: string | undefined, words: Words): Choice[] {
  const names: Readonly<Record<string, string>> = words.languages
  return withSelected(facets.language, selected).map(({ value, count }) => ({
    value,
    count,
    label: names[value] ?? value,
  }))
}

function listSources(facets: Facets, selected: string | undefined): Choice[] {
  const names = new Map(facets.source.map(({ value, name }) => [value, name]))
  return withSelected(facets.source, selected).map(({ value, count }) => ({
    value,
    count,
    label: names.get(value) ?? value,
  }))
}

type Count = { readonly value: string; readonly count: number }

/** A chosen value stays in sight, and can be taken back, when the other filters leave none of it. */
function withSelected(counts: readonly Count[], selected: string | undefined): readonly Count[] {
  const isMissing = selected !== undefined && counts.every(({ value }) => value !== selected)
  return isMissing ? [...counts, { value: selected, count: 0 }] : counts
}
