// The console's addresses. Search parameters are plain text, so that an address can be read and sent to a colleague.
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { readSearch } from './items/filters.ts'
import { ItemsPage } from './items/items-page.tsx'
import { BrokenPage, NotFoundPage } from './shell/error-pages.tsx'
import { Shell } from './shell/shell.tsx'
import { SourcesPage } from './sources/sources-page.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/items', replace: true })
  },
})

const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  validateSearch: readSearch,
  component: ItemsPage,
})

const sources = createRoute({ getParentRoute: () => root, path: '/sources', component: SourcesPage })

export const router = createRouter({
  routeTree: root.addChildren([start, items, sources]),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const params = new URLSearchParams()
    for (const [name, value] of Object.entries(search)) if (value) params.set(name, String(value))
    return params.size > 0 ? `?${params}` : ''
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
