// langnghe plan list | show ID | import FILE
import { UserError } from '../../errors.ts'
import { type Entry, entryKinds, type Plan } from '../../model/plan.ts'
import type { Unit } from '../../model/region.ts'
import { readPlans } from '../../plan-files.ts'
import { kindNames, measureNames, statusNames } from '../../plans/plan-words.ts'
import { countPlan, walkPlan } from '../../plans/walk.ts'
import { readRegisters } from '../../registers.ts'
import { suggest } from '../../text/suggest.ts'
import type { CommandContext, Define } from '../command.ts'
import { formatTable } from '../outcome-table.ts'
import { importPlan } from '../plan-import.ts'

type Options = { json?: boolean }

export const plan: Define = (program, context) => {
  const { say } = context
  const verb = program.command('plan').description(say('plan'))
  verb
    .command('list')
    .description(say('planList'))
    .option('--json', say('json'))
    .action((options: Options) => list(context, options))
  verb
    .command('show')
    .description(say('planShow'))
    .argument('<id>', say('planId'))
    .option('--json', say('json'))
    .action((id: string, options: Options) => show(context, id, options))
  verb
    .command('import')
    .description(say('planImport'))
    .argument('<file>', say('planFile'))
    .option('--json', say('json'))
    .action((file: string, options: Options) => importPlan(context, file, options))
}

const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

async function loadPlans(configDir: string): Promise<{ plans: Plan[]; units: readonly Unit[] }> {
  const { registers } = await readRegisters(configDir)
  return { plans: await readPlans(configDir, registers), units: registers.units }
}

async function list({ say, language, environment }: CommandContext, { json }: Options): Promise<void> {
  const { plans } = await loadPlans(environment.LANGNGHE_CONFIG)
  if (json) return printJson(plans.map((each) => ({ id: each.id, name: each.name, ...countPlan(each) })))
  const header = [
    say('planId'),
    say('planPeriod'),
    ...entryKinds.map((kind) => kindNames[kind][language]),
    ...Object.values(statusNames).map((names) => names[language]),
  ]
  const rows = plans.map((each) => {
    const { kinds, statuses } = countPlan(each)
    const figures = [...entryKinds.map((kind) => kinds[kind]), ...Object.values(statuses)]
    return [each.id, yearsOf(each), ...figures.map(String)]
  })
  process.stdout.write(formatTable(header, rows))
}

/** "2024", "2023–2028". */
function yearsOf({ period }: Plan): string {
  const years = period === null ? [] : [period.from.slice(0, 4), period.to.slice(0, 4)]
  return [...new Set(years)].join('–')
}

async function show({ say, language, environment }: CommandContext, id: string, { json }: Options): Promise<void> {
  const { plans, units } = await loadPlans(environment.LANGNGHE_CONFIG)
  const found = plans.find((each) => each.id === id)
  if (!found) {
    const ids = plans.map((each) => each.id)
    throw new UserError(id, say('noPlan'), `${say('badFormatTodo')} ${suggest(id, ids) ?? ids.join(', ')}`)
  }
  if (json) return printJson(found)
  const nameOf = (party: string): string => units.find((unit) => unit.id === party)?.name ?? party
  const rows = walkPlan(found).map(({ part, place }) =>
    part.kind === 'section'
      ? [place, part.name.toLocaleUpperCase('vi'), '', '', '']
      : [place, part.wording, part.lead.map(nameOf).join('; '), part.time?.text ?? '', sayStatus(part, language)],
  )
  const header = [say('planPlace'), say('planWhat'), say('planLead'), say('planTime'), say('planStatus')]
  const clipped = rows.map((row) => row.map((cell) => clip(cell)))
  process.stdout.write(`${found.name[language] ?? found.name.vi}\n\n${formatTable(header, clipped)}`)
}

function sayStatus({ status }: Entry, language: CommandContext['language']): string {
  const name = statusNames[status.kind][language]
  if (status.kind === 'out_of_scope') return `${name} (${status.safeguard})`
  if (status.kind === 'manual') return name
  return `${name}: ${status.indicators.map(({ measure }) => measureNames[measure][language]).join(', ')}`
}

/** A table of five columns still fits a wide terminal; `--json` has the whole. */
const widestCell = 72
const clip = (text: string): string =>
  text.length <= widestCell ? text : `${text.slice(0, widestCell - 1).trimEnd()}…`
