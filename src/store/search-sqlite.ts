// Full-text search in SQLite's FTS5: only the index is kept, the text stands in `item`.
import { type SqlBool, sql } from 'kysely'
import { tokens } from '../text/normalize.ts'
import type { SearchIndex } from './search.ts'
import type { Database } from './tables.ts'

/** Creates the index where it is missing. Marks count as letters: Lao, Khmer and Thai words hold them. */
export async function createSqliteSearch(db: Database): Promise<SearchIndex> {
  await sql`create virtual table if not exists item_search using fts5(
    title, text, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  )`.execute(db)
  return {
    async put(trx, documents) {
      for (const { id, title, text } of documents) {
        await sql`delete from item_search where rowid = ${id}`.execute(trx)
        await sql`insert into item_search (rowid, title, text)
          values (${id}, ${tokens(title).join(' ')}, ${tokens(text).join(' ')})`.execute(trx)
      }
    },
    async remove(trx, ids) {
      for (const id of ids) await sql`delete from item_search where rowid = ${id}`.execute(trx)
    },
    condition(typed) {
      const match = toFtsQuery(typed)
      return match === null
        ? null
        : sql<SqlBool>`item.id in (select rowid from item_search where item_search match ${match})`
    },
  }
}

/** "trẻ em" khuyet tat → `"tre em" "khuyet" "tat"*`; tokens hold letters and digits only, so nothing needs escaping. */
function toFtsQuery(typed: string): string | null {
  const parts: string[] = []
  for (const [, phrase, rest] of typed.matchAll(/"([^"]*)"?|([^"]+)/g)) {
    if (phrase !== undefined) parts.push(tokens(phrase).join(' '))
    else parts.push(...tokens(rest ?? ''))
  }
  const terms = parts.filter((part) => part.length > 0).map((part) => `"${part}"`)
  if (terms.length === 0) return null
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(typed)
  return terms.join(' ') + (isOpen ? '*' : '')
}
