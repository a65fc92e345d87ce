// Admitting a list of sources: which lines come in, which are there already, and which are refused, and why.
import { type Source, sourceSchema } from '../model/source.ts'
import type { ListLine } from '../text/source-lists.ts'
import { addressKey, findByAddress, freeId, makeId, writeEntry } from './source-entry.ts'

export type Admission = {
  readonly line: number
  readonly name: string
  readonly url: string
} & (
  | { readonly result: 'added'; readonly source: Source }
  | { readonly result: 'known'; readonly by: string }
  | { readonly result: 'refused'; readonly reasons: readonly string[] }
)

/**
 * Pure. `defaults` fill what a line leaves out (ownership, language, roles, region); the schema decides what may be a
 * source. An address that is a source already, or stood in an earlier line, is known.
 */
export function admitSources(
  lines: readonly ListLine[],
  existing: readonly Source[],
  defaults: Readonly<Record<string, unknown>>,
): Admission[] {
  const all = [...existing]
  const taken = new Set(existing.map(({ id }) => id))
  return lines.map(({ line, entry }) => {
    const name = String(entry.name ?? '')
    const url = [entry.url ?? []].flat().map(String)
    const shown = { line, name, url: url.join(' ') }
    const id = freeId(String(entry.id ?? '') || makeId(name) || makeId(addressKey(url[0] ?? '')), taken)
    const { success, data, error } = sourceSchema.safeParse({ kind: 'feed', ...defaults, ...entry, id })
    if (!success) return { ...shown, result: 'refused', reasons: error.issues.map(explain) }
    const known = findByAddress(all, data.url)
    if (known) return { ...shown, result: 'known', by: known.id }
    all.push(data)
    taken.add(id)
    return { ...shown, result: 'added', source: data }
  })
}

function explain({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${path.map(String).join('.')} ${message}`.trim()
}

/** Entries of what was added, as they are written into a file. */
export function entriesOf(admissions: readonly Admission[]) {
  return admissions.flatMap((admission) => (admission.result === 'added' ? [writeEntry(admission.source)] : []))
}
