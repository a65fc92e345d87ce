// Source entry: a source as a person would write it in YAML, with nothing in it that is the default anyway.
import { type Source, sourceSchema } from '../model/source.ts'
import { fold } from '../text/normalize.ts'
import { canonicalUrl } from '../text/url.ts'

/** What `sourceSchema` reads; durations as people write them. */
export type SourceEntry = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string }

const unitsMs = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const

/** "30m" for 1800000. */
function writeDuration(ms: number): string {
  const [unit, size] = unitsMs.find(([, unitMs]) => ms % unitMs === 0 && ms > 0) ?? (['s', 1000] as const)
  return `${ms / size}${unit}`
}

const durations: ReadonlySet<string> = new Set(['cadence', 'revisit', 'gap', 'timeout'])

function write(value: unknown, key: string): unknown {
  if (typeof value === 'number' && durations.has(key)) return writeDuration(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, write(inner, name)]),
  )
}

/** Keys that stand in every entry, whether they are the default or not. */
const spoken: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'url', 'roles', 'ownership', 'language', 'region'])

/** Pure; `sourceSchema` reads it back as the same source. */
export function writeEntry(source: Source): SourceEntry {
  const { id, name, kind, url, language, ownership, listing } = source
  const plain = sourceSchema.parse({ id, name, kind, url, language, ownership, ...(listing ? { listing } : {}) })
  const isSaid = (key: string): boolean =>
    spoken.has(key) ||
    key === 'listing' ||
    JSON.stringify(source[key as keyof Source]) !== JSON.stringify(plain[key as keyof Source])
  const entry = Object.entries(source)
    .filter(([key, value]) => value !== undefined && isSaid(key))
    .map(([key, value]) => [key, write(value, key)])
  const said = Object.fromEntries(entry) as SourceEntry & { url: readonly string[] }
  const addresses = url.length === 1 ? { url: url[0] } : url.length === 0 ? { url: undefined } : {}
  return JSON.parse(JSON.stringify({ ...said, ...addresses })) as SourceEntry
}

/** An id from a name: "Báo Sông Thanh" becomes "bao-song-thanh". Empty where nothing Latin is left. */
export function makeId(name: string): string {
  const id = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '')
  return id.length < 2 ? '' : id
}

/** The id, or the first of id-2, id-3 … that is not taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? id : `${id.slice(0, 59)}-${count}`
    if (!taken.has(candidate)) return candidate
  }
}

/** Two addresses with the same key are one source: scheme, "www.", tracking and a last slash do not make another. */
export function addressKey(url: string): string {
  return (canonicalUrl(url, url) ?? url).replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}

/** The source that has one of these addresses already. */
export function findByAddress(sources: readonly Source[], urls: readonly string[]): Source | null {
  const keys = new Set(urls.map(addressKey))
  return sources.find(({ url }) => url.some((own) => keys.has(addressKey(own)))) ?? null
}
