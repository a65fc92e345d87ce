// The document of a plan read from disk, and its draft printed as YAML.
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { stringify } from 'yaml'
import { UserError } from '../errors.ts'
import type { Plan } from '../model/plan.ts'
import { importPlan as readPlan } from '../plans/import.ts'
import { makeImportContext } from '../plans/import-context.ts'
import { walkPlan } from '../plans/walk.ts'
import { readRegisters } from '../registers.ts'
import { openDocument } from '../text/document.ts'
import { fold } from '../text/normalize.ts'
import type { CommandContext } from './command.ts'
import type { Say } from './words.ts'

/** Below this a reading is named among those that a person looks at first. */
const doubtful = 0.7

/** Prints the draft on standard output, and how much of it is doubtful on standard error. */
export async function importPlan(
  { say, environment }: CommandContext,
  file: string,
  { json }: { json?: boolean },
): Promise<void> {
  const text = await readText(file, say)
  const { registers } = await readRegisters(environment.LANGNGHE_CONFIG)
  const draft = readPlan(text, makeImportContext(idOf(file), registers))
  if (draft === null) throw new UserError(file, say('planNoSection'), say('planNoSectionTodo'))
  process.stdout.write(json ? `${JSON.stringify(draft, null, 2)}\n` : stringify(draft, { lineWidth: 120 }))
  const { entries, look } = countDoubts(draft)
  process.stderr.write(`${say('planDraft').replace('%entries', String(entries)).replace('%look', String(look))}\n`)
}

async function readText(file: string, say: Say): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new UserError(file, say('unreadable'), say('noHtmlTodo'))
  })
  const document = await openDocument({ bytes, contentType: null })
  if (document !== null && typeof document === 'object') return [document.title ?? '', document.text].join('\n')
  if (document !== null) throw new UserError(file, say('planUnreadable'), say('planUnreadableTodo'))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(file, say('planUnreadable'), say('planUnreadableTodo'))
  }
}

/** "Kế hoạch 12.docx" is the plan `ke-hoach-12`. */
function idOf(file: string): string {
  const slug = fold(basename(file, extname(file)))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug || 'ke-hoach'
}

function countDoubts(draft: Plan): { entries: number; look: number } {
  const parts = walkPlan(draft).map(({ part }) => part)
  const isDoubtful = ({ reading }: (typeof parts)[number]): boolean =>
    Object.values(reading?.confidence ?? {}).some((confidence) => confidence < doubtful)
  return { entries: parts.length, look: parts.filter(isDoubtful).length }
}
