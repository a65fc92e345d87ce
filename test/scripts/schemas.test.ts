import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeSchemas } from '../../scripts/schemas.ts'

const folder = new URL('../../config/schema/', import.meta.url)

it('the committed JSON Schemas are those of the code; `npm run schemas` writes them anew', () => {
  const made = makeSchemas()
  expect(readdirSync(folder).sort()).toEqual(Object.keys(made).sort())
  for (const [name, schema] of Object.entries(made)) {
    const committed: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    expect(committed, name).toEqual(JSON.parse(JSON.stringify(schema)))
  }
})
