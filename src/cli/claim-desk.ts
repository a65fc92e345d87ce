// What every claims command starts with: the database, the claim that was named, and who acts.
import { join } from 'node:path'
import { type DeskMember, readDesk } from '../desk.ts'
import { UserError } from '../errors.ts'
import type { Environment } from '../model/service.ts'
import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/tables.ts'
import type { SayClaim } from './claim-words.ts'

export type OpenDesk = {
  readonly db: Database
  readonly now: Date
  readonly desk: readonly DeskMember[]
  readonly actor: DeskMember
}

/** Opens the database for one command of `account`, and closes it after. Throws a `UserError` for an unknown account. */
export async function atDesk<T>(
  environment: Environment,
  account: string,
  say: SayClaim,
  work: (open: OpenDesk) => Promise<T>,
): Promise<T> {
  const desk = await readDesk(environment.LANGNGHE_CONFIG)
  const actor = findMember(desk, account, say)
  const { db } = await openDatabase(join(environment.LANGNGHE_DATA, 'langnghe.db'))
  try {
    return await work({ db, now: new Date(), desk, actor })
  } finally {
    await db.destroy()
  }
}

export function findMember(desk: readonly DeskMember[], account: string, say: SayClaim): DeskMember {
  const member = desk.find((one) => one.account === account)
  if (!member) throw new UserError(`--as ${account}`, say('unknownAccount'), say('unknownAccountTodo'))
  return member
}

/** "12" as 12; a `UserError` for anything else. */
export function readNumber(written: string, say: SayClaim): number {
  if (!/^\d{1,9}$/.test(written)) throw new UserError(written, say('badInput'), say('badInputTodo'))
  return Number(written)
}

export const readList = (written: string): string[] =>
  written
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

export const print = (text: string): boolean => process.stdout.write(`${text}\n`)
