// Browser page: one page in the browser, without a network. What it asks for is answered through the door, or not at all.
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core'
import { FetchFailure } from '../src/errors.ts'
import type { Source } from '../src/model/source.ts'
import type { ConnectorContext, DoorResponse } from './connector.ts'
import { unlessAborted } from './gate.ts'
import { isSameSite } from './same-site.ts'

export type PageTimes = {
  /** A page that goes on asking is taken as it stands then. */
  readonly restlessMs: number
  /** A page that does not even answer is given up. */
  readonly longestMs: number
}

export type Rendering = {
  readonly fetch: ConnectorContext['fetch']
  readonly source: Source
  readonly signal: AbortSignal
  readonly times: PageTimes
}

/** Requests of one page besides the page itself; the gap at the host makes each of them cost seconds. */
const mostRequests = 40

/** The page as its scripts leave it. Throws `FetchFailure`, or the signal's reason once it is aborted. */
export async function renderPage(browser: Browser, first: DoorResponse, rendering: Rendering): Promise<DoorResponse> {
  const { source, signal, times } = rendering
  const { host } = new URL(first.url)
  const clock = AbortSignal.timeout(times.longestMs)
  const stop = AbortSignal.any([signal, clock])
  const opening = browser.newContext({ serviceWorkers: 'block', acceptDownloads: false, permissions: [] })
  try {
    const { url, html } = await unlessAborted(read(opening, first, { ...rendering, signal: stop }), stop)
    const bytes = new TextEncoder().encode(html)
    if (bytes.length > source.politeness.maxBytes)
      throw new FetchFailure('too_large', `a page of ${host} grows beyond ${source.politeness.maxBytes} bytes`)
    const validators = { etag: null, lastModified: null }
    return { ...first, url, contentType: 'text/html; charset=utf-8', bytes, validators, maxAgeMs: null }
  } catch (error) {
    signal.throwIfAborted()
    if (clock.aborted)
      throw new FetchFailure('timeout', `a page of ${host} does not answer within ${times.longestMs} ms`)
    if (error instanceof FetchFailure) throw error
    throw new FetchFailure('bad_response', `the browser broke down at a page of ${host}`)
  } finally {
    await leave(opening, browser)
  }
}

/** Waits until the page asks for nothing more, or, for one that never comes to rest, for a while. */
async function read(opening: Promise<BrowserContext>, first: DoorResponse, rendering: Rendering) {
  const context = await opening
  const page = await context.newPage()
  context.on('page', (popup) => void popup.close().catch(() => {}))
  await context.routeWebSocket(/.*/, (socket) => void socket.close())
  await context.route('**/*', answerThrough(page, first, rendering))
  const crash = new Promise<never>((_, reject) => page.once('crash', () => reject(new Error('the page crashed'))))
  const wait = async (): Promise<string> => {
    await page.goto(first.url, { waitUntil: 'domcontentloaded', timeout: 0 })
    await page.waitForLoadState('networkidle', { timeout: rendering.times.restlessMs }).catch(() => {})
    return page.content()
  }
  const html = await Promise.race([wait(), crash])
  // A page may have moved on, but only within its site can its address be believed.
  return { html, url: isSameSite(page.url(), first.url) ? page.url() : first.url }
}

const closingMs = 5000

/** A page that keeps its thread busy does not close: then the whole browser goes, and the next page starts another. */
async function leave(opening: Promise<BrowserContext>, browser: Browser): Promise<void> {
  const hangUp = setTimeout(() => void browser.close().catch(() => {}), closingMs)
  await opening.then((context) => context.close()).catch(() => {})
  clearTimeout(hangUp)
}

/** What is handed out without a request: nothing here looks at the page, and styles make scripts wait. */
const empty: Readonly<Record<string, string>> = { stylesheet: 'text/css' }
const fetched: ReadonlySet<string> = new Set(['document', 'script', 'xhr', 'fetch'])

/** Answers what a page asks for: the page itself from `first`, its own site's scripts and data through the door, no more. */
function answerThrough(page: Page, first: DoorResponse, { fetch, signal }: Rendering) {
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
