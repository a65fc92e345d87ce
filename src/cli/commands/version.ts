// langnghe version
import { readVersion } from '../../main.ts'
import type { Define } from '../command.ts'

export const version: Define = (program, { say }) => {
  program
    .command('version')
    .description(say('version'))
    .action(async () => {
      process.stdout.write(`${await readVersion()}\n`)
    })
}
