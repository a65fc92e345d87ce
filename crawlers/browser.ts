// Browser: the one Playwright door, for pages that stay empty without scripts. The browser has no network of its own: what
// a page asks for is answered through the HTTP door, so that robots.txt, gap, address check, caps and ledger hold here too.
import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core'
import { FetchFailure } from '../src/errors.ts'
import type { Source } from '../src/model/source.ts'
import type { ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'
import { unlessAborted } from './gate.ts'
import { isSameSite } from './same-site.ts'

type Fetch = ConnectorContext['fetch']

export type PageBrowser = {
  /** A fetch that opens web pages in the browser and hands everything else on. */
  readonly bind: (fetch: Fetch, source: Source, signal: AbortSignal) => Fetch
  readonly close: () => Promise<void>
}

export type PageTimes = {
  /** A page that goes on asking is taken as it stands then. */
  readonly restlessMs: number
  /** A page that does not even answer is given up. */
  readonly longestMs: number
}

/** Requests of one page besides the page itself; the gap at the host makes each of them cost seconds. */
const mostRequests = 40
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
    const running = starting ? await starting.catch(() => null) : null
    if (running?.isConnected()) return running
    starting = launch(program)
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
      clearTimeout(idle)
      idle = setTimeout(() => void close(), idleMs).unref()
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

type Rendering = {
  readonly fetch: Fetch
  readonly source: Source
  readonly signal: AbortSignal
  readonly times: PageTimes
}

async function renderPage(
  browser: Browser,
  first: DoorResponse,
  { fetch, source, signal, times }: Rendering,
): Promise<DoorResponse> {
  const { host } = new URL(first.url)
  const broken = () => new FetchFailure('bad_response', `the browser broke down at a page of ${host}`)
  const clock = AbortSignal.timeout(times.longestMs)
  const stop = AbortSignal.any([signal, clock])
  let context: BrowserContext | null = null
  try {
    context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false, permissions: [] })
    const page = await context.newPage()
    context.on('page', (popup) => void popup.close().catch(() => {}))
    const crash = new Promise<never>((_, reject) => page.once('crash', () => reject(broken())))
    await context.routeWebSocket(/.*/, (socket) => void socket.close())
    await context.route('**/*', answerThrough(page, first, fetch, stop))
    const html = await unlessAborted(Promise.race([read(page, first.url, times.restlessMs), crash]), stop)
    const bytes = new TextEncoder().encode(html)
    if (bytes.length > source.politeness.maxBytes)
      throw new FetchFailure('too_large', `a page of ${host} grows beyond ${source.politeness.maxBytes} bytes`)
    const validators = { etag: null, lastModified: null }
    return { ...first, url: page.url(), contentType: 'text/html; charset=utf-8', bytes, validators, maxAgeMs: null }
  } catch (error) {
    signal.throwIfAborted()
    if (clock.aborted)
      throw new FetchFailure('timeout', `a page of ${host} does not answer within ${times.longestMs} ms`)
    throw error instanceof FetchFailure ? error : broken()
  } finally {
    await leave(context, browser)
  }
}

const closingMs = 5000

/** A page that keeps its thread busy does not close: then the whole browser goes, and the next page starts another. */
async function leave(context: BrowserContext | null, browser: Browser): Promise<void> {
  const hangUp = setTimeout(() => void browser.close().catch(() => {}), closingMs)
  await context?.close().catch(() => {})
  clearTimeout(hangUp)
}

/** The page as it stands when it asks for nothing more, or, for one that never comes to rest, after a while. */
async function read(page: Page, url: string, restlessMs: number): Promise<string> {
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 })
  await page.waitForLoadState('networkidle', { timeout: restlessMs }).catch(() => {})
  return page.content()
}

/** What is handed out without a request: nothing here looks at the page, and styles make scripts wait. */
const empty: Readonly<Record<string, string>> = { stylesheet: 'text/css' }
const fetched: ReadonlySet<string> = new Set(['document', 'script', 'xhr', 'fetch'])

/** Answers what a page asks for: the page itself from `first`, its own site's scripts and data through the door, no more. */
function answerThrough(page: Page, first: DoorResponse, fetch: Fetch, signal: AbortSignal) {
  let asked = 0
  const answers = new Map<string, Promise<DoorResponse>>()
  const isAllowed = (request: Request): boolean => {
    if (request.method() !== 'GET' || !isSameSite(request.url(), first.url)) return false
    if (request.resourceType() === 'document' && request.frame() !== page.mainFrame()) return false
    return fetched.has(request.resourceType())
  }
  return async (route: Route): Promise<void> => {
    const request = route.request()
    const url = request.url().replace(/#.*$/, '')
    const style = empty[request.resourceType()]
    try {
      if (style) return await route.fulfill({ status: 200, contentType: style, body: '' })
      if (request.isNavigationRequest() && url === first.url) return await fulfill(route, first)
      if (!isAllowed(request) || (!answers.has(url) && ++asked > mostRequests)) return await route.abort()
      const answer = answers.get(url) ?? fetch({ url, accept: '*/*', signal })
      answers.set(url, answer)
      await fulfill(route, await answer)
    } catch {
      // A part that the door refuses is missing, as it would be with a blocker; the page decides what it shows without.
      await route.abort().catch(() => {})
    }
  }
}

function fulfill(route: Route, { bytes, contentType }: DoorResponse): Promise<void> {
  const headers = { 'content-type': contentType ?? 'application/octet-stream', 'access-control-allow-origin': '*' }
  return route.fulfill({ status: 200, headers, body: Buffer.from(bytes) })
}

/** First come, first served, so many at a time. */
function createLine(most: number) {
  let inside = 0
  const waiting: (() => void)[] = []
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else inside--
  }
  return {
    async enter(signal: AbortSignal): Promise<() => void> {
      if (inside < most) inside++
      else {
        const turn = Promise.withResolvers<void>()
        waiting.push(turn.resolve)
        try {
          await unlessAborted(turn.promise, signal)
        } catch (error) {
          const at = waiting.indexOf(turn.resolve)
          if (at >= 0) waiting.splice(at, 1)
          else leave()
          throw error
        }
      }
      return leave
    },
  }
}
