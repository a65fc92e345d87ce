// The period of a look at the past, as it is typed: 2026-10-01..2026-10-31.
import { UserError } from '../errors.ts'
import type { Period } from '../model/crawl.ts'
import type { Source } from '../model/source.ts'
import { kindsWithPast } from '../model/source-kinds.ts'
import type { Say } from './words.ts'

/** Days in Viet Nam time, both included. Throws a `UserError` for what is no period. */
export function readPeriod(text: string, say: Say): Period {
  const [, from = '', to = ''] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text) ?? []
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  throw new UserError(text, say('badPeriod'), say('badPeriodTodo'))
}

/** Throws a `UserError` for a source that has no way to its older articles. */
export function requirePast(sources: readonly Source[], say: Say): void {
  for (const { id, kind, listing } of sources)
    if (!kindsWithPast.has(kind) || (kind === 'listing' && listing?.next === undefined))
      throw new UserError(id, say('noPast'), say('noPastTodo'))
}

function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
