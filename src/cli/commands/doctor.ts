// langnghe doctor: is everything there that the product needs, and is it sound?
import { access, constants, mkdir, readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLexicon } from '../../../classifiers/load.ts'
import { officeModelFolder, readConfig, readContact } from '../../config.ts'
import { readRegisters } from '../../registers.ts'
import { verifyAudit } from '../../store/audit.ts'
import { listAwaiting } from '../../store/confirmations.ts'
import { openDatabase } from '../../store/database.ts'
import { createQueue } from '../../store/queue.ts'
import type { Database } from '../../store/tables.ts'
import { explainFailure } from '../../text/failure-words.ts'
import { explainTransformer } from '../../text/transformer-words.ts'
import { openTransformer } from '../../transformer.ts'
import { type CommandContext, type Define, exitCodes } from '../command.ts'

type Finding = { readonly what: string; readonly ok: boolean; readonly detail: string }
type Check = (context: CommandContext) => Promise<string>

const leastFreeBytes = 1_000_000_000

/** Each check gives what it found, or throws what is wrong in words. */
const checks: Readonly<Record<string, Check>> = {
  node: async () => `${process.versions.node}, SQLite ${process.versions.sqlite ?? '?'}`,
  config: async ({ environment }) => {
    const { sources, service } = await readConfig(environment.LANGNGHE_CONFIG)
    const { contact, isPlaceholder } = readContact(environment, service)
    if (isPlaceholder) throw new Error(`contact is still the placeholder ${contact}: set it in service.yaml`)
    return `${sources.length} sources`
  },
  lexicon: async ({ environment }) => {
    const { learned } = await readLexicon(environment.LANGNGHE_CONFIG, officeModelFolder(environment))
    if (learned.problem !== null) throw new Error(`${learned.problem}; the lexicon judges alone (npm run train)`)
    return `read, with model ${learned.linear?.id ?? 'none'}`
  },
  transformer: async ({ environment, language }) => {
    const { service } = await readConfig(environment.LANGNGHE_CONFIG)
    const transformer = openTransformer({
      setting: service.transformer,
      dataFolder: environment.LANGNGHE_DATA,
      lexicon: await readLexicon(environment.LANGNGHE_CONFIG, officeModelFolder(environment)),
      fit: 'never',
      mayDownload: false,
    })
    const status = await transformer.start()
    await transformer.close()
    if (status.state === 'failed') throw new Error(explainTransformer(status, language) ?? status.reason)
    return status.state === 'on' ? `${status.model}, micro-F1 ${status.figures.with}` : 'switched off'
  },
  registers: async ({ environment }) => {
    const { registers } = await readRegisters(environment.LANGNGHE_CONFIG)
    return `${registers.regions.length} regions, ${registers.channels.length} channels, ${registers.units.length} units`
  },
  console: async () => {
    await access(fileURLToPath(new URL('../../../web/dist/index.html', import.meta.url))).catch(() => {
      throw new Error('not built: npm run build')
    })
    return 'built'
  },
  data: async ({ environment }) => {
    await mkdir(environment.LANGNGHE_DATA, { recursive: true })
    await access(environment.LANGNGHE_DATA, constants.W_OK)
    const { bavail, bsize } = await statfs(environment.LANGNGHE_DATA)
    if (bavail * bsize < leastFreeBytes) throw new Error('less than 1 GB is free on this disk')
    return `${Math.floor((bavail * bsize) / 1e9)} GB free`
  },
  audit: (context) =>
    withDatabase(context, async (db) => {
      const { rows, brokenAt } = await verifyAudit(db)
      if (brokenAt !== null) throw new Error(`the audit chain is broken at row ${brokenAt}`)
      return `chain of ${rows} rows is whole`
    }),
  accounts: (context) =>
    withDatabase(context, async (db) => {
      const ids = await listAwaiting(db)
      if (ids.length > 0)
        throw new Error(`${ids.join(', ')}: ${explainFailure('awaits_confirmation', context.language)}`)
      return 'none waits for a second person'
    }),
  jobs: (context) =>
    withDatabase(context, async (db) => {
      const dead = await createQueue(db).listDead()
      const kinds = dead.map(({ kind, lastError }) => `${kind} (${lastError})`).join(', ')
      if (dead.length > 0) throw new Error(`${dead.length} given up after all tries: ${kinds}`)
      return 'none given up'
    }),
}

async function withDatabase({ environment }: CommandContext, look: (db: Database) => Promise<string>): Promise<string> {
  if (!(await readdir(environment.LANGNGHE_DATA)).includes('langnghe.db')) return 'no database yet'
  const { db } = await openDatabase(join(environment.LANGNGHE_DATA, 'langnghe.db'))
  try {
    return await look(db)
  } finally {
    await db.destroy()
  }
}

export const doctor: Define = (program, context) => {
  program
    .command('doctor')
    .description(context.say('doctor'))
    .option('--json', context.say('json'))
    .action(async ({ json }: { json?: boolean }) => {
      const findings: Finding[] = []
      for (const [what, check] of Object.entries(checks)) findings.push(await run(what, check, context))
      if (json) process.stdout.write(`${JSON.stringify(findings)}\n`)
      else for (const { what, ok, detail } of findings) process.stdout.write(`${ok ? '✓' : '✗'} ${what}: ${detail}\n`)
      if (findings.some(({ ok }) => !ok)) process.exitCode = exitCodes.partly
    })
}

async function run(what: string, check: Check, context: CommandContext): Promise<Finding> {
  try {
    return { what, ok: true, detail: await check(context) }
  } catch (error) {
    return { what, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
