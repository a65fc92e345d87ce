// The configuration that an office starts with: every name in it leads somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { channelFileSchema, unitFileSchema } from '../../src/model/register.ts'
import { buildRegions } from '../../src/rules/regions.ts'
import { indexRegions, isValidOn } from '../../src/rules/resolve-region.ts'
import { parseYaml } from '../../src/text/checked-yaml.ts'

const folder = fileURLToPath(new URL('../../config', import.meta.url))
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')

const index = indexRegions(
  buildRegions({
    provinces: JSON.parse(text('regions/provinces.json')),
    communes: JSON.parse(text('regions/communes.json')),
    succession: JSON.parse(text('regions/succession.json')),
  }),
)
const config = await readConfig(folder)
const { channels } = parseYaml(text('channels.yaml'), 'channels.yaml', channelFileSchema)
const { units } = parseYaml(text('units.yaml'), 'units.yaml', unitFileSchema)
const twins = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i)

describe('sources', () => {
  it('are published by newsrooms, public bodies and organisations, over https, each address once', () => {
    expect(config.sources.length).toBeGreaterThan(30)
    expect(config.sources.filter(({ ownership }) => ownership === 'private')).toEqual([])
    const addresses = config.sources.flatMap(({ url }) => url)
    expect(addresses.filter((url) => !url.startsWith('https://'))).toEqual([])
    expect(twins(addresses)).toEqual([])
  })

  it('have a region of today, or are international', () => {
    const isRegion = (code: string): boolean => {
      const region = index.byCode.get(code)
      return region !== undefined && isValidOn(region, '2025-07-01')
    }
    expect(config.sources.filter(({ region }) => region !== 'int' && !isRegion(region)).map(({ id }) => id)).toEqual([])
  })

  it('cover newspapers of the provinces whose plans are followed', () => {
    for (const region of ['12', '20', '25', '31'])
      expect(config.sources.some((source) => source.region === region && source.roles.includes('news'))).toBe(true)
  })
})

describe('channels', () => {
  it('have an id of their own, a known region and a known source', () => {
    expect(twins(channels.map(({ id }) => id))).toEqual([])
    expect(channels.filter(({ region }) => !index.byCode.has(region)).map(({ id }) => id)).toEqual([])
    const sources = new Set(config.sources.map(({ id }) => id))
    expect(channels.filter(({ sourceId }) => sourceId !== null && !sources.has(sourceId))).toEqual([])
  })

  it('do not outlive their region, and do not begin before it', () => {
    for (const { id, region, validFrom, validTo } of channels) {
      const { validTo: end, level, validFrom: begin } = index.byCode.get(region) ?? {}
      if (end) expect(validTo, id).toBe(end)
      if (level === 'commune') expect(validFrom, id).toBe(begin)
    }
  })
})

describe('units', () => {
  it('have an id of their own and a known region', () => {
    expect(twins(units.map(({ id }) => id))).toEqual([])
    expect(units.filter(({ region }) => !index.byCode.has(region)).map(({ id }) => id)).toEqual([])
  })

  it('lead to a successor that was there on the day they ended', () => {
    for (const { id, successor, validTo } of units) {
      if (successor === null) continue
      const next = units.find((unit) => unit.id === successor)
      expect(next, `${id} → ${successor}`).toBeDefined()
      expect(validTo, id).not.toBeNull()
      if (next) expect(isValidOn(next, validTo ?? ''), id).toBe(true)
    }
  })

  it('do not outlive the district they worked for', () => {
    for (const { id, region, validTo } of units) {
      const end = index.byCode.get(region)?.validTo
      if (end) expect(validTo !== null && validTo <= end, id).toBe(true)
    }
  })
})

it('YAML files that name a schema name one that exists', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  const named = files.flatMap((name) => {
    const schema = /^# yaml-language-server: \$schema=(\S+)/.exec(text(name))?.[1]
    return schema ? [{ name, path: join(folder, dirname(name), schema) }] : []
  })
  expect(named.map(({ name }) => name)).toEqual(expect.arrayContaining(['channels.yaml', 'office.yaml', 'units.yaml']))
  expect(named.filter(({ path }) => !existsSync(path)).map(({ name }) => name)).toEqual([])
})
