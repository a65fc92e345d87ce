// A convention as a chip: its colour, its abbreviation, and the articles found.
import { VisuallyHidden } from '@mantine/core'
import { useConventions } from '../api/meta.tsx'
import classes from './convention.module.css'

export function Swatch({ convention }: { readonly convention: string }) {
  return <span className={classes.swatch} style={{ background: `var(--${convention}, var(--line-strong))` }} />
}

type Chip = { readonly convention: string; readonly articles?: readonly string[] }

export function ConventionChip({ convention, articles = [] }: Chip) {
  const named = useConventions().get(convention)
  return (
    <span className={classes.chip} style={{ background: `var(--${convention}-tint, var(--soft))` }} title={named?.name}>
      <Swatch convention={convention} />
      <span className={classes.abbreviation}>{named?.abbreviation ?? convention}</span>
      {named && <VisuallyHidden>{named.shortName}</VisuallyHidden>}
      {articles.length > 0 && <span>{articles.join(', ')}</span>}
    </span>
  )
}
