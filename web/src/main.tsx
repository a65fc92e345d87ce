// The console's first line: styles, language, colours, requests and pages, in that order.
import '@mantine/core/styles.layer.css'
import './base.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiFailure } from './api/client.ts'
import { router } from './router.tsx'
import { cssVariables, theme } from './theme.ts'
import { SpeechProvider } from './words/speech.tsx'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // An answer in the service's own words will not change by asking again.
      retry: (failures, error) => failures < 1 && error instanceof ApiFailure && error.code === 'network',
    },
  },
})
const colorSchemeManager = localStorageColorSchemeManager({ key: 'langnghe.scheme' })

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        colorSchemeManager={colorSchemeManager}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        theme={theme}
      >
        <SpeechProvider>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SpeechProvider>
      </MantineProvider>
    </StrictMode>,
  )
