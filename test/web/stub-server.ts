// A stand-in for the service: the built console with the service's security headers, and invented answers to its API.
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { ApiError, DailyCounts, Facets, ItemDetail, ItemList, ItemRow, WhyNot } from '../../src/model/api.ts'
import { conventionIds } from '../../src/model/convention.ts'
import { fold } from '../../src/text/normalize.ts'
import { isMissing, items, listSources, meta } from './stub-data.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export type StubServer = {
  readonly origin: string
  /** Paths with query of all API requests so far. */
  readonly requests: string[]
  /** What the API has; `error` is its answer to paths that begin with `path`. */
  world: { items: readonly ItemDetail[]; error: { path: string; status: number; body: ApiError } | null }
  readonly close: () => Promise<void>
}

/** Serves `folder` and the API on a free port of the loopback. */
export async function startStubServer(folder: string): Promise<StubServer> {
  const stub = { requests: [] as string[], world: { items, error: null } as StubServer['world'] }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stub')
    if (!url.pathname.startsWith('/api/')) return sendFile(response, folder, url.pathname)
    stub.requests.push(url.pathname + url.search)
    const { world } = stub
    const { error } = world
    if (error && url.pathname.startsWith(error.path)) return sendJson(response, error.status, error.body)
    const found = answer(url, world.items, request.headers['accept-language'] ?? 'vi')
    if (found) return sendJson(response, 200, found)
    sendJson(response, 404, { error: { code: 'not_found', message: 'Không có mục này', todo: 'Quay lại danh sách.' } })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(stub, {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

/** A file of the build; every other path is a page of the console. */
async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const name = extname(path) === '' ? 'index.html' : normalize(path)
  const bytes = await readFile(join(folder, name)).catch(() => null)
  if (!bytes) return void response.writeHead(404).end()
  const type = types[extname(name)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': contentSecurityPolicy }).end(bytes)
}

function answer(url: URL, all: readonly ItemDetail[], language: string): object | null {
  const id = /^\/api\/items\/(\d+)$/.exec(url.pathname)?.[1]
  const item = all.find((one) => one.id === id)
  if (item) return { ...item, story: listStory(all, item) }
  if (id) return null
  if (url.pathname.endsWith('/why-not')) return whyNot
  const routes: Readonly<Record<string, () => object>> = {
    '/api/meta': () => meta,
    '/api/sources': () => listSources(language),
    '/api/items': () => listItems(narrow(all, url.searchParams), url.searchParams),
    '/api/items/daily': () => countDaily(narrow(all, url.searchParams), url.searchParams),
    '/api/items/facets': () => countFacets(all, url.searchParams),
  }
  return routes[url.pathname]?.() ?? null
}

const whyNot: WhyNot = [
  { convention: 'cerd', score: 0.31, threshold: 0.6, missing: [{ rule: 'cerd-5-services', concepts: ['minority'] }] },
]

const listStory = (all: readonly ItemDetail[], { id, storyId }: ItemDetail): ItemDetail['story'] =>
  all
    .filter((other) => other.storyId === storyId && other.id !== id)
    .map(({ id, title, language, sourceName, publishedAt, firstSeenAt, copyOf }) => ({
      ...{ id, title, language, sourceName, publishedAt, firstSeenAt, copyOf },
    }))

const dayOf = ({ publishedAt, firstSeenAt }: ItemDetail) => (publishedAt ?? firstSeenAt).slice(0, 10)

function narrow(all: readonly ItemDetail[], params: URLSearchParams, without?: string): ItemDetail[] {
  const get = (name: string) => (name === without ? null : params.get(name))
  const words = fold(get('q') ?? '')
  const [convention, article] = [get('convention'), get('article')]
  return all.filter((item) => {
    const tags = item.tags.filter((tag) => tag.convention === convention)
    if (words && !fold(`${item.title} ${item.text}`).includes(words)) return false
    if (convention && (convention === 'none' ? item.tags.length > 0 : tags.length === 0)) return false
    if (article && !tags.some((tag) => tag.articles.includes(article))) return false
    if (get('language') && item.language !== get('language')) return false
    if (get('source') && item.sourceId !== get('source')) return false
    if (get('place') && !item.places.some(({ code }) => code === get('place'))) return false
    if (get('region') && get('region') !== 'vn') return false
    if (get('instrument') && !item.instruments.some(({ instrument }) => instrument === get('instrument'))) return false
    const asked = get('direction')
    if (asked && !(convention ? tags : item.tags).some((tag) => (tag.direction ?? 'unknown') === asked)) return false
    return (get('from') ?? '') <= dayOf(item) && dayOf(item) <= (get('to') ?? '9')
  })
}

function listItems(found: readonly ItemDetail[], params: URLSearchParams): ItemList {
  const limit = Number(params.get('limit') ?? 50)
  const start = Number(params.get('cursor') ?? 0)
  const next = start + limit < found.length ? String(start + limit) : null
  const rows: ItemRow[] = found
    .slice(start, start + limit)
    .map((item) => ({ ...item, instruments: item.instruments.map(({ instrument }) => instrument) }))
  return { items: rows, total: found.length, next }
}

function countDaily(found: readonly ItemDetail[], params: URLSearchParams): DailyCounts {
  const days: string[] = []
  const last = Date.parse(params.get('to') ?? '')
  for (let at = Date.parse(params.get('from') ?? ''); at <= last; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  const count = (belongs: (item: ItemDetail) => boolean) =>
    days.map((day) => (isMissing(day) ? null : found.filter((item) => dayOf(item) === day && belongs(item)).length))
  const series = conventionIds.map((id) => ({
    convention: id,
    counts: count((item) => item.tags.some((tag) => tag.convention === id)),
  }))
  return { days, series, total: count(() => true) }
}

function countFacets(all: readonly ItemDetail[], params: URLSearchParams): Facets {
  const tally = (name: string, valuesOf: (item: ItemDetail) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const value of narrow(all, params, name).flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count)
  }
  const nameOf = (id: string) => all.find((item) => item.sourceId === id)?.sourceName ?? id
  return {
    convention: tally('convention', ({ tags }) => (tags.length > 0 ? tags.map((tag) => tag.convention) : ['none'])),
    language: tally('language', ({ language }) => [language]),
    source: tally('source', ({ sourceId }) => [sourceId]).map((row) => ({ ...row, name: nameOf(row.value) })),
    direction: tally('direction', ({ tags }) => tags.map((tag) => tag.direction ?? 'unknown')),
    instrument: tally('instrument', ({ instruments }) => instruments.map(({ instrument }) => instrument)),
    place: tally('place', ({ places }) => places.map(({ code }) => code)).map((row) => {
      const place = all.flatMap(({ places }) => places).find(({ code }) => code === row.value)
      return { ...row, vi: place?.vi ?? '', en: place?.en ?? '' }
    }),
    region: [{ value: 'vn', vi: 'Việt Nam', en: 'Viet Nam', count: narrow(all, params, 'region').length }],
  }
}
