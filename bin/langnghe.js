#!/usr/bin/env node
// Starts the program with a Node that can run TypeScript: the one at hand, or the one that npm installed beside it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 18)
const installed = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]

// What runs for weeks is to be small: by themselves, Node and its C library keep what they once took, threads apart.
const isService = args.some((word) => ['start', 'crawl', 'demo'].includes(word))
const frugal = isService ? ['--optimize-for-size', '--max-semi-space-size=4'] : []
const malloc = isService ? { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '65536' } : {}
// Read once and kept: a thread that need not turn TypeScript into JavaScript again is 25 MB smaller, and at once there.
const cache = fileURLToPath(new URL('../node_modules/.cache/langnghe', import.meta.url))
const env = { NODE_COMPILE_CACHE: cache, ...malloc, ...process.env, LANGNGHE_NODE: 'restarted' }

if (process.env.LANGNGHE_NODE !== 'restarted') {
  // The same process with the same id goes on where it can; Windows knows no such thing.
  if (isNewEnough && isService && process.platform !== 'win32')
    process.execve?.(process.execPath, [process.execPath, ...process.execArgv, ...frugal, ...args], env)
  if (!isNewEnough && existsSync(installed))
    process.exit(spawnSync(installed, [...frugal, ...args], { stdio: 'inherit', env }).status ?? 1)
}

if (isNewEnough) {
  module.enableCompileCache(cache)
  await import('../src/cli/main.ts')
} else {
  console.error(
    `Lắng Nghe cần Node 22.18 trở lên; máy này có ${process.versions.node}.\n  → chạy "npm ci" để cài Node kèm theo, hoặc cài Node mới hơn.`,
  )
  console.error(
    `Lắng Nghe needs Node 22.18 or newer; this is ${process.versions.node}.\n  → run "npm ci", which brings one along, or install a newer Node.`,
  )
  process.exitCode = 1
}
