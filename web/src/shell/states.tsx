// What stands where data would be: nothing there yet, or something went wrong; always with what to do next.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiFailure } from '../api/client.ts'
import { Icon, type IconName } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'
import type { Words } from '../words/vi.ts'
import classes from './states.module.css'

type Notice = {
  readonly icon: IconName
  readonly title: string
  readonly todo: string
  /** A command for the terminal. */
  readonly command?: string
  readonly children?: ReactNode
}

export function EmptyState({ icon, title, todo, command, children }: Notice) {
  return (
    <div className={classes.state}>
      <span className={classes.icon}>
        <Icon name={icon} size={26} />
      </span>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.todo}>{todo}</p>
      {command && <code className={classes.command}>{command}</code>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}

type Failed = { readonly error: Error; readonly onRetry: () => void }

/** The API's own message and what it says to do; other errors are the console's. */
function describeError(error: Error, { states }: Words): { readonly title: string; readonly todo: string } {
  if (!(error instanceof ApiFailure)) return { title: states.brokenTitle, todo: states.broken }
  if (error.code === 'network') return { title: states.networkTitle, todo: states.network }
  return { title: error.message, todo: error.todo }
}

/** On one line: beside data that is still shown, though it could not be renewed, or in place of something small. */
export function ErrorLine({ error, onRetry }: Failed) {
  const { words } = useSpeech()
  const { title, todo } = describeError(error, words)
  return (
    <div className={classes.line} role="alert">
      <Icon name="bad" />
      <p>
        <b>{title}.</b> {todo}
      </p>
      <Button onClick={onRetry} size="compact-sm" variant="default">
        {words.states.retry}
      </Button>
    </div>
  )
}

/** In place of a page or a list. */
export function ErrorState({ error, onRetry }: Failed) {
  const { words } = useSpeech()
  const { title, todo } = describeError(error, words)
  return (
    <div role="alert">
      <EmptyState icon="bad" title={title} todo={todo}>
        <Button onClick={onRetry} variant="default">
          {words.states.retry}
        </Button>
      </EmptyState>
    </div>
  )
}
