// Whose plan it is: the region and the office that its title and head name.
import type { Region, Unit } from '../model/region.ts'
import { fold } from '../text/normalize.ts'
import { indexUnits, type UnitIndex } from './parties.ts'

type Placed = { readonly region: Region | null; readonly issuer: string | null; readonly units: UnitIndex }
type Registers = { readonly regions: readonly Region[]; readonly units: readonly Unit[] }

/** `texts` from the title on; the smallest region that one of them names with its kind counts. */
export function placeUnits(texts: readonly string[], { regions, units }: Registers): Placed {
  const head = texts.map((text) => ` ${fold(text)} `).join('\n')
  const region = findRegion(head, regions)
  if (region === null) {
    const national = units.find(({ name, region: at }) => at === 'vn' && head.includes(` ${fold(name)} `)) ?? null
    const own = units.filter((unit) => unit.region === 'vn')
    const country = national ? (regions.find(({ code }) => code === 'vn') ?? null) : null
    return { region: country, issuer: national?.id ?? null, units: indexUnits(own, national ? [national.name] : []) }
  }
  const chain = chainOf(region, regions)
  const near = chain.flatMap(({ code }) => units.filter((unit) => unit.region === code))
  const committee = fold(`Ủy ban nhân dân ${fullName(region)}`)
  const issuer = near.find(({ name }) => fold(name) === committee)?.id ?? null
  return {
    region,
    issuer,
    units: indexUnits(
      near,
      chain.map(({ nameVi }) => nameVi),
    ),
  }
}

const fullName = ({ kindVi, nameVi }: Region): string => `${kindVi} ${nameVi}`

/** Districts before provinces; of two of one name the one that came first; else the place that stands before the day. */
function findRegion(head: string, regions: readonly Region[]): Region | null {
  const places = regions.filter(({ level }) => level === 'district' || level === 'province')
  const named = places.filter((region) => new RegExp(`(?<![a-z])${fold(fullName(region))}(?![a-z])`).test(head))
  const found = named.find(({ level }) => level === 'district') ?? named.find(({ validTo }) => validTo !== null)
  if (found || named[0]) return found ?? named[0] ?? null
  const place = /(?:^|\n) ?([^,\n]{2,30}), ngay [^\n]*thang/.exec(head)?.[1]
  const namesakes = places.filter(({ nameVi }) => fold(nameVi) === place?.trim())
  return namesakes.length === 1 ? (namesakes[0] ?? null) : null
}

/** A region, what it became without a change of name, and what it lies in. */
function chainOf(region: Region, regions: readonly Region[]): Region[] {
  const parent = regions.find(({ code }) => code === region.parent)
  const namesakes = regions.filter(({ level, nameVi }) => level === region.level && nameVi === region.nameVi)
  return [region, ...namesakes.filter(({ code }) => code !== region.code), ...(parent ? chainOf(parent, regions) : [])]
}
