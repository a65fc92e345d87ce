// Evidence and fact-checks from files of one's own, and the words and places that claims are read with.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import type { SlotContext } from '../../classifiers/claims/slots.ts'
import { compileTerms } from '../../classifiers/claims/terms.ts'
import { readClaimTerms } from '../../classifiers/load.ts'
import { compileGazetteer } from '../../classifiers/places/gazetteer.ts'
import { UserError } from '../errors.ts'
import { readRegisters } from '../registers.ts'
import type { Say } from './words.ts'

/** Reads terms and places from the configuration folder. */
export async function loadSlotContext(configDir: string): Promise<SlotContext> {
  const aliases = JSON.parse(await readFile(join(configDir, 'regions/aliases.json'), 'utf8'))
  const { registers } = await readRegisters(configDir)
  return { gazetteer: compileGazetteer(registers, aliases), terms: compileTerms(await readClaimTerms(configDir)) }
}

/** Rows of a JSON Lines file; a line that does not fit is named by its number on standard error, and counted. */
export async function readRows<T>(
  file: string,
  schema: z.ZodType<T>,
  say: Say,
): Promise<{ rows: T[]; refused: number }> {
  const rows: T[] = []
  let [number, refused] = [0, 0]
  const stream = createReadStream(file)
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      const row = schema.safeParse(parseJson(line.replace(/^\ufeff/, '')))
      if (row.success) rows.push(row.data)
      else {
        refused++
        const fields = [...new Set(row.error.issues.map(({ path }) => path.join('.')))].filter(Boolean).join(', ')
        process.stderr.write(`${file}: ${say('line')} ${number}: ${say('badKnowledge')} ${fields}\n`)
      }
    }
  } catch (error) {
    throw new UserError(file, say('unreadable'), error instanceof Error ? error.message : String(error))
  }
  if (refused > 0) process.stderr.write(`${file}: ${refused} ${say('linesRefused')}; ${say('badKnowledgeTodo')}\n`)
  return { rows, refused }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
