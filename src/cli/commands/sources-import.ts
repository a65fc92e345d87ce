// langnghe sources import FILE: every line of a list is added, known already, or refused, and a record says which.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import Papa from 'papaparse'
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime } from '../../main.ts'
import { type Admission, admitSources, entriesOf } from '../../rules/admit-sources.ts'
import { formulas, type ListLine, readCsv, readOpml } from '../../text/source-lists.ts'
import { type CommandContext, type Define, exitCodes } from '../command.ts'
import { formatTable } from '../outcome-table.ts'
import { addEntries } from '../source-file.ts'
import { type SourceWords, speakOfSources } from '../source-words.ts'

type Options = {
  readonly ownership?: string
  readonly language: string
  readonly region?: string
  readonly role?: readonly string[]
  readonly file: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

export const importSources: Define = (group, context) => {
  const say = speakOfSources(context.language)
  group
    .command('import')
    .description(say.import)
    .argument('<file>', say.listFile)
    .option('--ownership <who>', say.ownership)
    .option('--language <code>', say.language, 'vi')
    .option('--region <code>', say.region)
    .option('--role <role>', say.role, (role: string, before: string[] | undefined) => [...(before ?? []), role])
    .option('--file <name>', say.file, 'imported.yaml')
    .option('--dry-run', say.dryRun)
    .option('--json', context.say('json'))
    .action((file: string, options: Options) => importList(file, options, context))
}

async function importList(file: string, options: Options, context: CommandContext): Promise<void> {
  const words = speakOfSources(context.language)
  const config = await readConfig(context.environment.LANGNGHE_CONFIG)
  const lines = await readList(file, words)
  const { ownership, language, region, role: roles } = options
  const said = Object.entries({ ownership, language, region, roles }).filter(([, value]) => value !== undefined)
  const admissions = admitSources(lines, config.sources, Object.fromEntries(said))
  const record = options.dryRun ? null : await keep(file, admissions, options, context, words)
  if (options.json) process.stdout.write(`${JSON.stringify({ lines: admissions.map(toRow), record })}\n`)
  else print(admissions, record, words)
  if (admissions.some(({ result }) => result === 'refused')) process.exitCode = exitCodes.partly
}

async function readList(file: string, words: SourceWords): Promise<ListLine[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UserError(file, words.badList, words.badListTodo)
  })
  try {
    const lines = /^\.(?:opml|xml)$/i.test(extname(file)) ? readOpml(text) : readCsv(text)
    if (lines.some(({ entry }) => entry.url !== undefined)) return lines
  } catch {
    // feedsmith says no more than "Invalid OPML format".
  }
  throw new UserError(file, words.badList, words.badListTodo)
}

/** Writes the entries, the record and the audit row; returns the record's file. */
async function keep(
  list: string,
  admissions: readonly Admission[],
  { file }: Options,
  { environment }: CommandContext,
  words: SourceWords,
): Promise<string> {
  const entries = entriesOf(admissions)
  if (entries.length > 0) await addEntries(environment.LANGNGHE_CONFIG, file, entries, words)
  // Opened after writing, so that the new sources stand in the database with the audit row.
  const runtime = await openRuntime(environment, await readConfig(environment.LANGNGHE_CONFIG))
  try {
    const now = runtime.deps.now()
    await mkdir(environment.LANGNGHE_OUT, { recursive: true })
    const stamp = now.toISOString().slice(0, 19).replaceAll(':', '')
    const record = join(environment.LANGNGHE_OUT, `sources-import-${stamp}.csv`)
    await writeFile(record, `\ufeff${Papa.unparse(admissions.map(toRow), { escapeFormulae: formulas })}\r\n`)
    const details = {
      change: 'imported',
      list: basename(list),
      file,
      record: basename(record),
      ...countResults(admissions),
    }
    await runtime.deps.store.appendAudit({ actor: 'cli', action: 'source_changed', subject: 'sources', details }, now)
    return record
  } finally {
    await runtime.close()
  }
}

function toRow(admission: Admission) {
  const { line, name, url, result } = admission
  const id = result === 'added' ? admission.source.id : result === 'known' ? admission.by : ''
  return { line, name, url, result, id, why: result === 'refused' ? admission.reasons.join('; ') : '' }
}

function countResults(admissions: readonly Admission[]) {
  const count = (result: Admission['result']) => admissions.filter((admission) => admission.result === result).length
  return { added: count('added'), known: count('known'), refused: count('refused') }
}

function print(admissions: readonly Admission[], record: string | null, words: SourceWords): void {
  const rows = admissions.map(toRow).map(({ line, name, url, result, id, why }) => {
    return [String(line), words.imported[result], name || url, why || id]
  })
  const { added, known, refused } = countResults(admissions)
  process.stdout.write(`${formatTable(['#', '', words.name, ''], rows)}\n${words.importTotal(added, known, refused)}\n`)
  if (record) process.stdout.write(`${words.record}: ${record}\n`)
}
