// Places: the provinces and communes that an item is about, apart from where its outlet is.
import type { Region } from '../src/model/region.ts'
import { ancestors, isValidOn, resolveRegion } from '../src/rules/resolve-region.ts'
import type { Gazetteer } from './places/gazetteer.ts'
import { findMentions, type Mention } from './places/mentions.ts'
import { readWords } from './places/words.ts'

export type Place = {
  /** Code of the region as it is on the item's day. */
  readonly code: string
  /** The name that was read, where that region has another one since. */
  readonly formerCode: string | null
  readonly level: Region['level']
  /** Where it is named: offsets into title + "\n" + text; empty for a province known through its commune only. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

type Written = { readonly title: string; readonly text: string }
type Context = {
  /** YYYY-MM-DD. */
  readonly day: string
  /** Region of the outlet: it decides between namesakes, and never makes a place. */
  readonly outletRegion: string | null
}

/** What a mention counts, by where it stands; a place needs `least` unless nothing else is named. */
const weights = { title: 3, lead: 2, body: 1 } as const
const least = 2
const leadChars = 500
/** A text that names more provinces is about the country, unless its title or lead says otherwise. */
const mostProvinces = 6

/**
 * Finds what a text is about, the most mentioned first. Namesakes are told apart by provinces named beside them, then by
 * the outlet's region, and are left out where neither helps. Pure.
 */
export function findPlaces({ title, text }: Written, gazetteer: Gazetteer, { day, outletRegion }: Context): Place[] {
  const whole = title === '' ? text : `${title}\n${text}`
  const words = readWords(whole)
  const marked = words.filter(({ marks }) => marks !== '').length
  const mentions = findMentions(words, gazetteer, marked < words.length * 0.1)
  const provinces = mentions.filter(({ regions }) => regions.every(({ level }) => level === 'province'))
  const resolve = (mention: Mention) => chooseRegion(mention, provinces, gazetteer, { day, outletRegion })
  const found = new Map<string, Place & { spans: { start: number; end: number }[]; weight: number }>()
  const add = (region: Region, former: Region | null, span: { start: number; end: number } | null, weight: number) => {
    const place = found.get(region.code) ?? {
      ...{ code: region.code, formerCode: former?.code ?? null, level: region.level, spans: [], weight: 0 },
    }
    if (span) place.spans.push(span)
    found.set(region.code, { ...place, weight: place.weight + weight })
  }
  for (const mention of mentions) {
    const region = resolve(mention)
    const now = region && today(region, gazetteer, day)
    if (!now) continue
    const { start, end } = mention
    const weight = start < title.length ? weights.title : start < title.length + leadChars ? weights.lead : weights.body
    add(now, now === region ? null : region, { start, end }, weight)
    for (const outer of ancestors(gazetteer.index, now.code))
      if (outer.level === 'province') add(outer, null, null, weight)
  }
  for (const [name, region] of gazetteer.unspaced)
    for (let at = whole.indexOf(name); at >= 0; at = whole.indexOf(name, at + name.length)) {
      const weight = at < title.length + leadChars ? weights.lead : weights.body
      add(region, null, { start: at, end: at + name.length }, weight)
    }
  return choose([...found.values()])
}

function choose(found: readonly (Place & { readonly weight: number })[]): Place[] {
  const provinces = found.filter(({ level }) => level === 'province')
  const isCountrywide = provinces.length > mostProvinces
  const strong = found.filter(({ weight }) => weight >= (isCountrywide ? weights.title : least))
  const kept = strong.length === 0 && provinces.length === 1 ? found : strong
  return kept
    .toSorted((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
    .map(({ weight: _, ...place }) => place)
}

/** The one region that a mention means; null where namesakes cannot be told apart. */
function chooseRegion(
  mention: Mention,
  provinces: readonly Mention[],
  { index }: Gazetteer,
  { day, outletRegion }: Context,
): Region | null {
  // "TP Lào Cai" can be a province's former capital; the province is the safe reading.
  const asProvince = mention.regions.filter(({ level }) => level === 'province')
  const candidates = asProvince.length > 0 ? asProvince : mention.regions
  const pick = (regions: readonly Region[]): Region | null => {
    const valid = regions.filter((region) => isValidOn(region, day))
    const narrowest = valid.length > 0 ? valid : regions
    return narrowest.length === 1 ? (narrowest[0] ?? null) : null
  }
  if (candidates.length === 1 || asProvince.length > 0) return pick(candidates)
  const near = provinces.toSorted((a, b) => distance(a, mention) - distance(b, mention))
  for (const codes of [...near.map(namesOf(index, day)), around(outletRegion, index)]) {
    const inside = candidates.filter(({ code }) => ancestors(index, code).some((outer) => codes.has(outer.code)))
    if (inside.length > 0) return pick(inside)
  }
  return provinces.length === 0 ? pick(candidates) : null
}

/** A place's province mostly follows it: "xã Bính Xá, tỉnh Lạng Sơn". */
const distance = (province: Mention, mention: Mention): number =>
  province.at > mention.at ? province.at - mention.at : (mention.at - province.at) * 2

/** A province's codes of all times: a commune of before lies in a province of before. */
const namesOf =
  (index: Gazetteer['index'], day: string) =>
  ({ regions }: Mention): ReadonlySet<string> =>
    new Set(
      regions.flatMap(({ code }) => [
        code,
        ...resolveRegion(index, code, day).map(({ region }) => region.code),
        ...(index.to.get(code) ?? []).map(({ from }) => from),
      ]),
    )

function around(outletRegion: string | null, index: Gazetteer['index']): ReadonlySet<string> {
  if (outletRegion === null) return new Set()
  const own = [outletRegion, ...ancestors(index, outletRegion).map(({ code }) => code)].filter((code) => code !== 'vn')
  return new Set(own.flatMap((code) => [code, ...(index.to.get(code) ?? []).map(({ from }) => from)]))
}

/** The region on the item's day: itself, its one successor, or else the province around it. */
function today(region: Region, { index }: Gazetteer, day: string): Region | null {
  const resolved = resolveRegion(index, region.code, day)
  if (resolved.length === 1) return resolved[0]?.region ?? null
  const provinces = new Set(
    resolved.flatMap(({ region: { code } }) => ancestors(index, code).filter(({ level }) => level === 'province')),
  )
  return provinces.size === 1 ? ([...provinces][0] ?? null) : null
}
