// /api/claims: the list by priority and one claim, to read; private texts are never among them. Each look is audited.
import { Hono } from 'hono'
import { z } from 'zod'
import { appendAudit } from '../../store/audit.ts'
import { maySeeVerdict } from '../../store/claim-desk.ts'
import { listClaims, viewClaim } from '../../store/claim-list.ts'
import { refuse } from '../answer.ts'
import type { ServerContext } from '../context.ts'

/** Until there are accounts nobody knows who looks: a nobody, who sees no verdict that is to be judged blind. */
const viewer = { account: 'console', person: 'console', role: 'analyst', office: 'console' } as const

export function claimRoutes({ db, now }: ServerContext): Hono {
  return new Hono()
    .get('/', async (c) => {
      const claims = await listClaims(db, now(), c.req.query('all') === '1')
      const details = { claims: claims.length }
      await appendAudit(db, { actor: viewer.account, action: 'claims_listed', subject: 'claims', details }, now())
      return c.json({ claims })
    })
    .get('/:id', async (c) => {
      const id = z.coerce.number().int().positive().safeParse(c.req.param('id'))
      const view = id.success ? await viewClaim(db, id.data, viewer.account, now()) : null
      if (!view) return refuse(c, 'not_found')
      const { claim, mentions, spread, sources, history } = view
      const isBlind = !(await maySeeVerdict(db, claim.id, viewer, now()))
      const { verdict, wording, explanation, cited } = history.standing
      const proposal = isBlind ? null : { verdict, wording, explanation, cited }
      return c.json({ claim, mentions, spread, proposal, sources: isBlind ? [] : sources })
    })
}
