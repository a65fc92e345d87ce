// Trains the linear model again with the office's own examples beside those that come with the product.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOfficeExamples } from '../../classifiers/load.ts'
import { officeModelFolder } from '../config.ts'
import { UserError } from '../errors.ts'
import type { CommandContext } from './command.ts'

const script = fileURLToPath(new URL('../../scripts/train.ts', import.meta.url))

/** Takes some minutes of one core, in a process of its own. Throws `UserError` where there is nothing to learn. */
export async function trainOnOfficeExamples({ say, environment }: CommandContext): Promise<void> {
  const { LANGNGHE_CONFIG: config } = environment
  const folder = join(config, 'conventions', 'office')
  const examples = await readOfficeExamples(config)
  if (examples.length === 0) throw new UserError(folder, say('noOfficeExamples'), say('noOfficeExamplesTodo'))
  const out = officeModelFolder(environment)
  const child = spawn(process.execPath, [script, '--config', config, '--out', out], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new UserError(folder, say('notTrained'), say('notTrainedTodo'))
  process.stdout.write(`${say('trained')}\n`)
}
