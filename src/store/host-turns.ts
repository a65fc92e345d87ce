// Host turns in the database: every process on it, the service and each command, takes turns at a host.
import type { HostTurns } from '../model/host-turns.ts'
import { isAlive, self } from './lease-owner.ts'
import type { Database, Tables } from './tables.ts'

/** Longer than any request may take; a holder that has died is found out sooner. */
const leaseMs = 300_000
/** How soon to ask again while another process is at the host. */
const takenMs = 200
/** Nobody asks for more quiet than a day, and clocks differ by less than a minute: what lies beyond is a changed clock. */
const mostQuietMs = 86_400_000
const clockSkewMs = 60_000
const never = new Date(0).toISOString()

const iso = (ms: number): string => new Date(ms).toISOString()

/** `clock` is the machine's, also where the service runs on another day. */
export function createSharedTurns(db: Database, clock: () => number = Date.now): HostTurns {
  return {
    async claim(host, gapMs) {
      const nowMs = clock()
      if (await takeTurn(db, host, gapMs, nowMs)) return { waitMs: 0, heldMs: 0 }
      const row = await db.selectFrom('host_turn').selectAll().where('host', '=', host).executeTakeFirst()
      if (row?.holder && !isAlive(row.holder)) await freeTurn(db, host, row.holder, nowMs)
      return waitAt(row, gapMs, nowMs)
    },
    async end(host) {
      await freeTurn(db, host, self, clock())
    },
    async hold(host, forMs) {
      const quiet = iso(clock() + forMs)
      await db
        .insertInto('host_turn')
        .values({ host, holder: null, lease_until: null, ended_at: never, quiet_until: quiet })
        .onConflict((conflict) =>
          conflict.column('host').doUpdateSet({ quiet_until: quiet }).where('host_turn.quiet_until', '<', quiet),
        )
        .execute()
    },
  }
}

/** One statement, so that two processes can never both find the host free. */
async function takeTurn(db: Database, host: string, gapMs: number, nowMs: number): Promise<boolean> {
  const turn = { holder: self, lease_until: iso(nowMs + leaseMs) }
  const taken = await db
    .insertInto('host_turn')
    .values({ host, ...turn, ended_at: never, quiet_until: never })
    .onConflict((conflict) =>
      conflict
        .column('host')
        .doUpdateSet(turn)
        .where((where) =>
          where.and([
            where.or([where('host_turn.holder', 'is', null), where('host_turn.lease_until', '<=', iso(nowMs))]),
            where.or([
              where('host_turn.ended_at', '<=', iso(nowMs - gapMs)),
              where('host_turn.ended_at', '>', iso(nowMs + clockSkewMs)),
            ]),
            where.or([
              where('host_turn.quiet_until', '<=', iso(nowMs)),
              where('host_turn.quiet_until', '>', iso(nowMs + mostQuietMs)),
            ]),
          ]),
        ),
    )
    .returning('host')
    .executeTakeFirst()
  return taken !== undefined
}

async function freeTurn(db: Database, host: string, holder: string, nowMs: number): Promise<void> {
  await db
    .updateTable('host_turn')
    .set({ holder: null, lease_until: null, ended_at: iso(nowMs) })
    .where('host', '=', host)
    .where('holder', '=', holder)
    .execute()
}

function waitAt(row: Tables['host_turn'] | undefined, gapMs: number, nowMs: number) {
  if (!row) return { waitMs: 1, heldMs: 0 }
  const heldMs = Math.max(0, Date.parse(row.quiet_until) - nowMs)
  const turnMs = row.holder === null ? Date.parse(row.ended_at) + gapMs - nowMs : takenMs
  return { waitMs: Math.max(1, heldMs, turnMs), heldMs }
}
