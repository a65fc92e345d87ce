// The sources that a command was asked for, and whether they may be asked at all.
import { UserError } from '../errors.ts'
import type { Runtime } from '../main.ts'
import type { Source } from '../model/source.ts'
import type { Say } from './words.ts'

/** Those named, or all that are switched on where none is. Throws a `UserError` for an id that does not exist. */
export function chooseSources(all: readonly Source[], ids: readonly string[], say: Say): Source[] {
  for (const id of ids)
    if (!all.some((source) => source.id === id)) throw new UserError(id, say('unknownSource'), say('unknownSourceTodo'))
  return all.filter(({ id, enabled }) => (ids.length > 0 ? ids.includes(id) : enabled))
}

/** Throws a `UserError` while site owners could not reach anybody. */
export function requireContact({ mayCrawl }: Runtime, say: Say): void {
  if (mayCrawl) return
  const [what = '', todo = ''] = say('placeholderContact').split('\n  → ')
  throw new UserError('contact', what, todo)
}
