// The frame of every page: skip link, header, the page itself, and what the service says of itself.
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { MetaProvider } from '../api/meta.tsx'
import { metaQuery } from '../api/queries.ts'
import { useSpeech } from '../words/speech.tsx'
import { Header } from './header.tsx'
import classes from './shell.module.css'
import { ErrorState } from './states.tsx'

export function Shell() {
  const { words } = useSpeech()
  const meta = useQuery(metaQuery)
  return (
    <>
      <a className={classes.skip} href="#main">
        {words.shell.skip}
      </a>
      <Header meta={meta.data ?? null} />
      <main className={classes.main} id="main" tabIndex={-1}>
        {meta.data ? (
          <MetaProvider meta={meta.data}>
            <Outlet />
          </MetaProvider>
        ) : meta.error ? (
          <ErrorState error={meta.error} onRetry={() => meta.refetch()} />
        ) : (
          <Skeleton aria-label={words.shell.loading} height={320} role="img" />
        )}
      </main>
    </>
  )
}
