// langnghe sources check: reads a little of each source, says how it has been doing, what is wrong and what to do; stores nothing.
import type { DoorResponse } from '../../../crawlers/connector.ts'
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime, type Runtime } from '../../main.ts'
import type { SourceStatus } from '../../model/api.ts'
import type { FailureCode } from '../../model/failure.ts'
import type { Source } from '../../model/source.ts'
import { readSourceStatuses } from '../../store/source-status.ts'
import { explainFailure } from '../../text/failure-words.ts'
import { chooseSources, requireContact } from '../choose-sources.ts'
import { type CommandContext, type Define, exitCodes, stopSignal } from '../command.ts'
import { checkSample, type Difference, listSamples, saveSample } from '../saved-samples.ts'
import { readSample } from '../source-sample.ts'
import { speakOfSources } from '../source-words.ts'

/** Entries looked at in each source: enough to see whether pages open, few enough to be polite. */
const sampleSize = 2

type Options = { readonly json?: boolean; readonly offline?: boolean; readonly saveSample?: boolean }

type Check = {
  readonly source: string
  readonly name: string
  readonly works: boolean
  readonly items: number
  readonly titles: readonly string[]
  readonly failure: FailureCode | null
  readonly advice: string | null
} & Pick<SourceStatus, 'state' | 'lastSuccessAt' | 'itemsByWeek' | 'typicalWeek'>

export const checkSources: Define = (group, context) => {
  const say = speakOfSources(context.language)
  group
    .command('check')
    .description(context.say('sourcesCheck'))
    .argument('[ids...]', say.ids)
    .option('--offline', say.offline)
    .option('--save-sample', say.saveSample)
    .option('--json', context.say('json'))
    .action((ids: string[], options: Options) => (options.offline ? checkOffline : checkLive)(ids, options, context))
}

async function checkLive(ids: readonly string[], options: Options, context: CommandContext): Promise<void> {
  const config = await readConfig(context.environment.LANGNGHE_CONFIG)
  const chosen = chooseSources(config.sources, ids, context.say)
  const runtime = await openRuntime(context.environment, config)
  try {
    requireContact(runtime, context.say)
    const signal = stopSignal()
    const statuses = await readSourceStatuses(runtime.db, context.language, runtime.deps.now())
    const checks = await Promise.all(
      chosen.map(async (source) => {
        const status = statuses.find(({ sourceId }) => sourceId === source.id)
        const check = await checkSource(runtime, source, status, options, context, signal)
        process.stdout.write(options.json ? `${JSON.stringify(check)}\n` : describe(check, context))
        return check
      }),
    )
    if (checks.some((check) => !check.works)) process.exitCode = exitCodes.partly
  } finally {
    await runtime.close()
  }
}

async function checkSource(
  { deps }: Runtime,
  source: Source,
  status: SourceStatus | undefined,
  { saveSample: isSaved }: Options,
  { language, environment }: CommandContext,
  signal: AbortSignal,
): Promise<Check> {
  const answers = new Map<string, DoorResponse>()
  const door = deps.bindDoor(source, signal)
  const fetch: typeof door = async (request) => {
    const answer = await door(request)
    answers.set(request.url, answer)
    return answer
  }
  // An account is not read before two people have said whose it is.
  const { drafts, found, failure } = (await deps.store.isConfirmed(source))
    ? await readSample({ ...deps, fetch, signal }, source, sampleSize)
    : { drafts: [], found: 0, failure: 'awaits_confirmation' as const }
  // Nothing has to lie in an inbox.
  const works = failure === null && (found > 0 || source.kind === 'inbox')
  if (isSaved && works) {
    const words = speakOfSources(language)
    const folder = await saveSample(deps, environment.LANGNGHE_CONFIG, source, answers)
    process.stderr.write(`${folder ? words.saved(folder) : words.noPrivateSample}\n`)
  }
  return {
    ...{ source: source.id, name: source.name, works, items: found, failure },
    titles: drafts.map(({ title }) => title),
    // What is wrong now comes before what was wrong in the last rounds.
    advice: failure ? explainFailure(failure, language) : (status?.message ?? null),
    state: status?.state ?? 'never',
    lastSuccessAt: status?.lastSuccessAt ?? null,
    itemsByWeek: status?.itemsByWeek ?? [],
    typicalWeek: status?.typicalWeek ?? null,
  }
}

function describe(check: Check, { say, language }: CommandContext): string {
  const words = speakOfSources(language)
  const { source, name, works, items, titles, advice, lastSuccessAt, itemsByWeek, typicalWeek } = check
  const state = works ? `✓ ${say('works')}: ${items} ${say('found')}` : `✗ ${say('failed')}`
  const weeks = `${words.weeks}: ${itemsByWeek.map((count) => count ?? '–').join(' ')}`
  const rhythm = typicalWeek === null ? [] : [`${words.perWeek(typicalWeek)} (${weeks})`]
  const history = [...rhythm, `${words.lastSuccess}: ${lastSuccessAt?.slice(0, 16).replace('T', ' ') ?? words.never}`]
  const lines = [`${name} (${source}) ${state}`, `    ${history.join(' · ')}`, ...titles.map((title) => `    ${title}`)]
  return `${[...lines, ...(advice ? [`  → ${advice}`] : [])].join('\n')}\n`
}

/** Needs no network, and no contact. */
async function checkOffline(ids: readonly string[], { json }: Options, context: CommandContext): Promise<void> {
  const words = speakOfSources(context.language)
  const folder = context.environment.LANGNGHE_CONFIG
  const config = await readConfig(folder)
  const saved = new Set(await listSamples(folder))
  const chosen = chooseSources(config.sources, ids, context.say).filter(({ id }) => saved.has(id))
  if (chosen.length === 0) throw new UserError('config/sources/samples', words.noSamples, words.noSamplesTodo)
  const runtime = await openRuntime(context.environment, config)
  try {
    for (const source of chosen) {
      const differences = await checkSample(runtime.deps, folder, source)
      const same = differences.length === 0
      if (!same) process.exitCode = exitCodes.partly
      process.stdout.write(
        json
          ? `${JSON.stringify({ source: source.id, same, differences })}\n`
          : describeSample(source, differences, words),
      )
    }
  } finally {
    await runtime.close()
  }
}

function describeSample(
  { id, name }: Source,
  differences: readonly Difference[],
  words: ReturnType<typeof speakOfSources>,
): string {
  if (differences.length === 0) return `${name} (${id}) ✓ ${words.same}\n`
  const lines = differences.map(
    ({ url, field, expected, found }) =>
      `    ${url}\n      ${field}: ${found ?? '–'} (${words.expected}: ${expected ?? '–'})`,
  )
  return `${name} (${id}) ✗ ${words.differs}\n${lines.join('\n')}\n`
}
