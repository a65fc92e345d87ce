// Runs every measured judgement; fails when one falls under its floor.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const folders = readdirSync('bench', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`bench/${entry.name}/run.ts`))
  .map((entry) => entry.name)

const failed = folders.filter((folder) => {
  process.stdout.write(`\n── bench/${folder}\n`)
  return spawnSync(process.execPath, [`bench/${folder}/run.ts`], { stdio: 'inherit' }).status !== 0
})

if (failed.length > 0) {
  process.stderr.write(`\nunder its floor: ${failed.join(', ')}\n`)
  process.exitCode = 1
}
