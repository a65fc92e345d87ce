// Builds the console as it will be shipped into a folder of its own, so that tests never meet an old build.
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The folder with the built console; who asked for it removes it. */
export async function buildConsole(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'langnghe-console-'))
  const args = ['node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', folder, '--logLevel', 'error']
  await run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
  return folder
}
