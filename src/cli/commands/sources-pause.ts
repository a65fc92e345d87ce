// langnghe sources pause ID, langnghe sources resume ID
import { readConfig } from '../../config.ts'
import { openRuntime, type Runtime } from '../../main.ts'
import { pauseSource, resumeSource } from '../../store/sources.ts'
import { chooseSources } from '../choose-sources.ts'
import type { CommandContext, Define } from '../command.ts'
import { speakOfSources } from '../source-words.ts'

type Verb = 'pause' | 'resume'

const deeds: Readonly<Record<Verb, ({ db, deps }: Runtime, id: string) => Promise<boolean>>> = {
  pause: ({ db }, id) => pauseSource(db, id),
  resume: ({ db, deps }, id) => resumeSource(db, id, deps.now()),
}

export const pauseSources: Define = (group, context) => {
  const say = speakOfSources(context.language)
  group
    .command('pause')
    .description(say.pause)
    .argument('<ids...>', say.ids)
    .action((ids: string[]) => change('pause', ids, context))
  group
    .command('resume')
    .description(say.resume)
    .argument('<ids...>', say.ids)
    .action((ids: string[]) => change('resume', ids, context))
}

async function change(verb: Verb, ids: readonly string[], { say, language, environment }: CommandContext) {
  const config = await readConfig(environment.LANGNGHE_CONFIG)
  const chosen = chooseSources(config.sources, ids, say)
  const words = speakOfSources(language)
  const runtime = await openRuntime(environment, config)
  try {
    for (const { id, name } of chosen) {
      const isChanged = await deeds[verb](runtime, id)
      if (isChanged) {
        const entry = { actor: 'cli', action: 'source_changed', subject: id, details: { change: verb } } as const
        await runtime.deps.store.appendAudit(entry, runtime.deps.now())
      }
      process.stdout.write(`${name} (${id}): ${isChanged ? words.done[verb] : words.wasSo[verb]}\n`)
    }
  } finally {
    await runtime.close()
  }
}
