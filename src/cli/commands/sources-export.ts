// langnghe sources export --format opml|csv
import { writeFile } from 'node:fs/promises'
import { Option } from 'commander'
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { writeEntry } from '../../rules/source-entry.ts'
import { type ListFormat, listFormats, writeCsv, writeOpml } from '../../text/source-lists.ts'
import type { CommandContext, Define } from '../command.ts'
import { speakOfSources } from '../source-words.ts'

type Options = { readonly format: ListFormat; readonly out?: string }

export const exportSources: Define = (group, context) => {
  const say = speakOfSources(context.language)
  group
    .command('export')
    .description(say.export)
    .addOption(new Option('--format <format>', context.say('format')).choices([...listFormats]).default('opml'))
    .option('--out <file>', say.out)
    .action((options: Options) => writeList(options, context))
}

async function writeList({ format, out }: Options, { language, environment }: CommandContext): Promise<void> {
  const { sources, office } = await readConfig(environment.LANGNGHE_CONFIG)
  const words = speakOfSources(language)
  if (sources.length === 0) throw new UserError('config/sources', words.noSources, words.noSourcesTodo)
  const entries = sources.map(writeEntry)
  const text = format === 'csv' ? writeCsv(entries) : writeOpml(entries, office.name)
  if (out === undefined) process.stdout.write(text)
  else await writeFile(out, text)
  const others = sources.filter(({ kind }) => kind !== 'feed').length
  if (format === 'opml' && others > 0) process.stderr.write(`${words.noFeedReader(others)}\n`)
}
