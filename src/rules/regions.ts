// Regions: provinces and communes of today, what they were before, and how one leads to the other.
import type { z } from 'zod'
import { UserError } from '../errors.ts'
import type { Region, Succession } from '../model/region.ts'
import {
  communeFileSchema,
  provinceFileSchema,
  type RegionFiles,
  regionKinds,
  successionFileSchema,
} from '../model/region-files.ts'

/*
 * What is odd about the reform's own texts, and what is done about it:
 * - An old name under several new communes was divided; a district stands in brackets only where two units of one
 *   resolution had the same name. Where namesakes cannot be told apart they are one unit here, and every succession of it
 *   is partial: too careful, never counted twice.
 * - A unit that the text itself takes "in part" is partial even if its other part is named nowhere.
 * - The former province of a commune is told by its code: codes were given province by province, and mergers of
 *   communes did not cross the old borders.
 * - Island districts had no communes; they stand among the communes' predecessors as districts.
 * - Two names that differ in tone marks only (Sa Pa, Sa Pả) share a slug: the later one's id ends in -2.
 * - Hamlets that changed their commune on the way are left out.
 */

export type RegionData = { readonly regions: readonly Region[]; readonly successions: readonly Succession[] }

const country: Region = {
  code: 'vn',
  level: 'country',
  kindVi: 'Nước',
  nameVi: 'Việt Nam',
  nameEn: 'Viet Nam',
  parent: null,
  validFrom: null,
  validTo: null,
}

/**
 * Builds the register from the parsed files of config/regions, country first. Codes are two digits for provinces and five
 * for communes of today, `old:hai-duong` and `old:lang-son:xa-binh-xa` for those before. Throws a `UserError` that names
 * the file where its shape is wrong, or where it names something that does not exist.
 */
export function buildRegions(files: { readonly [file in keyof RegionFiles]: unknown }): RegionData {
  const provinces = check('provinces.json', provinceFileSchema, files.provinces)
  const communes = check('communes.json', communeFileSchema, files.communes)
  const succession = check('succession.json', successionFileSchema, files.succession)
  const create = createRegion(provinces)
  const regions: Region[] = [country]
  const successions: Succession[] = []
  for (const [code, name] of sorted(provinces.provinces)) regions.push(create.today(code, name, 'vn', 'province'))
  for (const [slug, [name, to]] of sorted(provinces.before)) {
    regions.push(create.before(`old:${slug}`, name, 'vn', 'province'))
    successions.push({ from: `old:${slug}`, to, partial: false })
  }
  for (const [province, names] of sorted(communes.communes))
    for (const [code, name] of sorted(names)) regions.push(create.today(code, name, province, 'commune'))
  for (const [slug, byCommune] of sorted(succession.communes)) {
    const former = buildFormer(slug, succession.districts[slug] ?? {}, byCommune, create.before)
    regions.push(...former.regions)
    successions.push(...former.successions)
  }
  return checkReferences({ regions, successions })
}

type Create = (code: string, fullName: string, parent: string, level: Region['level']) => Region

function createRegion({ validFrom, english }: RegionFiles['provinces']): { today: Create; before: Create } {
  const named = (fullName: string) => {
    const kindVi = regionKinds.find((kind) => fullName.startsWith(`${kind} `)) ?? ''
    // The district in brackets tells namesakes apart; it is part of the id, not of the name.
    const nameVi = fullName.slice(kindVi.length + 1).replace(/ \([^)]*\)$/, '')
    return { kindVi, nameVi, nameEn: english[nameVi] ?? plainLetters(nameVi) }
  }
  return {
    today: (code, name, parent, level) => ({ code, level, ...named(name), parent, validFrom, validTo: null }),
    before: (code, name, parent, level) => ({
      code,
      level,
      ...named(name),
      parent,
      validFrom: null,
      validTo: validFrom,
    }),
  }
}

/** One province before: its districts as far as they are listed, its communes, and what each became. */
function buildFormer(
  slug: string,
  districts: Readonly<Record<string, readonly string[]>>,
  byCommune: Readonly<Record<string, readonly (readonly string[])[]>>,
  create: Create,
): RegionData {
  const parent = `old:${slug}`
  const idOf = createIds(parent)
  const became = new Map<string, Succession[]>()
  for (const [to, [whole = [], parts = []]] of sorted(byCommune))
    for (const name of [...whole, ...parts])
      became.set(name, [...(became.get(name) ?? []), { from: idOf(name), to, partial: parts.includes(name) }])
  const districtOf = new Map<string, string>()
  const regions: Region[] = []
  const successions: Succession[] = []
  for (const [name, members] of sorted(districts)) {
    const unknown = members.find((member) => !became.has(member))
    if (unknown !== undefined) throw brokenFile('succession.json', `${name}: ${unknown} became nothing`)
    for (const member of members) districtOf.set(member, idOf(name))
    regions.push(create(idOf(name), name, parent, 'district'))
    successions.push(
      ...gather(
        idOf(name),
        members.flatMap((member) => became.get(member) ?? []),
      ),
    )
  }
  for (const [name, steps] of became) {
    const level = name.startsWith('Huyện ') ? 'district' : 'commune'
    regions.push(create(idOf(name), name, districtOf.get(name) ?? parent, level))
    successions.push(...steps)
  }
  return { regions, successions }
}

/** A district went into all communes that its own went into; where those are several, only a part into each. */
function gather(from: string, ofMembers: readonly Succession[]): Succession[] {
  const targets = [...new Set(ofMembers.map(({ to }) => to))].sort()
  return targets.map((to) => ({ from, to, partial: targets.length > 1 }))
}

function check<T>(file: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw brokenFile(file, `${issue?.path.join(' › ')}: ${issue?.message}`)
}

function brokenFile(file: string, what: string): UserError {
  return new UserError(`config/regions/${file}`, what, 'Restore the file from the release, or mend this entry.')
}

function checkReferences(data: RegionData): RegionData {
  const codes = new Set(data.regions.map(({ code }) => code))
  if (codes.size < data.regions.length) throw brokenFile('', 'two regions have the same code')
  const missing =
    data.regions.find(({ parent }) => parent !== null && !codes.has(parent))?.parent ??
    data.successions.flatMap(({ from, to }) => [from, to]).find((code) => !codes.has(code))
  if (missing !== undefined) throw brokenFile('', `the code ${missing} is named, but stands nowhere`)
  return data
}

/** Ids of one province's units; the same name always gets the same id. */
function createIds(prefix: string): (fullName: string) => string {
  const ids = new Map<string, string>()
  const taken = new Map<string, number>()
  return (fullName) => {
    const known = ids.get(fullName)
    if (known !== undefined) return known
    const slug = plainLetters(fullName)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    const times = (taken.get(slug) ?? 0) + 1
    taken.set(slug, times)
    const id = `${prefix}:${slug}${times > 1 ? `-${times}` : ''}`
    ids.set(fullName, id)
    return id
  }
}

/** "Đắk Lắk" as "Dak Lak". */
function plainLetters(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

/** JSON objects list keys that look like whole numbers first; sorted, the order is the codes'. */
const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
