// The composition root: reads configuration, opens the store, and joins the parts into what the pipeline needs.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { taxonomyOf } from '../classifiers/conventions/lexicon.ts'
import { readLexicon } from '../classifiers/load.ts'
import { createDoor } from '../crawlers/http.ts'
import { connectors } from '../crawlers/index.ts'
import { type Config, readContact } from './config.ts'
import { nameOf } from './errors.ts'
import { log } from './log.ts'
import type { Environment } from './model/service.ts'
import type { Source } from './model/source.ts'
import type { Taxonomy } from './model/taxonomy.ts'
import type { Deps } from './pipeline/deps.ts'
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

export type Runtime = {
  readonly environment: Environment
  readonly config: Config
  readonly deps: Deps
  readonly db: Database
  readonly search: SearchIndex
  readonly taxonomy: Taxonomy
  /** False while the contact is a placeholder: then only this machine may be asked. */
  readonly mayCrawl: boolean
  readonly close: () => Promise<void>
}

const packageFile = new URL('../package.json', import.meta.url)

/** The version of package.json. */
export async function readVersion(): Promise<string> {
  return (JSON.parse(await readFile(packageFile, 'utf8')) as { version: string }).version
}

/** Opens everything. Sources and registers are applied when they changed, and that is audited. */
export async function openRuntime(
  environment: Environment,
  config: Config,
  now: () => Date = () => new Date(),
): Promise<Runtime> {
  const { db, search } = await openDatabase(join(environment.LANGNGHE_DATA, 'langnghe.db'))
  const store = createStore(db, search, join(environment.LANGNGHE_KEYS, 'posts.json'))
  const lexicon = await readLexicon(environment.LANGNGHE_CONFIG)
  const judge = createJudge(lexicon)
  const { contact, isPlaceholder } = readContact(environment, config.service)
  const door = createDoor({
    userAgent: `LangNgheBot/${await readVersion()} (+${contact})`,
    now,
    turns: createSharedTurns(db),
    proxy: environment.LANGNGHE_PROXY,
    loopbackAllowed: loopbackHosts(config.sources),
    onFetch: (sourceId, record) => void store.saveFetch(sourceId, record).catch(logLostRecord),
  })
  await applyConfig(db, environment, config, now())
  return {
    environment,
    config,
    deps: { store, queue: createQueue(db), connectors, bindDoor: door.bind, judge, now },
    db,
    search,
    taxonomy: taxonomyOf(lexicon),
    mayCrawl: !isPlaceholder || config.sources.every(isLoopback),
    async close() {
      await door.close()
      await judge.close()
      await db.destroy()
    },
  }
}

async function applyConfig(db: Database, environment: Environment, config: Config, now: Date): Promise<void> {
  const { registers, checksum } = await readRegisters(environment.LANGNGHE_CONFIG)
  const audit = (subject: string, details: Readonly<Record<string, string | number>>) =>
    appendAudit(db, { actor: 'service', action: 'config_applied', subject, details }, now)
  if (await applyRegisters(db, registers, checksum, now)) await audit('registers', { checksum })
  const { changed, removed } = await applySources(db, config.sources, now)
  if (changed.length + removed.length > 0)
    await audit('sources', { checksum: config.checksum, changed: changed.length, removed: removed.length })
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const isLoopback = (source: Source): boolean => source.url.every((url) => loopback.test(new URL(url).hostname))

/** Hosts on this machine that the configuration names itself; no other is ever asked. */
function loopbackHosts(sources: readonly Source[]): ReadonlySet<string> {
  const urls = sources.flatMap((source) => source.url.map((url) => new URL(url)))
  return new Set(urls.filter((url) => loopback.test(url.hostname)).map((url) => url.host))
}

function logLostRecord(error: unknown): void {
  log.error('a request could not be written to the ledger', { error: nameOf(error) })
}
