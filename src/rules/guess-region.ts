// Guessing a source's region from its address; a person sees the guess before it counts.
import type { Region } from '../model/region.ts'
import { fold } from '../text/normalize.ts'
import { type RegionIndex, resolveRegion } from './resolve-region.ts'

/** A shorter name ("Huế") is also a part of other words: it has to be the whole label. */
const leastInside = 6

/**
 * A province's code for hosts such as sotuphap.laichau.gov.vn and baolaichau.vn, of former provinces too where they went
 * into one; else `vn` for Vietnamese hosts and texts, and `int`. Pure; `today` as YYYY-MM-DD.
 */
export function guessRegion(host: string, language: string | null, index: RegionIndex, today: string): string {
  const labels = host.toLowerCase().split('.')
  const isVietnamese = labels.at(-1) === 'vn' || language === 'vi'
  if (!isVietnamese) return 'int'
  const found = [...index.byCode.values()]
    .filter((region) => region.level === 'province' && fits(squash(region), labels))
    .sort((a, b) => squash(b).length - squash(a).length)[0]
  const today34 = found ? resolveRegion(index, found.code, today) : []
  return today34.length === 1 ? (today34[0]?.region.code ?? 'vn') : 'vn'
}

const squash = ({ nameVi }: Region): string => fold(nameVi).replace(/[^a-z]/g, '')

function fits(name: string, labels: readonly string[]): boolean {
  return labels.some((label) => label === name || (name.length >= leastInside && label.includes(name)))
}
