// Search as you type: the words go into the address a moment after the last key.
import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './items-page.module.css'

const quietMs = 300

type Search = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef: RefObject<HTMLInputElement | null>
}

export function SearchField({ value, onChange, inputRef }: Search) {
  const { words } = useSpeech()
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const send = useDebouncedCallback((next: string) => {
    sent.current = next
    onChange(next)
  }, quietMs)
  // The address can change without this field: a filter cleared, a step back.
  useEffect(() => {
    if (value !== sent.current) setText(value)
    sent.current = value
  }, [value])
  const change = (next: string) => {
    setText(next)
    send(next)
  }
  return (
    <TextInput
      aria-label={words.items.search}
      leftSection={<Icon name="search" />}
      maxLength={200}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (text) change('')
        else event.currentTarget.blur()
      }}
      placeholder={words.items.searchHint}
      ref={inputRef}
      rightSection={
        text ? (
          <CloseButton aria-label={words.items.clearSearch} onClick={() => change('')} size="sm" />
        ) : (
          <Kbd aria-hidden className={classes.hint} size="xs">
            /
          </Kbd>
        )
      }
      size="md"
      type="search"
      value={text}
    />
  )
}
