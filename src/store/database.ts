// Opens the database: SQLite in the data folder, brought up to date, with its search index.
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import { openNodeSqlite } from './node-sqlite.ts'
import type { SearchIndex } from './search.ts'
import { createSqliteSearch } from './search-sqlite.ts'
import type { Database, Tables } from './tables.ts'

/** `file` is a path or `:memory:`; its folder is made where it is missing. Close with `db.destroy()`. */
export async function openDatabase(file: string): Promise<{ db: Database; search: SearchIndex }> {
  if (file !== ':memory:') await mkdir(dirname(file), { recursive: true })
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) })
  await migrate(db)
  return { db, search: await createSqliteSearch(db) }
}
