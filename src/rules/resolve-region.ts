// Resolving: which places a region of one time is on another day, and how much of it each of them holds.
import type { Region, Succession } from '../model/region.ts'
import type { RegionData } from './regions.ts'

/** Where a region's people and places are found on a day. */
export type ResolvedRegion = {
  readonly region: Region
  /** Only a part of the region asked for is in here: its counts must not be carried over whole. */
  readonly partial: boolean
  /** Others are in here too: the counts of `region` are not those of the region asked for alone. */
  readonly shared: boolean
}

export type RegionIndex = {
  readonly byCode: ReadonlyMap<string, Region>
  readonly from: ReadonlyMap<string, readonly Succession[]>
  readonly to: ReadonlyMap<string, readonly Succession[]>
}

/** Maps for the questions below; build it once, it answers each without a search. */
export function indexRegions({ regions, successions }: RegionData): RegionIndex {
  return {
    byCode: new Map(regions.map((region) => [region.code, region])),
    from: Map.groupBy(successions, ({ from }) => from),
    to: Map.groupBy(successions, ({ to }) => to),
  }
}

/**
 * Finds what a region is on a day (YYYY-MM-DD): itself while it is valid, later its successors, also over several
 * reforms. Empty for a code that nobody knows and for a day before the region existed.
 */
export function resolveRegion(index: RegionIndex, code: string, day: string): ResolvedRegion[] {
  const asked = index.byCode.get(code)
  if (!asked || (asked.validFrom !== null && day < asked.validFrom)) return []
  if (isValidOn(asked, day)) return [{ region: asked, partial: false, shared: false }]
  const found = new Map<string, ResolvedRegion>()
  for (const { to, partial } of index.from.get(code) ?? [])
    for (const next of resolveRegion(index, to, day)) {
      const shared = next.shared || (index.to.get(to) ?? []).some(({ from }) => !isKin(index, from, code))
      const other = found.get(next.region.code)
      found.set(next.region.code, {
        region: next.region,
        partial: partial || next.partial || (other?.partial ?? false),
        shared: shared || (other?.shared ?? false),
      })
    }
  return [...found.values()]
}

/** What a region lies in, the nearest first and the country last; empty for the country and for unknown codes. */
export function ancestors(index: RegionIndex, code: string): Region[] {
  const out: Region[] = []
  for (let at = index.byCode.get(code); at?.parent; at = out.at(-1)) {
    const parent = index.byCode.get(at.parent)
    if (!parent) break
    out.push(parent)
  }
  return out
}

/** The period of a region, channel or unit. */
export type Validity = Pick<Region, 'validFrom' | 'validTo'>

/** True from its first day up to, not including, the day on which it ended. */
export function isValidOn({ validFrom, validTo }: Validity, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo)
}

function isKin(index: RegionIndex, a: string, b: string): boolean {
  const lies = (inner: string, outer: string): boolean => ancestors(index, inner).some(({ code }) => code === outer)
  return a === b || lies(a, b) || lies(b, a)
}
