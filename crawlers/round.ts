// Round: crawlee queues and de-duplicates the pages of one round; every request of it goes through the door.
import { once } from 'node:events'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import {
  type BaseHttpClient,
  BasicCrawler,
  Configuration,
  EventManager,
  Log,
  LogLevel,
  RequestList,
} from '@crawlee/http'
import { MemoryStorage } from '@crawlee/memory-storage'
import { FetchFailure } from '../src/errors.ts'
import type { ConnectorContext, DoorRequest, DoorResponse } from './connector.ts'

/** A page that was asked for, and what came of it. */
export type Visit =
  | { readonly request: DoorRequest; readonly response: DoorResponse; readonly failure: null }
  | { readonly request: DoorRequest; readonly response: null; readonly failure: FetchFailure }

/** Pages of different hosts that may be under way together; a single host is asked one by one in any case. */
const concurrency = 4
/** Pages kept for a slow consumer. */
const waitingPages = 4
/** The door's own caps end each request; crawlee's clock must not, while one waits for its turn at the host. */
const handlerTimeoutSecs = 86_400
/** Given, so that crawlee does not start `ps` to find out. */
const memoryMbytes = 1024

/** As the wire of crawlee's request and response carries them, beside its own fields. */
type Carried = { readonly ask: DoorRequest; readonly answer: DoorResponse }

/**
 * Fetches pages, each address once, and gives them in the order in which they come. A page that fails is a visit with its
 * failure. Leaving the loop, or the signal, breaks off what is under way; whatever else goes wrong is thrown.
 */
export async function* fetchRound(
  requests: readonly DoorRequest[],
  { fetch, signal }: Pick<ConnectorContext, 'fetch' | 'signal'>,
): AsyncGenerator<Visit> {
  const byKey = new Map(requests.map((request) => [request.url, request]))
  signal.throwIfAborted()
  if (byKey.size === 0) return
  const left = new AbortController()
  const stop = AbortSignal.any([signal, left.signal])
  const visits = new PassThrough({ objectMode: true, highWaterMark: waitingPages })
  // The loop below sees an error when it reads on; until then it must not end the process.
  visits.on('error', () => {})
  let done = 0
  const crawler = await createCrawler(fetch, [...byKey.keys()], async (key, ask) => {
    const request = byKey.get(key)
    if (!request || stop.aborted) return
    try {
      const visit = await visitPage(request, () => ask({ ...request, signal: stop }))
      done++
      if (!visits.write(visit)) await once(visits, 'drain', { signal: stop })
    } catch (error) {
      visits.destroy(error instanceof Error ? error : new Error('the round broke off'))
    }
  })
  const abort = (): void => {
    visits.destroy(signal.reason instanceof Error ? signal.reason : new Error('the round broke off'))
    void crawler.autoscaledPool?.abort()
  }
  signal.addEventListener('abort', abort, { once: true })
  const running = crawler
    .run()
    // crawlee ends early without an error when somebody presses Ctrl+C.
    .then(() => (done === byKey.size ? visits.end() : visits.destroy(new Error('the round broke off'))))
    .catch((error: Error) => visits.destroy(error))
  try {
    for await (const visit of visits) yield visit as Visit
  } finally {
    signal.removeEventListener('abort', abort)
    left.abort()
    await crawler.autoscaledPool?.abort()
    await running
  }
}

async function visitPage(request: DoorRequest, ask: () => Promise<DoorResponse>): Promise<Visit> {
  try {
    return { request, response: await ask(), failure: null }
  } catch (failure) {
    if (failure instanceof FetchFailure) return { request, response: null, failure }
    throw failure
  }
}

type Handle = (key: string, ask: (request: DoorRequest) => Promise<DoorResponse>) => Promise<void>

/** A crawler of its own for each round: nothing shared, nothing on disk, nothing logged, no second try, no sessions. */
async function createCrawler(
  fetch: ConnectorContext['fetch'],
  urls: readonly string[],
  handle: Handle,
): Promise<BasicCrawler> {
  const config = new Configuration({ storageClient: inMemory(), memoryMbytes, purgeOnStart: false })
  config.set('eventManager', new QuietEvents(config))
  const log = new Log({ level: LogLevel.OFF })
  // A list and no queue: crawlee's queue takes 16 MB for itself, and sources are read side by side.
  const requestList = await RequestList.open(
    null,
    urls.map((url) => ({ url, uniqueKey: url })),
  )
  return new BasicCrawler(
    {
      ...{ requestList, log, httpClient: throughDoor(fetch) },
      ...{ minConcurrency: concurrency, maxConcurrency: concurrency, requestHandlerTimeoutSecs: handlerTimeoutSecs },
      ...{ maxRequestRetries: 0, useSessionPool: false, statisticsOptions: { persistenceOptions: { enable: false } } },
      requestHandler: ({ request, sendRequest }) =>
        handle(request.uniqueKey, async (ask) => {
          // crawlee's types promise got's options and response; what comes is what `throughDoor` gave.
          const send = sendRequest as unknown as (options: Pick<Carried, 'ask'>) => Promise<Carried>
          return (await send({ ask })).answer
        }),
    },
    config,
  )
}

/** crawlee's seam for HTTP, filled with the door: its headers, redirects and decoding never come into play. */
function throughDoor(fetch: ConnectorContext['fetch']): BaseHttpClient {
  return {
    async sendRequest(request) {
      const answer = await fetch(request.ask as DoorRequest)
      const { url, status: statusCode } = answer
      const response = { url, statusCode, headers: {}, trailers: {}, redirectUrls: [], complete: true }
      return { ...response, request, answer, body: '' as never }
    },
    async stream() {
      throw new Error('pages are read whole, through sendRequest')
    },
  }
}

/** crawlee's default measures the machine every second, by a process of its own; nothing here depends on it. */
class QuietEvents extends EventManager {
  override async init(): Promise<void> {
    this.initialized = true
  }
}

/**
 * A memory storage without `purge` and `teardown`: even when it keeps nothing on disk, the one deletes what lies in
 * ./storage, and the other leaves a timer behind. Its folder cannot exist, so nothing is read either.
 */
function inMemory() {
  const memory = new MemoryStorage({
    persistStorage: false,
    writeMetadata: false,
    localDataDirectory: join(devNull, 'none'),
  })
  return {
    datasets: () => memory.datasets(),
    dataset: (id: string) => memory.dataset(id),
    keyValueStores: () => memory.keyValueStores(),
    keyValueStore: (id: string) => memory.keyValueStore(id),
    requestQueues: () => memory.requestQueues(),
    requestQueue: (id: string, options?: { clientKey?: string; timeoutSecs?: number }) =>
      memory.requestQueue(id, options),
  }
}
