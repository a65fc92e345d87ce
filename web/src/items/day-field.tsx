// A day written dd/MM/yyyy, whatever the machine's own format is, with the browser's calendar beside it.
import { ActionIcon, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { readDay, writeDay } from '../days.ts'
import { Icon } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './filters.module.css'

type Day = {
  readonly label: string
  /** As written. */
  readonly value: string
  readonly error: string | null
  readonly onChange: (text: string) => void
}

export function DayField({ label, value, error, onChange }: Day) {
  const { words } = useSpeech()
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <div className={classes.day}>
      <TextInput
        error={error}
        inputMode="numeric"
        label={label}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={words.filters.dayHint}
        rightSection={
          <ActionIcon
            aria-label={words.filters.calendar(label)}
            color="gray"
            onClick={() => calendar.current?.showPicker()}
            size={28}
            variant="subtle"
          >
            <Icon name="calendar" />
          </ActionIcon>
        }
        size="sm"
        value={value}
      />
      <input
        aria-hidden="true"
        className={classes.calendar}
        onChange={(event) => onChange(event.currentTarget.value && writeDay(event.currentTarget.value))}
        ref={calendar}
        tabIndex={-1}
        type="date"
        value={readDay(value) ?? ''}
      />
    </div>
  )
}
