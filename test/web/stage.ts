// What tests of pages stand on: a fresh build, a stand-in for the service, and a browser that is watched.
import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser } from './browser.ts'
import { buildConsole } from './build-console.ts'
import { items } from './stub-data.ts'
import { type StubServer, startStubServer } from './stub-server.ts'

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

type Options = {
  readonly size?: typeof desk
  readonly scheme?: 'light' | 'dark'
  /** The test makes the service fail, of which the browser complains. */
  readonly hasFailures?: boolean
}

export type Stage = {
  page: Page
  server: StubServer
  /** Opens a path in a fresh browser profile; what the page complains of, or asks of another host, fails the test. */
  readonly open: (path: string, options?: Options) => Promise<void>
  readonly shows: (text: string | RegExp) => Promise<void>
}

/** Registers the hooks of one file of tests; `page` and `server` are there while a test runs. */
export function setStage(chromium: string): Stage {
  let folder: string
  let browser: Browser
  let complaints: string[] = []
  const stage = {
    open: async (path: string, { size = desk, scheme = 'light', hasFailures = false }: Options = {}) => {
      await stage.page?.context().close()
      const context = await browser.newContext({ viewport: size, colorScheme: scheme, reducedMotion: 'reduce' })
      stage.page = await context.newPage()
      watch(stage.page, stage.server.origin, hasFailures, complaints)
      await stage.page.goto(stage.server.origin + path)
      await stage.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    },
    shows: (text: string | RegExp) => stage.page.getByText(text).first().waitFor(),
  } as Stage
  beforeAll(async () => {
    folder = await buildConsole()
    stage.server = await startStubServer(folder)
    browser = await openBrowser(chromium)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await stage.server?.close()
    if (folder) await rm(folder, { recursive: true })
  })
  beforeEach(() => {
    stage.server.world = { items, error: null }
    stage.server.requests.length = 0
    complaints = []
  })
  afterEach(() => expect(complaints).toEqual([]))
  return stage
}

function watch(page: Page, origin: string, hasFailures: boolean, complaints: string[]): void {
  page.on('console', (line) => {
    if (!hasFailures && ['error', 'warning'].includes(line.type())) complaints.push(line.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`asked ${request.url()}`)
  })
}
