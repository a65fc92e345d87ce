// A convention as a chip: its colour, its abbreviation, and the articles found.
import { VisuallyHidden } from '@mantine/core'
import type { Direction } from '../../../src/model/tag.ts'
import { useConventions } from '../api/meta.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './convention.module.css'

export function Swatch({ convention }: { readonly convention: string }) {
  return <span className={classes.swatch} style={{ background: `var(--${convention}, var(--line-strong))` }} />
}

type Chip = {
  readonly convention: string
  readonly articles?: readonly string[]
  readonly direction?: Direction | null
}

export function ConventionChip({ convention, articles = [], direction = null }: Chip) {
  const { words } = useSpeech()
  const named = useConventions().get(convention)
  return (
    <span className={classes.chip} style={{ background: `var(--${convention}-tint, var(--soft))` }} title={named?.name}>
      <Swatch convention={convention} />
      <span className={classes.abbreviation}>{named?.abbreviation ?? convention}</span>
      {named && <VisuallyHidden>{named.shortName}</VisuallyHidden>}
      {articles.length > 0 && <span>{articles.join(', ')}</span>}
      {direction && <span className={classes.direction}>{words.directions[direction]}</span>}
    </span>
  )
}
