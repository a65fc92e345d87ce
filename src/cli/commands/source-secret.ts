// langnghe sources secret ID: a new secret for the system that delivers to an inbox.
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime } from '../../main.ts'
import { makeInboxSecret } from '../../store/inbox-secrets.ts'
import { chooseSources } from '../choose-sources.ts'
import type { CommandContext, Define } from '../command.ts'

export const makeSecret: Define = (group, context) => {
  const { say } = context
  group
    .command('secret')
    .description(say('sourcesSecret'))
    .argument('<id>', say('source'))
    .action((id: string) => make(id, context))
}

async function make(id: string, { say, environment }: CommandContext): Promise<void> {
  const config = await readConfig(environment.LANGNGHE_CONFIG)
  const [source] = chooseSources(config.sources, [id], say)
  if (source?.kind !== 'inbox') throw new UserError(id, say('noInbox'), say('noInboxTodo'))
  const { deps, close } = await openRuntime(environment, config)
  try {
    const secret = await makeInboxSecret(environment.LANGNGHE_KEYS, id)
    await deps.store.appendAudit({ actor: 'cli', action: 'inbox_secret_made', subject: id }, deps.now())
    process.stdout.write(`${secret}\n`)
  } finally {
    await close()
  }
}
