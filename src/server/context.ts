// What the routes need; they read the store and nothing else.
import type { Taxonomy } from '../model/taxonomy.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Database } from '../store/tables.ts'

export type ServerContext = {
  readonly db: Database
  readonly search: SearchIndex
  readonly officeName: string
  readonly version: string
  readonly taxonomy: Taxonomy
  readonly now: () => Date
}
