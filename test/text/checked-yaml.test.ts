import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { UserError } from '../../src/errors.ts'
import { sourceFileSchema } from '../../src/model/source.ts'
import { parseYaml } from '../../src/text/checked-yaml.ts'

const schema = z.strictObject({
  title: z.string(),
  level: z.enum(['news', 'official', 'social']).default('news'),
  size: z.int().min(1).max(9).optional(),
  parts: z.array(z.strictObject({ name: z.string().min(2), weight: z.number().optional() })).default([]),
})

function failure<T>(text: string, against: z.ZodType<T>): UserError {
  try {
    parseYaml(text, 'a.yaml', against)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('parseYaml', () => {
  it('gives the checked value with its defaults', () => {
    expect(parseYaml('title: Tin tức\nparts:\n  - name: ab\n', 'a.yaml', schema)).toEqual({
      title: 'Tin tức',
      level: 'news',
      parts: [{ name: 'ab' }],
    })
  })

  it('names file, line and the nearest key for a key that does not exist', () => {
    const error = failure('title: x\nparts:\n  - name: ab\n    wieght: 2\n', schema)
    expect(error.where).toBe('a.yaml:4')
    expect(error.what).toContain('"wieght"')
    expect(error.todo).toContain('Did you mean "weight"?')
    expect(error.todo).toContain('name, weight')
  })

  it('names the nearest value for one that is not in the list', () => {
    const error = failure('title: x\nlevel: offical\n', schema)
    expect(error.where).toBe('a.yaml:2')
    expect(error.todo).toContain('Did you mean "official"?')
  })

  it('makes no suggestion where nothing is near', () => {
    expect(failure('title: x\nlevel: completely-else\n', schema).todo).not.toContain('Did you mean')
  })

  it('says at its surroundings what is missing', () => {
    const error = failure('title: x\nparts:\n  - name: ab\n  - weight: 1\n', schema)
    expect(error.where).toBe('a.yaml:4')
    expect(error.what).toBe('"name" is missing')
  })

  it('lists all problems in the order of their lines', () => {
    const error = failure('level: nws\nsize: 12\nparts:\n  - name: a\n    colour: red\n', schema)
    expect(error.what).toContain('5 problems')
    const lines = [...error.what.matchAll(/a\.yaml:(\d+)/g)].map((match) => Number(match[1]))
    expect(lines).toEqual([1, 1, 2, 4, 5])
    expect(error.message).toContain('at most 9')
  })

  it('reports YAML that cannot be read, with its line', () => {
    expect(failure('title: "open\nlevel: news\n', schema).what).toContain('not valid YAML')
    expect(failure('title: a\ntitle: b\n', schema).where).toBe('a.yaml:2')
  })

  it('says what an empty file should have been', () => {
    expect(failure('', schema).where).toBe('a.yaml:1')
  })

  it('sees through the unions, defaults and transforms of the source configuration', () => {
    const text = `sources:
  - id: bao-huyen
    name: Báo huyện
    kind: fead
    url: ftp://example.org
    ownership: newsroom
    language: vi
    politness: { gap: 5s }
  - id: bao-xa
    name: Báo xã
    kind: feed
    url: https://example.org/rss
    ownership: newsroom
    language: vi
    politeness:
      gap: fast
`
    const { what } = failure(text, sourceFileSchema)
    expect(what).toContain('a.yaml:4: "kind": "fead" is not a known value. Did you mean "feed"?')
    expect(what).toContain('a.yaml:5: "url"')
    expect(what).toContain('a.yaml:8: unknown key "politness"')
    expect(what).toContain('Did you mean "politeness"?')
    expect(what).toContain('a.yaml:16: "gap": "fast"')
  })

  it('throws nothing but UserError, whatever the text', () => {
    const lines = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('title: x', 'parts:', '  - name: q', '&a [*a]', '? b')),
    )
    fc.assert(
      fc.property(lines, (some) => {
        try {
          parseYaml(some.join('\n'), 'a.yaml', schema)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})
