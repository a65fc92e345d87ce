// The console of a runtime, as `start` and `demo` both open it.
import type { Runtime } from '../main.ts'
import { readVersion } from '../main.ts'
import { type RunningConsole, serveConsole } from '../server/serve.ts'

export async function openConsole(runtime: Runtime, port: number): Promise<RunningConsole> {
  const { db, search, taxonomy, config, deps } = runtime
  const context = { db, search, taxonomy, officeName: config.office.name, version: await readVersion(), now: deps.now }
  return serveConsole(context, port)
}
