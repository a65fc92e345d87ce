// Gate for the way in: captures a second through robots, turns, caps, ledger and parser, beside plain undici with the same
// parser in the same run, the gap off. A ratio, because seconds belong to a machine.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { load } from 'cheerio'
import { Agent, request } from 'undici'
import { createDoor } from '../../crawlers/http.ts'
import { createConnectors } from '../../crawlers/index.ts'
import type { Parse } from '../../crawlers/parsers.ts'
import { type Source, sourceSchema } from '../../src/model/source.ts'
import { decodeBytes } from '../../src/text/decode.ts'
import { extract } from '../../src/text/extract.ts'
import { createParsing } from '../../src/threads/parse-pool.ts'

const connectors = createConnectors({ facebookToken: null, youtubeKey: null, inboxFolder: '' })

const parsing = createParsing<Parse>(new URL('../../crawlers/parsers.ts', import.meta.url))

const addresses = ['127.0.1.1', '127.0.1.2', '127.0.1.3', '127.0.1.4']
const articles = 60
const rounds = 5
const now = new Date('2026-11-18T03:00:00Z')
const link = 'h3 a'

async function openSites(): Promise<{ hosts: string[]; close: () => Promise<number> }> {
  const pages = fileURLToPath(new URL('../extraction/corpus/html', import.meta.url))
  const worker = new Worker(new URL('site.ts', import.meta.url), { workerData: { addresses, articles, pages } })
  const hosts = await new Promise<string[]>((ready, fail) => worker.once('message', ready).once('error', fail))
  return { hosts, close: () => worker.terminate() }
}

function read(bytes: Uint8Array, contentType: string | null, url: string): void {
  extract({ html: decodeBytes(bytes, contentType, 'html').text, url, now })
}

/** As the product does it: a source a host, all at once. */
async function throughDoor(hosts: readonly string[]): Promise<number> {
  const door = createDoor({
    userAgent: 'LangNgheBench/1 (+https://example.vn)',
    now: () => now,
    loopbackAllowed: new Set(hosts),
    onFetch: () => {},
  })
  let captures = 0
  const signal = new AbortController().signal
  await Promise.all(
    hosts.map(async (host) => {
      const source = sourceAt(host)
      const context = {
        fetch: door.bind(source, signal),
        parse: parsing.parse,
        known: async () => null,
        now: () => now,
        signal,
        expect() {},
        period: null,
      }
      for await (const event of connectors.listing(source, context)) {
        if (event.kind !== 'article' || !event.page) continue
        read(event.page.bytes, event.page.contentType, event.page.url)
        captures++
      }
    }),
  )
  await door.close()
  return captures
}

function sourceAt(host: string): Source {
  return sourceSchema.parse({
    id: `s-${host.replace(/\D/g, '-')}`,
    name: host,
    kind: 'listing',
    url: `http://${host}/`,
    ownership: 'newsroom',
    language: 'vi',
    maxItems: articles,
    politeness: { gap: '0s' },
    listing: { link },
  })
}

/** What is left without the product: one request after the other at each host, as the door does, and the same parser. */
async function throughUndici(hosts: readonly string[]): Promise<number> {
  const agent = new Agent({ pipelining: 1 })
  let captures = 0
  const get = async (url: string): Promise<Uint8Array> => {
    const { body } = await request(url, { dispatcher: agent })
    return new Uint8Array(await body.arrayBuffer())
  }
  await Promise.all(
    hosts.map(async (host) => {
      const $ = load(new TextDecoder().decode(await get(`http://${host}/`)))
      for (const node of $(link).toArray()) {
        const url = `http://${host}${$(node).attr('href')}`
        read(await get(url), 'text/html', url)
        captures++
      }
    }),
  )
  await agent.close()
  return captures
}

async function perSecond(crawl: (hosts: readonly string[]) => Promise<number>, hosts: readonly string[]) {
  const startedAtMs = performance.now()
  const captures = await crawl(hosts)
  if (captures !== hosts.length * articles) throw new Error(`${captures} captures of ${hosts.length * articles}`)
  return captures / ((performance.now() - startedAtMs) / 1000)
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const { hosts, close } = await openSites()
await perSecond(throughUndici, hosts)
await perSecond(throughDoor, hosts)
const plain: number[] = []
const product: number[] = []
for (let round = 0; round < rounds; round++) {
  plain.push(await perSecond(throughUndici, hosts))
  product.push(await perSecond(throughDoor, hosts))
}
await close()
await parsing.close()
const ratio = median(product.map((rate, round) => rate / (plain[round] ?? 1)))
const floors = JSON.parse(await readFile(new URL('floors.json', import.meta.url), 'utf8')) as { ratio: number }
console.log(
  `captures a second: ${median(product).toFixed(0)} through the door, ${median(plain).toFixed(0)} with undici alone`,
)
console.log(`ratio ${ratio.toFixed(2)} (floor ${floors.ratio})`)
const memory = spawnSync(process.execPath, [fileURLToPath(new URL('memory.ts', import.meta.url))], { stdio: 'inherit' })
if (ratio < floors.ratio || memory.status !== 0) process.exitCode = 1
