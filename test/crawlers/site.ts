// A site on this machine that answers as a test says, and writes down who asked for what and when.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDoor, type Door, type DoorOptions } from '../../crawlers/http.ts'
import type { FetchRecord } from '../../src/model/capture.ts'
import { type Source, sourceSchema } from '../../src/model/source.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void
export type Visitor = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly startedAtMs: number
  endedAtMs: number
}

export type Site = {
  readonly origin: string
  readonly host: string
  readonly visitors: Visitor[]
  /** Paths asked for so far, robots.txt left out. */
  readonly paths: () => string[]
  /** The most requests that were open together. */
  readonly mostAtOnce: () => number
  readonly answers: Record<string, Answer | string>
  readonly close: () => Promise<void>
}

/** Strings are HTML; a path without an answer is a 404, robots.txt too. */
export async function openSite(answers: Record<string, Answer | string> = {}): Promise<Site> {
  const visitors: Visitor[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const visitor = { path, headers: request.headers, startedAtMs: performance.now(), endedAtMs: Number.NaN }
    visitors.push(visitor)
    most = Math.max(most, ++open)
    response.once('close', () => {
      open--
      visitor.endedAtMs = performance.now()
    })
    const answer = answers[path] ?? answers[path.split('?')[0] ?? '']
    if (typeof answer === 'function') answer(request, response)
    else if (answer === undefined) response.writeHead(404).end('none')
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    visitors,
    paths: () => visitors.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    mostAtOnce: () => most,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A source with the given fields; politeness that tests can wait for. */
export function sourceAt(url: string | string[], fields: Record<string, unknown> = {}): Source {
  const politeness = { gap: '0s', timeout: '2s', ...(fields.politeness as object) }
  const base = { id: 'nguon-thu', name: 'Nguồn thử', kind: 'feed', url, language: 'vi' }
  return sourceSchema.parse({ ...base, ownership: 'newsroom', ...fields, politeness })
}

export type OpenDoor = { readonly door: Door; readonly records: FetchRecord[] }

export function doorTo(sites: readonly Site[], options: Partial<DoorOptions> = {}): OpenDoor {
  const records: FetchRecord[] = []
  const door = createDoor({
    userAgent: 'LangNgheBot/0.1 (+https://example.vn/bot; mailto:bot@example.vn)',
    now: () => new Date(),
    loopbackAllowed: new Set(sites.map(({ host }) => host)),
    onFetch: (_, record) => records.push(record),
    ...options,
  })
  return { door, records }
}
