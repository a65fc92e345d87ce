// Inbox secrets: what a delivering system signs with, a file for each source in the folder of keys, outside of backups.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileOf = (keysFolder: string, sourceId: string): string => join(keysFolder, 'inbox', sourceId)

/** A new secret, 64 hexadecimal digits; the one before counts no more. */
export async function makeInboxSecret(keysFolder: string, sourceId: string): Promise<string> {
  const secret = randomBytes(32).toString('hex')
  const file = fileOf(keysFolder, sourceId)
  await mkdir(join(keysFolder, 'inbox'), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.${process.pid}`, secret, { mode: 0o600, flush: true })
  await rename(`${file}.${process.pid}`, file)
  return secret
}

/** Null where none was made: then nothing is taken. */
export async function readInboxSecret(keysFolder: string, sourceId: string): Promise<string | null> {
  try {
    return await readFile(fileOf(keysFolder, sourceId), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
