// Confirmations: whose account a source is, by the word of two members of staff (safeguard 2).
import type { Source } from '../model/source.ts'
import { needsConfirmation } from '../model/source-kinds.ts'
import { vietnamDay } from '../rules/day.ts'
import { tokens } from '../text/normalize.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './tables.ts'

type Account = Pick<Source, 'id' | 'kind' | 'url'>

/** What somebody's word did. `no_account`: the source needs nobody's word. */
export type WordTaken = 'proposed' | 'confirmed' | 'same_person' | 'already_confirmed' | 'no_account'

/** In one order: the same addresses written otherwise stay confirmed. */
const addressOf = ({ url }: Account): string => [...url].sort().join(' ')

/** Equal whatever the case, marks, spaces and punctuation: nobody is two people by a capital letter. */
const isSamePerson = (one: string, other: string): boolean => tokens(one).join(' ') === tokens(other).join(' ')

/**
 * Takes the word of `person`, a member of staff, that the source's account belongs to an organisation. The first word for
 * an address proposes it, another person's confirms it and lets the source be asked; each is audited. Somebody without a
 * letter in the name gives no word: throws `RangeError`.
 */
export async function giveWord(db: Database, source: Account, person: string, now: Date): Promise<WordTaken> {
  if (tokens(person).length === 0) throw new RangeError('a word needs a name')
  if (!needsConfirmation(source)) return 'no_account'
  return db.transaction().execute(async (trx) => {
    const row = await readRow(trx, source)
    if (row?.confirmed_by) return 'already_confirmed'
    if (row && isSamePerson(row.proposed_by, person)) return 'same_person'
    await (row ? confirm(trx, source, person, now) : propose(trx, source, person, now))
    const details = { address: addressOf(source) }
    const taken = row ? 'confirmed' : 'proposed'
    await appendAudit(trx, { actor: person, action: `source_${taken}`, subject: source.id, details }, now)
    return taken
  })
}

/** Whether a source may be asked: it speaks for no account, or two people have said whose account it is. */
export async function isConfirmed(db: Database, source: Account): Promise<boolean> {
  if (!needsConfirmation(source)) return true
  return Boolean((await readRow(db, source))?.confirmed_by)
}

/** Shows in the sources' state what `isConfirmed` refuses. */
export async function pauseUnconfirmed(db: Database, sources: readonly Account[]): Promise<void> {
  for (const source of sources) {
    if (await isConfirmed(db, source)) continue
    await db
      .updateTable('source')
      .set({ paused_reason: 'awaits_confirmation', failure: 'awaits_confirmation' })
      .where('id', '=', source.id)
      .where('paused_reason', 'is', null)
      .execute()
  }
}

/** Ids of the sources that wait for a word. */
export async function listAwaiting(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('source')
    .select('id')
    .where('paused_reason', '=', 'awaits_confirmation')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

const readRow = (db: Database, source: Account) =>
  db
    .selectFrom('source_confirmation')
    .selectAll()
    .where('source_id', '=', source.id)
    .where('address', '=', addressOf(source))
    .executeTakeFirst()

async function propose(db: Database, source: Account, person: string, now: Date): Promise<void> {
  const word = { address: addressOf(source), proposed_by: person, proposed_on: vietnamDay(now.toISOString()) }
  const fresh = { ...word, confirmed_by: null, confirmed_on: null }
  await db
    .insertInto('source_confirmation')
    .values({ source_id: source.id, ...fresh })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(fresh))
    .execute()
}

async function confirm(db: Database, { id }: Account, person: string, now: Date): Promise<void> {
  await db
    .updateTable('source_confirmation')
    .set({ confirmed_by: person, confirmed_on: vietnamDay(now.toISOString()) })
    .where('source_id', '=', id)
    .execute()
  await db
    .updateTable('source')
    .set({ paused_reason: null, failure: null, failures: 0, failing_since: null, next_check_at: now.toISOString() })
    .where('id', '=', id)
    .where('paused_reason', '=', 'awaits_confirmation')
    .execute()
}
