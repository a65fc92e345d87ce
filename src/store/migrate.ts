// Brings a database to today's schema: numbered files, forward only, each once.
import { readdir } from 'node:fs/promises'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { UserError } from '../errors.ts'
import type { Database } from './tables.ts'

const folder = new URL('../../migrations/', import.meta.url)

const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(folder)).filter((file) => /^\d{4}_.+\.ts$/.test(file)).sort()
    const load = async (file: string): Promise<[string, Migration]> => [
      file.replace('.ts', ''),
      (await import(new URL(file, folder).href)) as Migration,
    ]
    return Object.fromEntries(await Promise.all(files.map(load)))
  },
}

/** Applies what is missing. Throws a `UserError` when the database is newer than the program or a step fails. */
export async function migrate(db: Database): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (!error) return
  const reason = error instanceof Error ? error.message : String(error)
  throw new UserError(
    'database',
    `its schema cannot be brought up to date (${reason})`,
    'restore the backup made before the update, or install the version of the program that wrote this database',
  )
}
