import { readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { buildRegions } from '../../src/rules/regions.ts'
import { ancestors, indexRegions, isValidOn, resolveRegion } from '../../src/rules/resolve-region.ts'

const path = (name: string): URL => new URL(`../../config/regions/${name}.json`, import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(path(name), 'utf8'))
const files = () => ({ provinces: read('provinces'), communes: read('communes'), succession: read('succession') })

const data = buildRegions(files())
const index = indexRegions(data)
const lastDay = '2025-06-30'
const firstDay = '2025-07-01'
const codes = data.regions.map(({ code }) => code)

const at = (code: string, day: string) =>
  resolveRegion(index, code, day)
    .map(({ region, partial, shared }) => ({ code: region.code, name: region.nameVi, partial, shared }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))

describe('the register', () => {
  it('holds one country, 34 provinces and 3,321 communes of today', () => {
    const today = data.regions.filter((region) => isValidOn(region, firstDay))
    const count = (level: string) => today.filter((region) => region.level === level).length
    expect([count('country'), count('province'), count('district'), count('commune')]).toEqual([1, 34, 0, 3321])
    expect(today.filter(({ kindVi }) => kindVi === 'Đặc khu')).toHaveLength(13)
  })

  it('holds the 63 provinces before, each with one successor that it went into whole', () => {
    const before = data.regions.filter(({ level, validTo }) => level === 'province' && validTo === firstDay)
    expect(before).toHaveLength(63)
    for (const { code } of before) {
      const found = resolveRegion(index, code, firstDay)
      expect(found, code).toHaveLength(1)
      expect(found[0], code).toMatchObject({ partial: false, region: { level: 'province' } })
    }
  })

  it('gives every commune of today a predecessor', () => {
    const made = new Set(data.successions.map(({ to }) => to))
    expect(codes.filter((code) => /^\d{5}$/.test(code) && !made.has(code))).toEqual([])
  })

  it('writes Vietnamese names composed, and English ones without marks', () => {
    for (const { nameVi, nameEn } of data.regions) {
      expect(nameVi).toBe(nameVi.normalize('NFC'))
      expect(nameEn).toMatch(/^[\p{Script=Latin}\d '’().-]+$/u)
      expect(nameEn).toBe(nameEn.normalize('NFD').replace(/\p{M}/gu, ''))
    }
    expect(index.byCode.get('66')?.nameEn).toBe('Dak Lak')
    expect(index.byCode.get('01')?.nameEn).toBe('Hanoi')
  })

  it('uses every code once, and the same ones at every start', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(buildRegions(files())).toEqual(data)
  })

  it('stays small enough to be read by people and at every start', () => {
    const bytes = ['provinces', 'communes', 'succession'].reduce((sum, name) => sum + statSync(path(name)).size, 0)
    expect(bytes).toBeLessThan(700_000)
  })
})

describe('resolving a region', () => {
  it('finds a province before and after the reform', () => {
    expect(at('old:hai-duong', lastDay)).toEqual([
      { code: 'old:hai-duong', name: 'Hải Dương', partial: false, shared: false },
    ])
    expect(at('old:hai-duong', firstDay)).toEqual([{ code: '31', name: 'Hải Phòng', partial: false, shared: true }])
    expect(at('old:lang-son', '2026-01-01')).toEqual([{ code: '20', name: 'Lạng Sơn', partial: false, shared: false }])
  })

  it('leads the district of Đình Lập to the four communes of today', () => {
    const district = 'old:lang-son:huyen-dinh-lap'
    expect(at(district, lastDay).map(({ code }) => code)).toEqual([district])
    expect(at(district, firstDay)).toEqual([
      { code: '06613', name: 'Đình Lập', partial: true, shared: false },
      { code: '06616', name: 'Thái Bình', partial: true, shared: false },
      { code: '06625', name: 'Kiên Mộc', partial: true, shared: false },
      { code: '06637', name: 'Châu Sơn', partial: true, shared: false },
    ])
  })

  it('says where others are in the successor too', () => {
    const shared = at('old:hai-phong:quan-kien-an', firstDay).filter((found) => found.shared)
    expect(shared.map(({ name }) => name)).toEqual(['Phù Liễn'])
  })

  it('divides a commune that went into two', () => {
    expect(at('old:lang-son:xa-binh-xa', firstDay).map(({ code, partial }) => [code, partial])).toEqual([
      ['06613', true],
      ['06625', true],
    ])
    expect(at('old:lang-son:xa-bac-xa', firstDay).map(({ code, partial }) => [code, partial])).toEqual([
      ['06625', false],
    ])
  })

  it('never counts a divided region whole', () => {
    const targets = Map.groupBy(data.successions, ({ from }) => from)
    for (const [from, steps] of targets) {
      if (steps.length > 1)
        expect(
          steps.every(({ partial }) => partial),
          from,
        ).toBe(true)
      expect(new Set(steps.map(({ to }) => to)).size, from).toBe(steps.length)
    }
  })

  it('knows nothing of a code before its first day, or of a code that does not exist', () => {
    expect(at('06613', lastDay)).toEqual([])
    expect(at('99', firstDay)).toEqual([])
    expect(at('int', firstDay)).toEqual([])
  })

  it('gives only regions that are valid on the day, and loses none', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.constantFrom(...codes), days, (code, date) => {
        const day = date.toISOString().slice(0, 10)
        const found = resolveRegion(index, code, day)
        expect(found.every(({ region }) => isValidOn(region, day))).toBe(true)
        const asked = index.byCode.get(code)
        if (asked && (asked.validFrom === null || asked.validFrom <= day)) expect(found.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('ancestors', () => {
  it('go up to the country', () => {
    expect(ancestors(index, '06613').map(({ code }) => code)).toEqual(['20', 'vn'])
    expect(ancestors(index, 'old:lang-son:xa-binh-xa').map(({ code }) => code)).toEqual([
      'old:lang-son:huyen-dinh-lap',
      'old:lang-son',
      'vn',
    ])
    expect(ancestors(index, 'vn')).toEqual([])
    expect(ancestors(index, 'nowhere')).toEqual([])
  })
})

describe('names that differ in tone marks only', () => {
  it('are regions of their own', () => {
    const ids = codes.filter((code) => code.startsWith('old:lao-cai:phuong-sa-pa'))
    expect(ids.map((id) => index.byCode.get(id)?.nameVi).sort()).toEqual(['Sa Pa', 'Sa Pả'])
  })
})

describe('a broken file', () => {
  const broken = (change: (all: ReturnType<typeof files>) => void): unknown => {
    const all = files()
    change(all)
    try {
      buildRegions(all)
    } catch (error) {
      return error
    }
    return null
  }

  it('is named, with the entry to mend', () => {
    const badCode = broken(({ communes }) => {
      communes.communes['20'].abc = 'Xã Thử'
    })
    expect(badCode).toBeInstanceOf(UserError)
    expect(String(badCode)).toContain('communes.json')
  })

  it('is refused when it names what does not exist', () => {
    const badSuccessor = broken(({ provinces }) => {
      provinces.before['hai-duong'][1] = '99'
    })
    expect(String(badSuccessor)).toContain('99')
    const badMember = broken(({ succession }) => {
      succession.districts['lang-son']['Huyện Đình Lập'].push('Xã Không Có')
    })
    expect(String(badMember)).toContain('Xã Không Có')
  })
})
