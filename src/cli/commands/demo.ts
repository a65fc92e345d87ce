// langnghe demo [--once]: the whole pipe on the sample week, through the real crawlers over loopback HTTP.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startSampleWeek } from '../../../examples/sample-week/serve.ts'
import { readConfig, readSources } from '../../config.ts'
import { openRuntime, type Runtime } from '../../main.ts'
import { conventionIds, conventions } from '../../model/convention.ts'
import type { CrawlResult } from '../../model/crawl.ts'
import { addDays, startOfDay, vietnamDay } from '../../rules/day.ts'
import { isoWeek, previousWeek, weekDays } from '../../rules/week.ts'
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

/** Days after the sample week's Monday, and what the newsroom shows then. */
const rounds = [
  { day: -1, hour: 21, round: 0 },
  { day: 6, hour: 20, round: 1 },
  { day: 6, hour: 22, round: 2 },
] as const
const hourMs = 3_600_000

/** A clock that can be put to another time, and goes on from there. */
function createClock() {
  let aheadMs = 0
  const now = (): Date => new Date(Date.now() + aheadMs)
  const setTo = (moment: Date): void => {
    aheadMs = moment.getTime() - Date.now()
  }
  return { now, setTo }
}

/**
 * Lives through the last week that is over as an office would have: a round on the Sunday before, two on its own Sunday,
 * the report on Monday morning. The clock is the sample's; everything else is the product as it is.
 */
async function showSampleWeek({ say, language, environment }: CommandContext, once: boolean): Promise<void> {
  const week = previousWeek(isoWeek(vietnamDay(new Date())))
  const monday = weekDays(week)[0] as string
  const at = (day: number, hour: number): Date => new Date(startOfDay(addDays(monday, day)).getTime() + hour * hourMs)
  const clock = createClock()
  const newsroom = await startSampleWeek({ weekStart: monday })
  const folder = join(environment.LANGNGHE_DATA, 'demo')
  await rm(folder, { recursive: true, force: true })
  const own = { ...environment, LANGNGHE_DATA: folder, LANGNGHE_KEYS: join(folder, '.keys') }
  const config = {
    ...(await readConfig(environment.LANGNGHE_CONFIG)),
    sources: readSources(newsroom.sources, 'sample week'),
  }
  clock.setTo(at(-1, 20))
  const runtime = await openRuntime(own, config, clock.now)
  const signal = stopSignal()
  try {
    const results: CrawlResult[] = []
    for (const [index, { day, hour, round }] of rounds.entries()) {
      newsroom.setRound(round)
      clock.setTo(at(day, hour))
      process.stdout.write(`${say('collecting')} – ${say('round').toLowerCase()} ${index + 1}/${rounds.length}\n`)
      const paused = await runtime.deps.store.listPausedSources()
      const awake = config.sources.filter(({ id }) => !paused.has(id))
      results.push(...(await runRound(runtime, awake, signal)).results)
    }
    clock.setTo(at(7, 6))
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
  const name = language === 'vi' ? 'shortVi' : 'shortEn'
  const rows = conventionIds.map((id) => [conventions[id].abbreviation, conventions[id][name], count(id)])
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
