// One filter as a list of choices, each with how many items it would leave.
import { Skeleton } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useSpeech } from '../words/speech.tsx'
import classes from './filters.module.css'

export type Choice = { readonly value: string; readonly label: ReactNode; readonly count?: number }

type Facet = {
  readonly title: string
  /** Undefined while the figures are on their way. */
  readonly choices: readonly Choice[] | undefined
  readonly selected: string | undefined
  readonly onSelect: (value: string | undefined) => void
  /** More than these are folded away. */
  readonly limit?: number
  /** Says how many there are in all; of sources unless said otherwise. */
  readonly all?: (count: string) => string
  readonly children?: ReactNode
}

export function FacetList({ title, choices, selected, onSelect, limit = 12, all, children }: Facet) {
  const { words, format } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (choices?.length === 0) return null
  const isFolded = choices !== undefined && choices.length > limit && !isOpen
  const shown = choices?.filter(({ value }, index) => !isFolded || index < limit || value === selected)
  return (
    <section aria-labelledby={id} className={classes.facet}>
      <h2 className={classes.title} id={id}>
        {title}
      </h2>
      <ul>
        {shown
          ? shown.map((choice) => (
              <FacetRow
                choice={choice}
                isSelected={choice.value === selected}
                key={choice.value}
                onSelect={() => onSelect(choice.value === selected ? undefined : choice.value)}
              />
            ))
          : [60, 80, 45, 70].map((width) => (
              <li className={classes.waiting} key={width}>
                <Skeleton height={12} width={`${width}%`} />
              </li>
            ))}
      </ul>
      {choices && choices.length > limit && (
        <button aria-expanded={isOpen} className={classes.fold} onClick={() => setOpen(!isOpen)} type="button">
          {isOpen ? words.filters.fewer : (all ?? words.filters.allSources)(format.number(choices.length))}
        </button>
      )}
      {children}
    </section>
  )
}

type Row = { readonly choice: Choice; readonly isSelected: boolean; readonly onSelect: () => void }

export function FacetRow({ choice, isSelected, onSelect }: Row) {
  const { format } = useSpeech()
  return (
    <li>
      <button
        aria-pressed={isSelected}
        className={classes.row}
        data-empty={choice.count === 0 || undefined}
        onClick={onSelect}
        type="button"
      >
        <span className={classes.label}>{choice.label}</span>
        {choice.count !== undefined && <span className={classes.count}>{format.number(choice.count)}</span>}
      </button>
    </li>
  )
}
