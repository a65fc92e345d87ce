// SearchIndex: the one way to full-text search; every index behind it stores the same tokens.
import type { Expression, SqlBool } from 'kysely'
import type { Trx } from './tables.ts'

export type SearchDocument = { readonly id: number; readonly title: string; readonly text: string }

export type SearchIndex = {
  /** Adds or replaces documents, in the transaction that stores them. */
  readonly put: (trx: Trx, documents: readonly SearchDocument[]) => Promise<void>
  readonly remove: (trx: Trx, ids: readonly number[]) => Promise<void>
  /**
   * A condition on `item.id` for what a person typed; null when nothing searchable was typed. The last word counts as
   * a beginning, because people search while they type; words in "quotation marks" must stand side by side.
   */
  readonly condition: (typed: string) => Expression<SqlBool> | null
}
