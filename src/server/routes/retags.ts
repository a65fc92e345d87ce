// /api/retags: periods that were judged again, with the figures before and after; the newest first.
import { Hono } from 'hono'
import { listRetagRuns } from '../../store/retags.ts'
import type { ServerContext } from '../context.ts'

export function retagRoutes({ db }: ServerContext): Hono {
  return new Hono().get('/', async (c) => c.json(await listRetagRuns(db)))
}
