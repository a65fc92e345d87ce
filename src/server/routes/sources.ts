// /api/sources: how each source is doing, in plain words.
import { Hono } from 'hono'
import { readSourceStatuses } from '../../store/source-status.ts'
import { languageOf } from '../answer.ts'
import type { ServerContext } from '../context.ts'

export function sourceRoutes({ db, now }: ServerContext): Hono {
  return new Hono().get('/', async (c) => c.json(await readSourceStatuses(db, languageOf(c), now())))
}
