// langnghe version
import { readVersion } from '../../version.ts'
import type { Define } from '../command.ts'

export const version: Define = (program, { say }) => {
  program
    .command('version')
    .description(say('version'))
    .action(async () => {
      process.stdout.write(`${await readVersion()}\n`)
    })
}
