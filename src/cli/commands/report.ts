// langnghe report weekly
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime } from '../../main.ts'
import { type FormatName, formats } from '../../reports/formats.ts'
import { vietnamDay } from '../../rules/day.ts'
import { isoWeek, previousWeek, weekDays } from '../../rules/week.ts'
import { defaultFormats, writeWeekly } from '../../service.ts'
import type { Define } from '../command.ts'
import type { Say } from '../words.ts'

type Options = { week?: string; format?: string; out?: string; json?: boolean }

export const report: Define = (program, { say, language, environment }) => {
  program
    .command('report')
    .description(say('report'))
    .command('weekly')
    .description(say('weekly'))
    .option('--week <YYYY-Www>', say('week'))
    .option('--format <list>', `${say('format')}: ${Object.keys(formats).join(',')}`, defaultFormats.join(','))
    .option('--out <dir>', say('out'), environment.LANGNGHE_OUT)
    .option('--json', say('json'))
    .action(async (options: Options) => {
      const week = checkWeek(options.week ?? previousWeek(isoWeek(vietnamDay(new Date()))), say)
      const names = checkFormats(options.format ?? '', say)
      const runtime = await openRuntime(environment, await readConfig(environment.LANGNGHE_CONFIG))
      try {
        const folder = options.out ?? environment.LANGNGHE_OUT
        const { files } = await writeWeekly(runtime, { week, language, actor: 'cli', names, folder })
        process.stdout.write(options.json ? `${JSON.stringify({ week, files })}\n` : `${files.join('\n')}\n`)
      } finally {
        await runtime.close()
      }
    })
}

function checkWeek(week: string, say: Say): string {
  try {
    weekDays(week)
    return week
  } catch {
    throw new UserError('--week', `${week} ${say('badWeek')}`, say('badWeekTodo'))
  }
}

function checkFormats(list: string, say: Say): FormatName[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase())
  for (const name of names)
    if (!(name in formats))
      throw new UserError(
        '--format',
        `${name}: ${say('badFormat')}`,
        `${say('badFormatTodo')} ${Object.keys(formats).join(', ')}`,
      )
  return names as FormatName[]
}
