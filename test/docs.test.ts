// The documentation is held to the product: links lead somewhere, and every setting and command is explained.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeSchemas } from '../scripts/schemas.ts'
import { environmentSchema } from '../src/model/service.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const list = (folder: string, end: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name))

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...list('docs', '.md')]

describe.each(pages)('%s', (page) => {
  it('has no link into nowhere', () => {
    const links = Array.from(read(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target.replace(/#.*$/, ''))
    const local = links.filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
  })

  it('speaks Vietnamese composed', () => {
    expect(read(page)).toBe(read(page).normalize('NFC'))
  })
})

type JsonSchema = { readonly properties?: Readonly<Record<string, JsonSchema>>; readonly items?: JsonSchema }

/** "retention.items": a group of keys is named by the keys in it. */
function keysOf({ properties = {} }: JsonSchema): string[] {
  return Object.entries(properties).flatMap(([key, inner]) =>
    inner.properties ? keysOf(inner).map((name) => `${key}.${name}`) : [key],
  )
}

const schema = (name: string) => makeSchemas()[`${name}.schema.json`] as JsonSchema
const missingFrom = (page: string, words: readonly string[]): string[] =>
  words.filter((word) => !read(page).includes(`\`${word}\``))

describe('every setting is explained', () => {
  it.each(['service', 'office'])('of %s.yaml', (name) => {
    expect(keysOf(schema(name)).length).toBeGreaterThan(3)
    expect(missingFrom('docs/configuration.md', keysOf(schema(name)))).toEqual([])
  })

  it('of a source', () => {
    const source = schema('sources').properties?.sources?.items ?? {}
    expect(keysOf(source)).toContain('politeness.gap')
    expect(missingFrom('docs/add-a-source.md', keysOf(source))).toEqual([])
  })

  it('of the environment', () => {
    expect(missingFrom('docs/configuration.md', Object.keys(environmentSchema.shape))).toEqual([])
  })
})

it('every command is explained', () => {
  const operations = read('docs/operations.md')
  const verbs = list('src/cli/commands', '.ts').flatMap((file) =>
    Array.from(read(file).matchAll(/\.command\('([a-z]+)'\)/g), ([, verb = '']) => verb),
  )
  expect(verbs).toContain('doctor')
  expect(verbs.filter((verb) => !new RegExp(`\\b${verb}\\b`).test(operations))).toEqual([])
})
