// langnghe sources confirm ID --as NAME: one of two people's words that an account belongs to an organisation.
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime } from '../../main.ts'
import { giveWord } from '../../store/confirmations.ts'
import { tokens } from '../../text/normalize.ts'
import { chooseSources } from '../choose-sources.ts'
import type { CommandContext, Define } from '../command.ts'

export const confirmSource: Define = (group, context) => {
  const { say } = context
  group
    .command('confirm')
    .description(say('sourcesConfirm'))
    .argument('<id>', say('source'))
    .requiredOption('--as <name>', say('confirmAs'))
    .action((id: string, { as }: { as: string }) => confirm(id, as.trim(), context))
}

async function confirm(id: string, person: string, { say, environment }: CommandContext): Promise<void> {
  if (tokens(person).length === 0) throw new UserError('--as', say('noPerson'), say('noPersonTodo'))
  const config = await readConfig(environment.LANGNGHE_CONFIG)
  const [source] = chooseSources(config.sources, [id], say)
  if (!source) return
  const runtime = await openRuntime(environment, config)
  try {
    const taken = await giveWord(runtime.db, source, person, runtime.deps.now())
    if (taken === 'same_person') throw new UserError(person, say('word_same_person'), say('samePersonTodo'))
    process.stdout.write(`${id} (${source.url.join(' ')}): ${say(`word_${taken}`)}\n`)
  } finally {
    await runtime.close()
  }
}
