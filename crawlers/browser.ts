// Browser: the one Playwright door, for pages that stay empty without scripts. The browser has no network of its own: what
// a page asks for is answered through the HTTP door, so that robots.txt, gap, address check, caps and ledger hold here too.
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { FetchFailure } from '../src/errors.ts'
import type { Source } from '../src/model/source.ts'
import { type PageTimes, renderPage } from './browser-page.ts'
import type { ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'
import { createLine } from './line.ts'

type Fetch = ConnectorContext['fetch']

export type PageBrowser = {
  /** A fetch that opens web pages in the browser and hands everything else on. */
  readonly bind: (fetch: Fetch, source: Source, signal: AbortSignal) => Fetch
  readonly close: () => Promise<void>
}

const defaultTimes: PageTimes = { restlessMs: 120_000, longestMs: 180_000 }
const idleMs = 60_000
/** Pages open together, whichever sources they belong to: each takes some hundred megabytes. */
const mostPages = 2

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Nothing is resolved and nothing gets out, even if a request slipped past the interception. */
const deadProxy = 'http://127.0.0.1:1'
const switches = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
]

/** `path` names the browser's program; without it the usual places are looked at. The browser starts with the first page. */
export function createPageBrowser(path: string | undefined, times: PageTimes = defaultTimes): PageBrowser {
  let starting: Promise<Browser> | null = null
  let idle: NodeJS.Timeout | undefined
  const line = createLine(mostPages)

  async function open(program: string): Promise<Browser> {
    const before = starting
    const running = await before?.catch(() => null)
    if (running?.isConnected()) return running
    // Another page may have started one meanwhile.
    if (starting === null || starting === before) starting = launch(program)
    return starting
  }

  async function close(): Promise<void> {
    clearTimeout(idle)
    const closing = starting
    starting = null
    await closing?.then((browser) => browser.close()).catch(() => {})
  }

  async function render(
    request: DoorRequest,
    fetch: Fetch,
    source: Source,
    signal: AbortSignal,
  ): Promise<DoorResponse> {
    const program = findProgram(path)
    // Never "only if it changed": the frame of such a page stays the same while what scripts put into it does not.
    const first = await fetch({ ...request, validators: null })
    if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(first.contentType ?? '')) return first
    const leave = await line.enter(signal)
    clearTimeout(idle)
    try {
      return await renderPage(await open(program), first, { fetch, source, signal, times })
    } finally {
      leave()
      if (line.isEmpty()) idle = setTimeout(() => void close(), idleMs).unref()
    }
  }

  return {
    bind: (fetch, source, signal) => (request) => {
      const isPage = /\bhtml\b/.test(request.accept ?? '')
      if (!isPage) return fetch(request)
      return render(request, fetch, source, request.signal ? AbortSignal.any([signal, request.signal]) : signal)
    },
    close,
  }
}

/** Throws `FetchFailure` (`no_browser`) before anything is asked of the site. */
function findProgram(path: string | undefined): string {
  const program = [path ?? usualPlaces].flat().find((place) => existsSync(place))
  if (program) return program
  throw new FetchFailure('no_browser', `no Chromium at ${[path ?? usualPlaces].flat().join(', ')}`)
}

async function launch(executablePath: string): Promise<Browser> {
  try {
    // Only now: it is large, and most installations never render a page.
    const { chromium } = await import('playwright-core')
    // Chromium's sandbox cannot be had as root, which is how containers run.
    const chromiumSandbox = process.getuid?.() !== 0
    return await chromium.launch({ executablePath, chromiumSandbox, args: switches, proxy: { server: deadProxy } })
  } catch {
    throw new FetchFailure('no_browser', `${executablePath} does not start`)
  }
}
