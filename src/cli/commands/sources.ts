// langnghe sources: everything that a person does with the list of sources, a verb a file.
import type { Define } from '../command.ts'
import { confirmSource } from './source-confirm.ts'
import { makeSecret } from './source-secret.ts'
import { addSource } from './sources-add.ts'
import { checkSources } from './sources-check.ts'
import { exportSources } from './sources-export.ts'
import { importSources } from './sources-import.ts'
import { pauseSources } from './sources-pause.ts'

const verbs: readonly Define[] = [
  addSource,
  checkSources,
  importSources,
  exportSources,
  pauseSources,
  confirmSource,
  makeSecret,
]

export const sources: Define = (program, context) => {
  const group = program.command('sources').description(context.say('sources'))
  for (const define of verbs) define(group, context)
}
