// langnghe demo [--once]: the whole pipe on the sample week, through the real crawlers over loopback HTTP.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startSampleWeek } from '../../../examples/sample-week/serve.ts'
import { readConfig, readSources } from '../../config.ts'
import { openRuntime, type Runtime } from '../../main.ts'
import { conventionIds, conventions } from '../../model/convention.ts'
import { isoWeek, previousWeek, weekDays } from '../../rules/week.ts'
import { vietnamDay } from '../../rules/day.ts'
import { defaultFormats, writeWeekly } from '../../service.ts'
import { countFacets } from '../../store/item-count.ts'
import { type CommandContext, type Define, stopSignal } from '../command.ts'
import { openConsole } from '../console.ts'
import { formatTable, writeOutcomes } from '../outcome-table.ts'
import { runRound } from '../rounds.ts'

export const demo: Define = (program, context) => {
  program
    .command('demo')
    .description(context.say('demo'))
    .option('--once', context.say('demoOnce'))
    .action(({ once }: { once?: boolean }) => showSampleWeek(context, once === true))
}

/** The last week that is over: a sample of the running one would hold news of days to come. */
async function showSampleWeek({ say, language, environment }: CommandContext, once: boolean): Promise<void> {
  const week = previousWeek(isoWeek(vietnamDay(new Date())))
  const newsroom = await startSampleWeek({ weekStart: weekDays(week)[0] as string })
  const folder = join(environment.LANGNGHE_DATA, 'demo')
  await rm(folder, { recursive: true, force: true })
  const config = {
    ...(await readConfig(environment.LANGNGHE_CONFIG)),
    sources: readSources(newsroom.sources, 'sample week'),
  }
  const runtime = await openRuntime(
    { ...environment, LANGNGHE_DATA: folder, LANGNGHE_KEYS: join(folder, '.keys') },
    config,
  )
  const signal = stopSignal()
  try {
    const results = []
    for (const round of [1, 2] as const) {
      newsroom.setRound(round)
      process.stdout.write(`${say('collecting')} – ${say('round').toLowerCase()} ${round}/2\n`)
      results.push(...(await runRound(runtime, config.sources, signal)).results)
    }
    writeOutcomes(results, config.sources, { say, language })
    await writeTags(runtime, { say, language })
    const files = { week, language, actor: 'cli', names: defaultFormats, folder: environment.LANGNGHE_OUT }
    const written = await writeWeekly(runtime, files)
    process.stdout.write(`${say('reportWritten')} ${week}:\n${written.files.map((file) => `  ${file}\n`).join('')}`)
    if (!once) await keepOpen(runtime, environment.PORT, say, signal)
  } finally {
    await runtime.close()
    await newsroom.close()
  }
}

async function writeTags(runtime: Runtime, { say, language }: Pick<CommandContext, 'say' | 'language'>): Promise<void> {
  const { convention } = await countFacets(runtime.db, runtime.search, {})
  const count = (value: string): string => String(convention.find((row) => row.value === value)?.count ?? 0)
  const rows = conventionIds.map((id) => [conventions[id].abbreviation, conventions[id][language], count(id)])
  process.stdout.write(
    `${formatTable([say('convention'), '', say('items')], [...rows, [say('noTag'), '', count('none')]])}\n`,
  )
}

async function keepOpen(
  runtime: Runtime,
  port: number,
  say: CommandContext['say'],
  signal: AbortSignal,
): Promise<void> {
  const running = await openConsole(runtime, port)
  process.stdout.write(`\n${say('console')}: ${running.url}\n${say('stop')}\n`)
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
  await running.close()
}
