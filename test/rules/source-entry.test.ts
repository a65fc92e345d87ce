import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { sourceSchema } from '../../src/model/source.ts'
import { guessRegion } from '../../src/rules/guess-region.ts'
import { buildRegions } from '../../src/rules/regions.ts'
import { indexRegions } from '../../src/rules/resolve-region.ts'
import { addressKey, freeId, makeId, writeEntry } from '../../src/rules/source-entry.ts'

const folder = fileURLToPath(new URL('../../config', import.meta.url))

describe('an entry', () => {
  it('is read back as the same source, whatever the office wrote', async () => {
    const { sources } = await readConfig(folder)
    for (const source of sources) expect(sourceSchema.parse(writeEntry(source))).toEqual(source)
  })

  it('says only what differs from the defaults, durations as people write them', () => {
    const written = {
      id: 'bao-a',
      name: 'Báo A',
      kind: 'listing',
      url: 'https://a.example/tin',
      ownership: 'newsroom',
      language: 'vi',
      cadence: '2h',
      politeness: { gap: '30s' },
      listing: { link: 'h3 a' },
      article: { drop: '.lien-quan' },
    }
    const entry = writeEntry(sourceSchema.parse(written))
    expect(entry).toMatchObject({ ...written, roles: ['news'], region: 'vn' })
    expect(Object.keys(entry)).not.toContain('revisit')
  })

  it('has an id from its name', () => {
    expect(makeId('Báo Đà Nẵng – điện tử')).toBe('bao-da-nang-dien-tu')
    expect([makeId('日報'), makeId('x')]).toEqual(['', ''])
    expect(freeId('bao-a', new Set(['bao-a', 'bao-a-2']))).toBe('bao-a-3')
  })

  it('is the same source under another spelling of its address', () => {
    const spellings = ['https://www.a.example/rss/', 'http://a.example/rss', 'https://a.example/rss?utm_source=x#top']
    expect(new Set(spellings.map(addressKey))).toEqual(new Set(['a.example/rss']))
    expect(addressKey('https://a.example/rss?id=2')).not.toBe('a.example/rss')
  })
})

describe('a region', () => {
  const json = (name: string) => JSON.parse(readFileSync(`${folder}/regions/${name}.json`, 'utf8'))
  const index = indexRegions(
    buildRegions({ provinces: json('provinces'), communes: json('communes'), succession: json('succession') }),
  )
  it.each([
    ['laichau.gov.vn', '12'],
    ['sotuphap.laichau.gov.vn', '12'],
    ['baolaichau.vn', '12'],
    // Hải Dương went into Hải Phòng in 2025.
    ['baohaiduong.vn', '31'],
    ['bo-mau.gov.vn', 'vn'],
    ['bao.example', 'vn'],
  ])('of %s is guessed as %s', (host, code) => {
    expect(guessRegion(host, 'vi', index, '2026-11-18')).toBe(code)
  })

  it('is the world for a site that is not Vietnamese', () => {
    expect(guessRegion('news.example', 'en', index, '2026-11-18')).toBe('int')
  })
})
