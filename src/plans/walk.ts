// Walking a plan: its lines in the order of the document, each with the place by which a reader finds it there.
import type { Entry, EntryKind, Plan, Section, TaskStatus } from '../model/plan.ts'

export type PlanLine = {
  readonly part: Section | Entry
  /** 0 for the sections at the top. */
  readonly depth: number
  /** "V.1", "II.1.2"; "V.1 (3)" for the third line that bears no number. Not unique: documents repeat numbers. */
  readonly place: string
}

/** Every section and entry, from the first line to the last. */
export function walkPlan({ sections }: Pick<Plan, 'sections'>): PlanLine[] {
  return walkParts(sections, [], 0)
}

function walkParts(parts: Section['parts'], above: readonly string[], depth: number): PlanLine[] {
  let unnumbered = 0
  return parts.flatMap((part) => {
    const isSplit = part.kind !== 'section' && part.splitFrom !== undefined
    if (part.number === null && !isSplit) unnumbered++
    const path = part.number === null ? above : extendPath(above, part.number)
    const place = part.number === null ? `${path.join('.')} (${unnumbered})`.trim() : path.join('.')
    const line = { part, depth, place }
    return part.kind === 'section' ? [line, ...walkParts(part.parts, path, depth + 1)] : [line]
  })
}

/** "1.2" under "1" repeats it: the longer one takes its place. */
function extendPath(above: readonly string[], number: string): string[] {
  const last = above.at(-1)
  return last !== undefined && number.startsWith(`${last}.`) ? [...above.slice(0, -1), number] : [...above, number]
}

/** Entries without the sections. */
export function listEntries(plan: Pick<Plan, 'sections'>): Entry[] {
  return walkPlan(plan).flatMap(({ part }) => (part.kind === 'section' ? [] : [part]))
}

/** How many lines of the document are of each kind (a split one counts once), and how many entries of each status. */
export function countPlan(plan: Pick<Plan, 'sections'>): {
  readonly kinds: Readonly<Record<EntryKind, number>>
  readonly statuses: Readonly<Record<TaskStatus['kind'], number>>
} {
  const kinds = { target: 0, content: 0, task: 0, duty: 0 }
  const statuses = { monitored: 0, manual: 0, out_of_scope: 0 }
  for (const { kind, splitFrom, status } of listEntries(plan)) {
    if (splitFrom === undefined) kinds[kind]++
    statuses[status.kind]++
  }
  return { kinds, statuses }
}
