// Reads a file's imports as text, and holds them against the layers of the design.
import { posix } from 'node:path'

export type Import = { readonly from: string; readonly to: string; readonly isTypeOnly: boolean }

const statement = /^(?:import|export)\s+(type\s+)?(?:([^'"();]*?)\s+from\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Imports of a file; `to` is a path of the repository, or a package's name. */
export function readImports(file: string, text: string): Import[] {
  const resolve = (specifier: string): string =>
    specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier
  const found: Import[] = []
  for (const [, type, names = '', specifier = ''] of text.matchAll(statement)) {
    const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
    const parts = inner
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const isTypeOnly = Boolean(type) || Boolean(parts?.length && parts.every((name) => name.startsWith('type ')))
    found.push({ from: file, to: resolve(specifier), isTypeOnly })
  }
  for (const [, specifier = ''] of text.matchAll(dynamic))
    found.push({ from: file, to: resolve(specifier), isTypeOnly: false })
  return found
}

/** A room of the house: its layer, and the folder whose files may import one another freely. */
export type Place = { readonly layer: 0 | 1 | 2 | 3 | 4 | 'web'; readonly room: string }

const places: readonly (readonly [RegExp, Place])[] = [
  [/^src\/(model\/|errors\.ts$)/, { layer: 0, room: 'model' }],
  [/^src\/reports\/(docx|xlsx|pdf|html|charts|formats|fonts?)\b/, { layer: 2, room: 'reports' }],
  [/^src\/(text|rules|plans|publish|reports)\//, { layer: 1, room: 'pure' }],
  [/^classifiers\/load\.ts$/, { layer: 2, room: 'load' }],
  [/^classifiers\//, { layer: 1, room: 'pure' }],
  [/^crawlers\//, { layer: 2, room: 'crawlers' }],
  [/^(src\/store|migrations)\//, { layer: 2, room: 'store' }],
  [/^src\/threads\//, { layer: 2, room: 'threads' }],
  [/^src\/delivery\//, { layer: 2, room: 'delivery' }],
  [/^src\/log\.ts$/, { layer: 2, room: 'log' }],
  [/^src\/pipeline\//, { layer: 3, room: 'pipeline' }],
  [/^(src\/|examples\/)/, { layer: 4, room: 'edges' }],
  [/^web\//, { layer: 'web', room: 'web' }],
]

export function placeOf(file: string): Place | null {
  return places.find(([pattern]) => pattern.test(file))?.[1] ?? null
}

/** Packages and built-ins by which a pure file would reach the world. */
const impure =
  /^node:(?!crypto$|path$|util$|url$|buffer$|zlib$)|^(undici|kysely|hono|@hono\/|@crawlee\/|node-cron|commander|cli-progress)/

/** In words what an import breaks; null when it is allowed. */
export function findViolation({ from, to, isTypeOnly }: Import): string | null {
  const source = placeOf(from)
  if (source === null) return null
  const target = placeOf(to)
  if (target === null) {
    if (source.layer === 0 && to !== 'zod') return `${from}: layer 0 imports only zod, not ${to}`
    if (source.layer === 1 && !isTypeOnly && impure.test(to))
      return `${from}: layer 1 is pure and must not import ${to}`
    return null
  }
  if (source.layer === 'web')
    return target.layer === 'web' || target.layer === 0
      ? null
      : `${from}: the console may import types of src/model only, not ${to}`
  if (target.layer === 'web') return `${from}: nothing imports the console (${to})`
  if (source.room === target.room) return null
  if (source.layer === 3 && target.layer === 2)
    return isTypeOnly ? null : `${from}: the pipeline knows ${to} as types only`
  if (source.layer === 2 && target.layer === 2) return `${from}: layer 2 rooms do not import one another (${to})`
  return target.layer <= source.layer ? null : `${from} (layer ${source.layer}) imports ${to} (layer ${target.layer})`
}
