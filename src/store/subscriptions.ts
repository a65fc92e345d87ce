// Subscriptions to hubs: what was asked for, and how long it lasts.
import { randomBytes } from 'node:crypto'
import type { HubOffer } from '../model/capture.ts'
import type { Subscription } from '../model/subscription.ts'
import { dayMs } from '../rules/day.ts'
import type { Database, Tables } from './tables.ts'

/** A lease is renewed while it still holds, and a silent hub is asked again after a day. */
const renewBeforeMs = 2 * dayMs
const askAgainMs = dayMs

const toSubscription = ({ id, source_id, hub, topic, secret }: Tables['subscription']): Subscription => ({
  ...{ id, hub, topic, secret },
  sourceId: source_id,
})

/** Notes the hub of a feed; another hub or topic than before is a new subscription. */
export async function offerSubscription(db: Database, sourceId: string, { url, hub, topic }: HubOffer): Promise<void> {
  const fresh = {
    ...{ hub, topic, asked_at: null, lease_until: null },
    id: randomBytes(18).toString('base64url'),
    secret: randomBytes(32).toString('hex'),
  }
  await db
    .insertInto('subscription')
    .values({ source_id: sourceId, url, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['source_id', 'url'])
        .doUpdateSet(fresh)
        .where((is) => is.or([is('subscription.hub', '!=', hub), is('subscription.topic', '!=', topic)])),
    )
    .execute()
}

/** Subscriptions of a source whose hub has to be asked, noted as asked. */
export async function takeLapsing(db: Database, sourceId: string, now: Date): Promise<Subscription[]> {
  const at = (ms: number): string => new Date(now.getTime() + ms).toISOString()
  const rows = await db
    .updateTable('subscription')
    .set({ asked_at: at(0) })
    .where('source_id', '=', sourceId)
    .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<', at(renewBeforeMs))]))
    .where((is) => is.or([is('asked_at', 'is', null), is('asked_at', '<', at(-askAgainMs))]))
    .returningAll()
    .execute()
  return rows.map(toSubscription)
}

/** One that was asked for; null for an id that nobody was told. */
export async function readSubscription(db: Database, id: string): Promise<Subscription | null> {
  const row = await db
    .selectFrom('subscription')
    .selectAll()
    .where('id', '=', id)
    .where('asked_at', 'is not', null)
    .executeTakeFirst()
  return row ? toSubscription(row) : null
}

export async function confirmLease(db: Database, id: string, until: Date): Promise<void> {
  await db.updateTable('subscription').set({ lease_until: until.toISOString() }).where('id', '=', id).execute()
}
