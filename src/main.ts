// The composition root: reads configuration, opens the store, and joins the parts into what the pipeline needs.
import { join } from 'node:path'
import { instrumentNames, taxonomyOf } from '../classifiers/conventions/lexicon.ts'
import { readCommonWords } from '../classifiers/load.ts'
import { createPageBrowser } from '../crawlers/browser.ts'
import { createDoor, type Door } from '../crawlers/http.ts'
import { createConnectors } from '../crawlers/index.ts'
import type { Parse } from '../crawlers/parsers.ts'
import { createHubClient } from '../crawlers/websub.ts'
import { type Config, officeModelFolder, readContact } from './config.ts'
import { nameOf } from './errors.ts'
import { log } from './log.ts'
import type { InstrumentName } from './model/instrument.ts'
import type { Environment } from './model/service.ts'
import type { Taxonomy } from './model/taxonomy.ts'
import type { TransformerStatus } from './model/transformer.ts'
import type { Deps } from './pipeline/deps.ts'
import { readWords } from './read-words.ts'
import { readRegisters } from './registers.ts'
import { appendAudit } from './store/audit.ts'
import { openDatabase } from './store/database.ts'
import { createSharedTurns } from './store/host-turns.ts'
import { createQueue } from './store/queue.ts'
import { applyRegisters } from './store/regions.ts'
import type { SearchIndex } from './store/search.ts'
import { applySources } from './store/sources.ts'
import { createStore } from './store/store.ts'
import type { Database } from './store/tables.ts'
import { createJudge } from './threads/judge-pool.ts'
import { createParsing } from './threads/parse-pool.ts'
import { createStories } from './threads/story-pool.ts'
import { createTriager } from './threads/triage-pool.ts'
import { openTransformer, type Transformer } from './transformer.ts'
import { readVersion } from './version.ts'

export type Runtime = {
  readonly environment: Environment
  readonly config: Config
  readonly deps: Deps
  readonly db: Database
  readonly search: SearchIndex
  readonly taxonomy: Taxonomy
  readonly instruments: readonly InstrumentName[]
  /** Version of the words and models that judge now. */
  readonly judgedBy: string
  readonly transformer: Transformer
  readonly findSitemaps: Door['findSitemaps']
  /** False while the contact is a placeholder: then only this machine may be asked. */
  readonly mayCrawl: boolean
  readonly close: () => Promise<void>
}

/** Named here, because threads know no crawlers and crawlers no threads. */
const parserTable = new URL('../crawlers/parsers.ts', import.meta.url)

/**
 * Opens everything. Sources and registers are applied when they changed, and that is audited. `named`: addresses that a
 * person wants to have looked at, instead of the sources.
 */
export async function openRuntime(
  environment: Environment,
  config: Config,
  now: () => Date = () => new Date(),
  named: readonly string[] = [],
): Promise<Runtime> {
  const sourceUrls = config.sources.flatMap((source) => source.url)
  const { db, search } = await openDatabase(join(environment.LANGNGHE_DATA, 'langnghe.db'))
  const store = createStore(db, search, join(environment.LANGNGHE_KEYS, 'posts.json'))
  const { lexicon, claims, terms } = await readWords(environment.LANGNGHE_CONFIG, officeModelFolder(environment))
  const { registers, aliases, checksum } = await readRegisters(environment.LANGNGHE_CONFIG)
  const transformer = openTransformer({
    setting: config.service.transformer,
    dataFolder: environment.LANGNGHE_DATA,
    proxy: environment.LANGNGHE_PROXY,
    lexicon,
    onChange: logTransformer,
  })
  const judge = createJudge({ lexicon, regions: registers, aliases }, undefined, transformer.hear)
  const stories = createStories(await readCommonWords())
  const triager = createTriager({
    ...{ claims, terms, regions: registers, aliases },
  })
  const parsing = createParsing<Parse>(parserTable)
  const { contact, isPlaceholder } = readContact(environment, config.service)
  const door = createDoor({
    userAgent: `LangNgheBot/${await readVersion()} (+${contact})`,
    now,
    turns: createSharedTurns(db),
    proxy: environment.LANGNGHE_PROXY,
    loopbackAllowed: loopbackHosts([...sourceUrls, ...named]),
    onFetch: (sourceId, record) => void store.saveFetch(sourceId, record).catch(logLostRecord),
  })
  const browser = createPageBrowser(environment.LANGNGHE_CHROMIUM)
  const bindDoor: Deps['bindDoor'] = (source, signal) => {
    const fetch = door.bind(source, signal)
    return source.render ? browser.bind(fetch, source, signal) : fetch
  }
  const { callback } = config.service.websub
  const askHub = callback === undefined ? {} : { askHub: createHubClient(door.postForm, callback) }
  await applyConfig(db, { registers, checksum }, config, now())
  return {
    environment,
    config,
    deps: {
      store,
      queue: createQueue(db),
      connectors: connectorsOf(environment),
      bindDoor,
      parse: parsing.parse,
      ...askHub,
      judge,
      stories,
      triager,
      now,
    },
    db,
    search,
    taxonomy: taxonomyOf(lexicon),
    instruments: instrumentNames(lexicon),
    judgedBy: lexicon.version,
    transformer,
    findSitemaps: door.findSitemaps,
    mayCrawl: !isPlaceholder || (named.length > 0 ? named : sourceUrls).every(isLoopback),
    async close() {
      await door.close()
      await browser.close()
      await parsing.close()
      await judge.close()
      await transformer.close()
      await stories.close()
      await triager.close()
      await db.destroy()
    },
  }
}

type ReadRegisters = Pick<Awaited<ReturnType<typeof readRegisters>>, 'registers' | 'checksum'>

async function applyConfig(
  db: Database,
  { registers, checksum }: ReadRegisters,
  config: Config,
  now: Date,
): Promise<void> {
  const audit = (subject: string, details: Readonly<Record<string, string | number>>) =>
    appendAudit(db, { actor: 'service', action: 'config_applied', subject, details }, now)
  if (await applyRegisters(db, registers, checksum, now)) await audit('registers', { checksum })
  const { changed, removed } = await applySources(db, config.sources, now)
  if (changed.length + removed.length > 0)
    await audit('sources', { checksum: config.checksum, changed: changed.length, removed: removed.length })
}

const connectorsOf = (environment: Environment) =>
  createConnectors({
    facebookToken: environment.LANGNGHE_FACEBOOK_TOKEN ?? null,
    youtubeKey: environment.LANGNGHE_YOUTUBE_KEY ?? null,
    inboxFolder: join(environment.LANGNGHE_DATA, 'inbox'),
  })

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const isLoopback = (url: string): boolean => loopback.test(new URL(url).hostname)

/** Hosts on this machine that the configuration or a person names; no other is ever asked. */
function loopbackHosts(urls: readonly string[]): ReadonlySet<string> {
  return new Set(urls.filter(isLoopback).map((url) => new URL(url).host))
}

function logTransformer(status: TransformerStatus): void {
  if (status.state === 'failed')
    log.warn('the transformer is off, the other judges carry on', { reason: status.reason })
}

function logLostRecord(error: unknown): void {
  log.error('a request could not be written to the ledger', { error: nameOf(error) })
}
