// Pages for an address that leads nowhere, and for a page that broke while it was drawn.
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useSpeech } from '../words/speech.tsx'
import { EmptyState, ErrorState } from './states.tsx'

export function NotFoundPage() {
  const { words } = useSpeech()
  const navigate = useNavigate()
  return (
    <EmptyState icon="search" title={words.states.notFoundTitle} todo={words.states.notFound}>
      <Button onClick={() => navigate({ to: '/items' })} variant="default">
        {words.states.toItems}
      </Button>
    </EmptyState>
  )
}

export function BrokenPage({ error }: { readonly error: unknown }) {
  return (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={() => location.reload()} />
  )
}
