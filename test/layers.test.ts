// The house's one-way streets: every import is held against the layers, and every pure file against the clock.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findViolation, placeOf, readImports } from './imports.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

function listSources(): string[] {
  const folders = ['src', 'crawlers', 'classifiers', 'migrations', 'web/src']
  return folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
}

const files = listSources().map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }))

describe('layers', () => {
  it('sees the whole house', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(files.filter(({ file }) => placeOf(file) === null)).toEqual([])
  })

  it('holds: imports go one way', () => {
    expect(
      files
        .flatMap(({ file, text }) => readImports(file, text))
        .map(findViolation)
        .filter(Boolean),
    ).toEqual([])
  })

  it.each([
    ['src/model/item.ts', `import { fold } from '../text/normalize.ts'`],
    ['src/model/item.ts', `import { Hono } from 'hono'`],
    ['src/text/redact.ts', `import { readFileSync } from 'node:fs'`],
    ['src/rules/due.ts', `import { log } from '../log.ts'`],
    ['classifiers/judge.ts', `import { openDatabase } from '../src/store/database.ts'`],
    ['crawlers/feed.ts', `import type { Store } from '../src/store/store.ts'`],
    ['src/store/items.ts', `export { crawl } from '../pipeline/crawl.ts'`],
    ['src/pipeline/crawl.ts', `import { type Store, createStore } from '../store/store.ts'`],
    ['src/pipeline/crawl.ts', `const { createStore } = await import('../store/store.ts')`],
    ['web/src/app.tsx', `import { countDaily } from '../../src/store/item-count.ts'`],
    ['src/server/app.ts', `import { App } from '../../web/src/app.tsx'`],
  ])('would notice a planted violation in %s: %s', (file, planted) => {
    expect(readImports(file, planted).map(findViolation).filter(Boolean)).toHaveLength(1)
  })

  it.each([
    ['src/pipeline/crawl.ts', `import type { Store } from '../store/store.ts'`],
    ['src/text/redact.ts', `import { createHash } from 'node:crypto'`],
    ['web/src/app.tsx', `import type { Meta } from '../../src/model/api.ts'`],
  ])('allows in %s: %s', (file, allowed) => {
    expect(readImports(file, allowed).map(findViolation)).toEqual([null])
  })
})

/** What would make a pure file give two answers to one question. */
const outsideWorld = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|performance\.now\(|\bfetch\(/

describe('pure files', () => {
  it('know no clock, no chance and no environment', () => {
    const impure = files.filter(({ file, text }) => placeOf(file)?.layer === 1 && outsideWorld.test(text))
    expect(impure.map(({ file }) => file)).toEqual([])
  })

  it('would be caught', () => {
    expect(
      ['const now = new Date()', 'Math.random()', 'process.env.HOME'].every((line) => outsideWorld.test(line)),
    ).toBe(true)
  })
})

describe('privacy by type', () => {
  it('lets only redact() mint redacted text', () => {
    const minting = files.filter(({ text }) => /\bas Redacted\b/.test(text)).map(({ file }) => file)
    expect(minting).toEqual(['src/text/redact.ts'])
  })

  it('has no name for an author anywhere in model, store and schema', () => {
    const personal = /\b(author|byline|handle|screenName|avatar|follower|displayName|permalink)\w*\s*[:?(]/i
    const found = files.filter(
      ({ file, text }) => /^(src\/model|src\/store|migrations)\//.test(file) && personal.test(text),
    )
    expect(found.map(({ file }) => file)).toEqual([])
  })
})
