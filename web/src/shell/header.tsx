// Name, pages, language and colours; below them the office and the one line on private posts.
import { Link } from '@tanstack/react-router'
import type { Meta } from '../../../src/model/api.ts'
import { useSpeech } from '../words/speech.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'
import classes from './shell.module.css'

export function Header({ meta }: { readonly meta: Meta | null }) {
  const { words } = useSpeech()
  return (
    <>
      <header className={classes.header}>
        <Link className={classes.brand} to="/items">
          <img alt="" height={26} src="/favicon.svg" width={26} />
          <span>Lắng Nghe</span>
        </Link>
        <nav aria-label={words.shell.navigation} className={classes.navigation}>
          <Link activeProps={{ 'aria-current': 'page' }} className={classes.page} to="/items">
            {words.shell.items}
          </Link>
          <Link activeProps={{ 'aria-current': 'page' }} className={classes.page} to="/sources">
            {words.shell.sources}
          </Link>
        </nav>
        <div className={classes.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <PrivacyLine meta={meta} />
    </>
  )
}

/** Its height is kept while the figures are on their way. */
function PrivacyLine({ meta }: { readonly meta: Meta | null }) {
  const { words, format } = useSpeech()
  const count = meta?.privatePosts.thisWeek ?? 0
  return (
    <div className={classes.privacy}>
      <span className={classes.office}>{meta ? meta.office.name : words.shell.tagline}</span>
      {meta?.transformer.message && <span role="status">{meta.transformer.message}</span>}
      {meta && <span>{words.shell.privatePosts(count, format.number(count))}</span>}
    </div>
  )
}
