// Whose turn it is at a host, so that the service and a command beside it never ask one host at once.
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('host_turn')
    .addColumn('host', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('ended_at', 'text', (column) => column.notNull())
    .addColumn('quiet_until', 'text', (column) => column.notNull())
    .execute()
}
