// /api/items: lists, counts and one item. Searches are audited.
import { Hono } from 'hono'
import { z } from 'zod'
import { type ItemQuery, itemListQuerySchema, itemQuerySchema } from '../../model/api.ts'
import type { Language } from '../../model/language.ts'
import { addDays, vietnamDay } from '../../rules/day.ts'
import { appendAudit } from '../../store/audit.ts'
import { countDaily, countFacets } from '../../store/item-count.ts'
import { listItems, readItem } from '../../store/item-list.ts'
import { redact } from '../../text/redact.ts'
import { readQuery, refuse } from '../answer.ts'
import type { ServerContext } from '../context.ts'

/** A chart of more days than this is drawn from the newest ones. */
const mostDays = 366
const defaultDays = 30

export function itemRoutes(context: ServerContext): Hono {
  const { db, search, now } = context
  return new Hono()
    .get('/', async (c) => {
      const query = readQuery(c, itemListQuerySchema)
      const list = await listItems(db, search, query)
      if (query.q && !query.cursor) await auditSearch(context, query, list.total)
      return c.json(list)
    })
    .get('/daily', async (c) => {
      const query = readQuery(c, itemQuerySchema)
      return c.json(await countDaily(db, search, { ...query, ...clampDays(query, vietnamDay(now())) }))
    })
    .get('/facets', async (c) => c.json(await countFacets(db, search, readQuery(c, itemQuerySchema))))
    .get('/:id', async (c) => {
      const id = z.coerce.number().int().positive().safeParse(c.req.param('id'))
      const item = id.success ? await readItem(db, id.data) : null
      return item ? c.json(item) : refuse(c, 'not_found')
    })
    .get('/:id/why-not', async (c) => {
      const id = z.coerce.number().int().positive().safeParse(c.req.param('id'))
      const item = id.success ? await readItem(db, id.data) : null
      if (!item || !context.whyNot) return refuse(c, 'not_found')
      const { title, text } = item
      return c.json(await context.whyNot({ title, text, language: item.language as Language }))
    })
}

/** What was typed may hold a name: it is redacted before it is written. */
async function auditSearch({ db, now }: ServerContext, query: ItemQuery, total: number): Promise<void> {
  const { q, ...filters } = query
  const { cursor: _cursor, limit: _limit, ...rest } = filters as Record<string, string>
  const entry = {
    actor: 'console',
    action: 'search',
    subject: redact(q ?? '').text,
    details: { ...rest, total },
  } as const
  await appendAudit(db, entry, now())
}

function clampDays({ from, to }: ItemQuery, today: string): { from: string; to: string } {
  const last = to ?? today
  const first = from ?? addDays(last, 1 - defaultDays)
  const earliest = addDays(last, 1 - mostDays)
  // Days as text are in order of time.
  return { from: [first, earliest].sort().at(-1) ?? first, to: last }
}
