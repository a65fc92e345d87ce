// Reads config/desk.yaml: who reviews claims, until there are staff accounts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from './errors.ts'
import { deskSchema } from './model/desk.ts'
import type { Actor } from './model/review.ts'
import { parseYaml } from './text/checked-yaml.ts'

export type DeskMember = Actor & { readonly isAway: boolean }

/** Everybody at the desk; nobody where the file is missing. Throws a `UserError` with file and line for a wrong one. */
export async function readDesk(folder: string): Promise<DeskMember[]> {
  const file = join(folder, 'desk.yaml')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'accounts: []'
    throw new UserError(file, 'cannot be read', 'make it readable')
  })
  const { accounts } = parseYaml(text, file, deskSchema)
  return accounts.map(({ account, person, role, office, away }) => ({ account, person, role, office, isAway: away }))
}
