// A source's state as icon, colour and word.
import type { SourceHealth } from '../../../src/model/crawl.ts'
import { Icon, type IconName } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './sources.module.css'

export type SourceState = SourceHealth['state']

/** From what needs somebody to what does not. */
export const stateOrder: readonly SourceState[] = ['failing', 'paused', 'silent', 'never', 'healthy']

const looks: Readonly<Record<SourceState, { readonly icon: IconName; readonly colour: string }>> = {
  failing: { icon: 'bad', colour: 'var(--bad)' },
  paused: { icon: 'paused', colour: 'var(--warn)' },
  silent: { icon: 'silent', colour: 'var(--warn)' },
  never: { icon: 'never', colour: 'var(--mantine-color-dimmed)' },
  healthy: { icon: 'good', colour: 'var(--good)' },
}

export function StateBadge({ state }: { readonly state: SourceState }) {
  const { words } = useSpeech()
  const { icon, colour } = looks[state]
  return (
    <span className={classes.state} style={{ color: colour }}>
      <Icon name={icon} size={16} />
      {words.sources.states[state]}
    </span>
  )
}
