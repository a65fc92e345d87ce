// langnghe crawl [--source ID] [--once] [--backfill FROM..TO]
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime } from '../../main.ts'
import { runService } from '../../service.ts'
import { chooseSources, requireContact } from '../choose-sources.ts'
import { type CommandContext, type Define, exitCodes, stopSignal } from '../command.ts'
import { writeOutcomes } from '../outcome-table.ts'
import { readPeriod, requirePast } from '../period.ts'
import { runRound } from '../rounds.ts'

type Options = { source?: string[]; once?: boolean; backfill?: string; json?: boolean }

export const crawl: Define = (program, context) => {
  const { say } = context
  program
    .command('crawl')
    .description(say('crawl'))
    .option('--source <id>', say('crawlSource'), (id: string, before: string[] | undefined) => [...(before ?? []), id])
    .option('--once', say('crawlOnce'))
    .option('--backfill <from..to>', say('crawlBackfill'))
    .option('--json', say('json'))
    .action((options: Options) => collect(options, context))
}

async function collect(options: Options, { say, language, environment }: CommandContext): Promise<void> {
  const config = await readConfig(environment.LANGNGHE_CONFIG)
  const chosen = chooseSources(config.sources, options.source ?? [], say)
  const period = options.backfill === undefined ? null : readPeriod(options.backfill, say)
  if (period && !options.source) throw new UserError('--backfill', say('noPeriodSource'), say('noPeriodSourceTodo'))
  if (period) requirePast(chosen, say)
  const runtime = await openRuntime(environment, config)
  try {
    requireContact(runtime, say)
    const signal = stopSignal()
    if (!options.once && !options.source) return await runService(runtime, signal)
    // A source that is paused is asked again only by name.
    const paused = options.source ? new Set<string>() : await runtime.deps.store.listPausedSources()
    const sources = chosen.filter(({ id }) => !paused.has(id))
    const { results, busy } = await runRound(runtime, sources, signal, period)
    for (const id of busy) process.stderr.write(`${id}: ${say('busy')}\n`)
    if (options.json) process.stdout.write(`${JSON.stringify(results)}\n`)
    else writeOutcomes(results, sources, { say, language })
    if (results.some(({ status }) => status === 'failed')) process.exitCode = exitCodes.partly
  } finally {
    await runtime.close()
  }
}
