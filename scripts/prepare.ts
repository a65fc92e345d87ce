// After `npm ci`: builds the console, where the tools for it were installed (`--omit=dev` leaves them out).
import { existsSync } from 'node:fs'

if (existsSync(new URL('../node_modules/vite/package.json', import.meta.url))) {
  const { build } = await import('vite')
  await build({ root: 'web', logLevel: 'warn' })
}
