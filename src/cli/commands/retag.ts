// langnghe retag: judges the stored items of a period again, and shows the figures before and after side by side.
import { SingleBar } from 'cli-progress'
import { readConfig } from '../../config.ts'
import { openRuntime } from '../../main.ts'
import { conventionIds, conventions } from '../../model/convention.ts'
import type { RetagRun } from '../../model/retag.ts'
import { retag as retagPeriod } from '../../pipeline/retag.ts'
import { listRetagRuns } from '../../store/retags.ts'
import { type CommandContext, type Define, exitCodes, stopSignal } from '../command.ts'
import { readPeriod } from '../period.ts'
import type { Say } from '../words.ts'

type Options = { from?: string; to?: string; dryRun?: boolean; list?: boolean; json?: boolean }

export const retag: Define = (program, context) => {
  const { say } = context
  program
    .command('retag')
    .description(say('retag'))
    .option('--from <YYYY-MM-DD>', say('retagFrom'))
    .option('--to <YYYY-MM-DD>', say('retagTo'))
    .option('--dry-run', say('retagDry'))
    .option('--list', say('retagList'))
    .option('--json', say('json'))
    .action((options: Options) => run(context, options))
}

async function run({ say, environment }: CommandContext, options: Options): Promise<void> {
  const period = options.list ? null : readPeriod(`${options.from}..${options.to}`, say)
  const runtime = await openRuntime(environment, await readConfig(environment.LANGNGHE_CONFIG))
  const bar = new SingleBar({ format: '{bar} {value}/{total}  {eta_formatted}', stream: process.stderr })
  try {
    if (period === null) return show(await listRetagRuns(runtime.db), options, say)
    bar.start(1, 0)
    const done = await retagPeriod(runtime.deps, {
      period,
      version: runtime.judgedBy,
      actor: 'cli',
      isDryRun: options.dryRun === true,
      signal: stopSignal(),
      progress(value, all) {
        bar.setTotal(Math.max(1, all))
        bar.update(value)
      },
    })
    bar.stop()
    show([done], options, say)
    if (!options.json) process.stdout.write(`${say('retagPosts')}\n`)
    if (done.endedAt === null) process.exitCode = exitCodes.partly
  } finally {
    bar.stop()
    await runtime.close()
  }
}

function show(runs: readonly RetagRun[], { json, list }: Options, say: Say): void {
  if (json) process.stdout.write(`${JSON.stringify(list ? runs : runs[0])}\n`)
  else process.stdout.write(runs.map((run) => `${describe(run, say)}\n`).join('\n'))
}

/** A row a convention: before, after, difference. */
function describe(run: RetagRun, say: Say): string {
  const { from, to, version, items, changed, before, after, endedAt } = run
  const row = (name: string, ...cells: (string | number)[]) =>
    `${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value))
  const names = conventionIds.map((id) => [id, conventions[id].abbreviation] as const)
  return [
    `${from}..${to}  ${version}${endedAt === null ? `  (${say('retagOpen')})` : ''}`,
    row(say('convention'), say('retagBefore'), say('retagAfter'), say('retagChange')),
    ...[...names, ['none', say('noTag')] as const].map(([id, name]) =>
      row(name, before[id], after[id], signed(after[id] - before[id])),
    ),
    `${say('items')}: ${items}; ${say('retagChanged')}: ${changed}`,
  ].join('\n')
}
