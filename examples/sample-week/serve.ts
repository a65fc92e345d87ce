// Serve: the sample week's newsroom on one loopback address, for the demo, the tests and a look by hand.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadPosts, type SampleRound } from './content.ts'
import { lastMonday, momentOf } from './moments.ts'
import { answer, buildResources, failure, type Resource } from './resources.ts'
import { renderTimeline, timelinePath } from './timeline.ts'

export { plantedNames } from './content.ts'
export { plantedIdentifiers } from './timeline.ts'

const host = '127.0.0.1'
const placeholder = 'http://127.0.0.1:8788'

export type SampleWeekOptions = {
  /** A free one unless told. */
  readonly port?: number
  /** The week's Monday, YYYY-MM-DD. */
  readonly weekStart: string
  readonly round?: SampleRound
}

export type SampleRequest = { readonly path: string; readonly at: Date; readonly userAgent: string | null }

export type SampleWeek = {
  readonly url: string
  /** A source file in YAML, with the port that is really used. */
  readonly sources: string
  readonly setRound: (round: SampleRound) => void
  /** Every request so far, oldest first. */
  readonly requests: () => readonly SampleRequest[]
  readonly close: () => Promise<void>
}

/** Starts the newsroom. Throws where `weekStart` is not a Monday or the port is taken. */
export async function startSampleWeek(options: SampleWeekOptions): Promise<SampleWeek> {
  const { weekStart } = options
  if (momentOf(weekStart, { day: 0, time: '12:00' }).getUTCDay() !== 1) throw new Error(`${weekStart} is not a Monday`)
  const seen: SampleRequest[] = []
  let resources = new Map<string, Resource>()

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', placeholder)
    seen.push({ path: url.pathname + url.search, at: new Date(), userAgent: request.headers['user-agent'] ?? null })
    respond(request, response, findResource(resources, url, weekStart, baseUrl))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve)
  })
  const baseUrl = `http://${host}:${(server.address() as AddressInfo).port}`
  const setRound = (round: SampleRound) => {
    resources = buildResources({ weekStart, round, baseUrl })
  }
  setRound(options.round ?? 1)

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: baseUrl, sources: sampleSources(baseUrl), setRound, requests: () => seen, close }
}

/** The source file of the sample week, for a newsroom at `baseUrl` (without a slash at the end). */
export function sampleSources(baseUrl: string): string {
  return readFileSync(new URL('./sources.yaml', import.meta.url), 'utf8').replaceAll(placeholder, baseUrl)
}

function findResource(resources: Map<string, Resource>, url: URL, weekStart: string, baseUrl: string): Resource {
  if (url.pathname === timelinePath && !resources.has(timelinePath)) {
    const newest = loadPosts().at(-1)
    const { body, link } = renderTimeline(url.searchParams, weekStart, baseUrl)
    const at = momentOf(weekStart, newest ?? { day: 0, time: '00:00' })
    return answer('application/json; charset=utf-8', body, at, link ? { Link: link } : {})
  }
  if (url.pathname.startsWith('/anh/')) return resources.get('/anh') ?? failure(404, '')
  return resources.get(withoutTracking(url)) ?? failure(404, 'Không tìm thấy trang bạn yêu cầu.')
}

/** Some outlets find an article by its query (`?id=…`); what feeds append to count clicks changes nothing. */
function withoutTracking(url: URL): string {
  const query = new URLSearchParams([...url.searchParams].filter(([key]) => !key.startsWith('utm_')))
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`
}

function respond(request: IncomingMessage, response: ServerResponse, resource: Resource): void {
  const { validators, body } = resource
  const headers: Record<string, string> = { ...resource.headers, 'Content-Type': resource.type }
  if (validators) Object.assign(headers, { ETag: validators.etag, 'Last-Modified': validators.lastModified })
  if (validators && isUnchanged(request, validators)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(resource.status, { ...headers, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function isUnchanged(request: IncomingMessage, validators: { etag: string; lastModified: string }): boolean {
  const tags = request.headers['if-none-match']
  if (tags !== undefined) return tags.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === validators.etag)
  const since = request.headers['if-modified-since']
  return since !== undefined && Date.parse(since) >= Date.parse(validators.lastModified)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8788' }, week: { type: 'string' }, round: { type: 'string' } },
  })
  const weekStart = values.week ?? lastMonday(new Date())
  const round = values.round === '2' ? 2 : 1
  const week = await startSampleWeek({ port: Number(values.port), weekStart, round })
  process.stdout.write(`${week.url} – week of ${weekStart}, round ${round}. Stop with Ctrl+C.\n`)
}
