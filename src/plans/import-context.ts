// What a draft is made with: the registers, and the phrases by which a scan is restored.
import { conventionIds, conventions } from '../model/convention.ts'
import type { Region, Unit } from '../model/region.ts'
import type { ImportContext } from './import.ts'
import { planPhrases } from './plan-phrases.ts'
import { compilePhrases } from './restore.ts'

/** Offices, conventions and regions are phrases too. Communes are left out: their short names fit everything. */
export function makeImportContext(
  id: string,
  { regions, units }: { readonly regions: readonly Region[]; readonly units: readonly Unit[] },
): ImportContext {
  const names = [
    ...units.flatMap(({ name }) => [name, bareName(name)]),
    ...conventionIds.map((convention) => conventions[convention].vi),
    ...regions
      .filter(({ level }) => level === 'province')
      .flatMap(({ kindVi, nameVi }) => [nameVi, `${kindVi.toLocaleLowerCase('vi')} ${nameVi}`]),
  ]
  return { id, regions, units, phrases: compilePhrases([...planPhrases, ...names]) }
}

/** "Sở Tư pháp tỉnh Lai Châu" is "Sở Tư pháp" in the province's own plan. */
const bareName = (name: string): string => name.replace(/\s(?:thuộc )?(?:tỉnh|thành phố|huyện|quận)\s\p{Lu}.*$/u, '')
