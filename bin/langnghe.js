#!/usr/bin/env node
// Starts the program with a Node that can run TypeScript: the one at hand, or the one that npm installed beside it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 18)
const installed = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

if (isNewEnough) {
  await import('../src/cli/main.ts')
} else if (existsSync(installed) && process.env.LANGNGHE_NODE !== 'restarted') {
  const options = { stdio: 'inherit', env: { ...process.env, LANGNGHE_NODE: 'restarted' } }
  const { status } = spawnSync(installed, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], options)
  process.exitCode = status ?? 1
} else {
  console.error(
    `Lắng Nghe cần Node 22.18 trở lên; máy này có ${process.versions.node}.\n  → chạy "npm ci" để cài Node kèm theo, hoặc cài Node mới hơn.`,
  )
  console.error(
    `Lắng Nghe needs Node 22.18 or newer; this is ${process.versions.node}.\n  → run "npm ci", which brings one along, or install a newer Node.`,
  )
  process.exitCode = 1
}
