// Who proposed and who confirmed that an account belongs to an organisation: two members of staff, for one address.
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('source_confirmation')
    .addColumn('source_id', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('proposed_on', 'text', (column) => column.notNull())
    .addColumn('confirmed_by', 'text')
    .addColumn('confirmed_on', 'text')
    .execute()
}
