// langnghe start
import { readConfig } from '../../config.ts'
import { openRuntime } from '../../main.ts'
import { runService } from '../../service.ts'
import { type Define, stopSignal } from '../command.ts'
import { openConsole } from '../console.ts'

export const start: Define = (program, { say, environment }) => {
  program
    .command('start')
    .description(say('start'))
    .action(async () => {
      const runtime = await openRuntime(environment, await readConfig(environment.LANGNGHE_CONFIG))
      const signal = stopSignal()
      try {
        const running = await openConsole(runtime, environment.PORT)
        const { deps } = runtime
        await deps.store.appendAudit({ actor: 'service', action: 'service_started', subject: 'service' }, deps.now())
        process.stdout.write(`${say('console')}: ${running.url}\n${say('stop')}\n`)
        if (!runtime.mayCrawl) process.stderr.write(`${say('placeholderContact')}\n`)
        await runService(runtime, signal)
        await running.close()
      } finally {
        await runtime.close()
      }
    })
}
