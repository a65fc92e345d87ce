// langnghe sources check: reads a little of each source, says what is wrong, and stores nothing.
import { readConfig } from '../../config.ts'
import { FetchFailure } from '../../errors.ts'
import { openRuntime, type Runtime } from '../../main.ts'
import type { FailureCode } from '../../model/failure.ts'
import type { Source } from '../../model/source.ts'
import { explainFailure } from '../../text/failure-words.ts'
import { chooseSources, requireContact } from '../choose-sources.ts'
import { type CommandContext, type Define, exitCodes, stopSignal } from '../command.ts'

/** Entries looked at in each source: enough to see whether pages open, few enough to be polite. */
const sampleSize = 2

type Check = {
  readonly source: string
  readonly name: string
  readonly works: boolean
  readonly items: number
  readonly titles: readonly string[]
  readonly failure: FailureCode | null
  readonly advice: string | null
}

export const sources: Define = (program, context) => {
  program
    .command('sources')
    .description(context.say('sources'))
    .command('check')
    .description(context.say('sourcesCheck'))
    .argument('[ids...]', context.say('crawlSource'))
    .option('--json', context.say('json'))
    .action((ids: string[], { json }: { json?: boolean }) => checkSources(ids, json === true, context))
}

async function checkSources(ids: readonly string[], json: boolean, context: CommandContext): Promise<void> {
  const { say, environment } = context
  const config = await readConfig(environment.LANGNGHE_CONFIG)
  const chosen = chooseSources(config.sources, ids, say)
  const runtime = await openRuntime(environment, config)
  try {
    requireContact(runtime, say)
    const signal = stopSignal()
    const checks = await Promise.all(
      chosen.map(async (source) => {
        const check = await checkSource(runtime, source, context, signal)
        process.stdout.write(json ? `${JSON.stringify(check)}\n` : describe(check, context))
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
  { language }: CommandContext,
  signal: AbortSignal,
): Promise<Check> {
  const titles: string[] = []
  let items = 0
  let failure: FailureCode | null = null
  const sample = { ...source, maxItems: sampleSize }
  const nothingKnown = { known: async () => null, now: deps.now, signal, expect: () => undefined }
  try {
    const events = deps.connectors[source.kind](sample, { ...nothingKnown, fetch: deps.bindDoor(sample, signal) })
    for await (const event of events) {
      if (event.kind === 'resource_failed') failure = event.failure
      if (event.kind === 'post') items++
      if (event.kind !== 'article') continue
      items++
      failure ??= event.pageFailure
      const judged = await deps.judge.article(event, source, deps.now())
      if (judged.kind === 'item') titles.push(judged.draft.title)
    }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    failure = error.code
  }
  const advice = failure ? explainFailure(failure, language) : null
  return { source: source.id, name: source.name, works: failure === null && items > 0, items, titles, failure, advice }
}

function describe({ source, name, works, items, titles, advice }: Check, { say }: CommandContext): string {
  const state = works ? `✓ ${say('works')}: ${items} ${say('found')}` : `✗ ${say('failed')}`
  const lines = [`${name} (${source}) ${state}`, ...titles.map((title) => `    ${title}`)]
  return `${[...lines, ...(advice ? [`  → ${advice}`] : [])].join('\n')}\n`
}
