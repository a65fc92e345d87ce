// Writes config/schema/*.schema.json from the zod schemas, so that editors help with the files of config/.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { harmFileSchema } from '../src/model/claim-lexicon.ts'
import { claimTermsSchema } from '../src/model/claim-terms.ts'
import { deskSchema } from '../src/model/desk.ts'
import { inboxRowSchema } from '../src/model/inbox.ts'
import { instrumentFileSchema } from '../src/model/instrument.ts'
import { officeSchema } from '../src/model/office.ts'
import { officeWordsSchema } from '../src/model/office-words.ts'
import { planSchema } from '../src/model/plan.ts'
import { channelFileSchema, unitFileSchema } from '../src/model/register.ts'
import { serviceSchema } from '../src/model/service.ts'
import { sourceFileSchema } from '../src/model/source.ts'
import { conventionFileSchema, directionFileSchema, lexiconFileSchema, scoringSchema } from '../src/model/taxonomy.ts'

const folder = fileURLToPath(new URL('../config/schema/', import.meta.url))

const files: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  service: { title: 'How this installation runs', schema: serviceSchema },
  office: { title: 'The office that issues the reports', schema: officeSchema },
  desk: { title: 'Who reviews claims', schema: deskSchema },
  sources: { title: 'Sources', schema: sourceFileSchema },
  inbox: { title: 'Items that another system delivers', schema: z.array(inboxRowSchema) },
  channels: { title: 'Channels that plans name', schema: channelFileSchema },
  units: { title: 'Offices that plans name', schema: unitFileSchema },
  plan: { title: 'A plan: its tasks, targets and duties, and how they are measured', schema: planSchema },
  convention: { title: 'A convention, its articles and rules', schema: conventionFileSchema() },
  lexicon: { title: 'Terms of one language', schema: lexiconFileSchema() },
  harms: { title: 'Patterns of fraud and panic', schema: harmFileSchema },
  'claim-terms': { title: 'Terms by which claims are compared', schema: claimTermsSchema },
  directions: { title: 'Words that tell what an item does with a right', schema: directionFileSchema },
  instruments: { title: 'What plans name beside the seven conventions', schema: instrumentFileSchema() },
  'office-words': { title: 'Terms, rules and examples of an office', schema: officeWordsSchema() },
  scoring: { title: 'How strongly the parts of the lexicon count', schema: scoringSchema },
}

/** JSON Schemas by file name, as a person writes the files: before defaults and conversions. */
export function makeSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, { title, schema }]) => [
      `${name}.schema.json`,
      { title, ...z.toJSONSchema(schema, { io: 'input' }) },
    ]),
  )
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true })
  for (const [name, schema] of Object.entries(makeSchemas()))
    writeFileSync(`${folder}${name}`, `${JSON.stringify(schema, null, 2)}\n`)
  execFileSync(fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url)), ['format', '--write', folder])
}
