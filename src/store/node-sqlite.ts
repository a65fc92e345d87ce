// Node's own SQLite in the shape that Kysely's SQLite dialect expects: nothing to build, nothing to install.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase } from 'kysely'

/** Prepared statements that are kept; the product has fewer different queries than this. */
const maxStatements = 200

/**
 * Opens a database file (or `:memory:`), safe for a service and a command at once.
 * WAL with full sync: what was committed survives `kill -9` and a power cut.
 */
export function openNodeSqlite(file: string): SqliteDatabase {
  const database = new DatabaseSync(file)
  // busy_timeout first: setting the journal mode already takes a lock.
  database.exec('pragma busy_timeout = 15000; pragma journal_mode = wal; pragma synchronous = full')
  database.exec('pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -32000')
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return {
    close: () => database.close(),
    prepare(sql) {
      // Every transaction of the product writes: taking the lock at its start avoids a failed upgrade in the middle.
      const text = sql === 'begin' ? 'begin immediate' : sql
      let statement = statements.get(text)
      if (!statement) {
        statement = database.prepare(text)
        if (statements.size >= maxStatements) statements.clear()
        statements.set(text, statement)
      }
      const prepared = statement
      return {
        reader: prepared.columns().length > 0,
        all: (parameters) => prepared.all(...(parameters as SQLInputValue[])),
        run: (parameters) => prepared.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => prepared.iterate(...(parameters as SQLInputValue[])),
      }
    },
  }
}
