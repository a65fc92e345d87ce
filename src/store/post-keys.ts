// The key of the post hashes: a file outside the database and its backups, replaced every 90 days (safeguard 2).
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { dayMs } from '../rules/day.ts'

const keySchema = z.strictObject({ id: z.string(), secret: z.string().min(40), createdAt: z.iso.datetime() })
export type PostKey = z.output<typeof keySchema>

export const keyLifeMs = 90 * dayMs
/** A new key begins while the old one still knows last week's posts, so that nothing counts twice at the change. */
const overlapMs = 7 * dayMs

type KeysRead = { readonly keys: PostKey[]; readonly replaced: boolean }

/** Calls for one file wait for one another: two sources that found no key at once would make two. */
const lastCalls = new Map<string, Promise<unknown>>()

/** Keys in force, the newest first; makes and replaces them as their age asks. `replaced` is true on a change. */
export function readPostKeys(file: string, now: Date): Promise<KeysRead> {
  const call = (lastCalls.get(file) ?? Promise.resolve()).then(() => readInTurn(file, now))
  lastCalls.set(
    file,
    call.catch(() => undefined),
  )
  return call
}

async function readInTurn(file: string, now: Date): Promise<KeysRead> {
  const age = (key: PostKey): number => now.getTime() - Date.parse(key.createdAt)
  const before = await readFileKeys(file)
  const living = before.filter((key) => age(key) < keyLifeMs)
  const needsNew = living.every((key) => age(key) >= keyLifeMs - overlapMs)
  const keys = needsNew ? [makeKey(now), ...living] : living
  const replaced = needsNew || living.length < before.length
  if (replaced) await writeKeys(file, keys)
  return { keys, replaced }
}

const makeKey = (now: Date): PostKey => ({
  id: randomBytes(6).toString('hex'),
  secret: randomBytes(32).toString('hex'),
  createdAt: now.toISOString(),
})

async function readFileKeys(file: string): Promise<PostKey[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  const keys = z.array(keySchema).safeParse(JSON.parse(text))
  if (keys.success) return keys.data
  throw new UserError(
    file,
    'is not a key file',
    'move it away; a new one is made, and this week’s posts may count twice',
  )
}

async function writeKeys(file: string, keys: readonly PostKey[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true })
  await rename(draft, file)
}
