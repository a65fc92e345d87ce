// The console of a runtime, as `start` and `demo` both open it.
import type { Runtime } from '../main.ts'
import { type RunningConsole, serveConsole } from '../server/serve.ts'
import { readVersion } from '../version.ts'

export async function openConsole(runtime: Runtime, port: number): Promise<RunningConsole> {
  const { db, search, taxonomy, instruments, config, deps, environment, transformer } = runtime
  const inbox = { deps, keysFolder: environment.LANGNGHE_KEYS }
  const office = { officeName: config.office.name, version: await readVersion() }
  const context = {
    db,
    search,
    taxonomy,
    instruments,
    whyNot: deps.judge.whyNot,
    ...office,
    now: deps.now,
    inbox,
    transformer: transformer.status,
    callback: config.service.websub.callback,
  }
  return serveConsole(context, port)
}
