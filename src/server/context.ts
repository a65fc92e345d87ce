// What the routes need. They read the store; only the inbox brings something in.
import type { InstrumentName } from '../model/instrument.ts'
import type { Taxonomy } from '../model/taxonomy.ts'
import type { TransformerStatus } from '../model/transformer.ts'
import type { Deps } from '../pipeline/deps.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Database } from '../store/tables.ts'
import type { Judge } from '../threads/judge-pool.ts'

export type ServerContext = {
  readonly db: Database
  readonly search: SearchIndex
  readonly officeName: string
  readonly version: string
  readonly taxonomy: Taxonomy
  readonly instruments: readonly InstrumentName[]
  /** Why the conventions that came next were not given; left out where nothing is judged. */
  readonly whyNot?: Judge['whyNot']
  readonly now: () => Date
  /** How the third judge is doing; left out where nothing is judged. */
  readonly transformer?: () => TransformerStatus
  /** Public address under which hubs reach `/websub`, and nothing else. */
  readonly callback?: string | undefined
  /** Lets other systems deliver items; left out where nothing is collected. */
  readonly inbox?: { readonly deps: Deps; readonly keysFolder: string }
}
