// Which days: the usual ones with one click, or a range of one's own.
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { readDay, writeDay } from '../days.ts'
import { useSpeech } from '../words/speech.tsx'
import { DayField } from './day-field.tsx'
import { FacetRow } from './facet-list.tsx'
import type { Change } from './filter-panel.tsx'
import classes from './filters.module.css'
import { type ItemsSearch, times } from './filters.ts'

export function TimeFilter({ search, onChange }: { readonly search: ItemsSearch; readonly onChange: Change }) {
  const { words } = useSpeech()
  const id = useId()
  const hasOwn = search.from !== undefined || search.to !== undefined
  const [isOwnOpen, setOwnOpen] = useState(false)
  const select = (time: ItemsSearch['time']) => {
    setOwnOpen(false)
    onChange({ time, from: undefined, to: undefined })
  }
  const isAny = !search.time && !hasOwn
  return (
    <section aria-labelledby={id} className={classes.facet}>
      <h2 className={classes.title} id={id}>
        {words.filters.time}
      </h2>
      <ul>
        <FacetRow
          choice={{ value: 'any', label: words.filters.times.any }}
          isSelected={isAny && !isOwnOpen}
          onSelect={() => select(undefined)}
        />
        {times.map((time) => (
          <FacetRow
            choice={{ value: time, label: words.filters.times[time] }}
            isSelected={search.time === time && !isOwnOpen}
            key={time}
            onSelect={() => select(time)}
          />
        ))}
        <FacetRow
          choice={{ value: 'own', label: words.filters.times.own }}
          isSelected={hasOwn || isOwnOpen}
          onSelect={() => setOwnOpen(true)}
        />
      </ul>
      {(hasOwn || isOwnOpen) && (
        <OwnRange
          from={search.from ?? ''}
          key={`${search.from} ${search.to}`}
          onApply={(from, to) => onChange({ time: undefined, from, to })}
          to={search.to ?? ''}
        />
      )}
    </section>
  )
}

type Own = {
  readonly from: string
  readonly to: string
  readonly onApply: (from: string | undefined, to: string | undefined) => void
}

function OwnRange({ from, to, onApply }: Own) {
  const { words } = useSpeech()
  const [texts, setTexts] = useState({ from: from && writeDay(from), to: to && writeDay(to) })
  const [isChecked, setChecked] = useState(false)
  const days = { from: readDay(texts.from), to: readDay(texts.to) }
  const isBad = (field: 'from' | 'to') => texts[field].trim() !== '' && days[field] === null
  const isReversed = days.from !== null && days.to !== null && days.from > days.to
  const apply = () => {
    setChecked(true)
    if (!isBad('from') && !isBad('to') && !isReversed) onApply(days.from ?? undefined, days.to ?? undefined)
  }
  const errorOf = (field: 'from' | 'to') =>
    !isChecked
      ? null
      : isBad(field)
        ? words.filters.badDay
        : field === 'to' && isReversed
          ? words.filters.badOrder
          : null
  return (
    <form
      className={classes.range}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      {(['from', 'to'] as const).map((field) => (
        <DayField
          error={errorOf(field)}
          key={field}
          label={words.filters[field]}
          onChange={(text) => setTexts({ ...texts, [field]: text })}
          value={texts[field]}
        />
      ))}
      <Button className={classes.apply} size="sm" type="submit" variant="light">
        {words.filters.apply}
      </Button>
    </form>
  )
}
