// /websub: hubs confirm subscriptions and push here. What they push is not read: a true signature makes the source due.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { makeDue } from '../../store/sources.ts'
import { confirmLease, readSubscription } from '../../store/subscriptions.ts'
import { readQuery, refuse } from '../answer.ts'
import type { ServerContext } from '../context.ts'

const mostBytes = 4_000_000
/** Whatever a hub says: not so short that it is asked all day, not so long that a lost one goes unnoticed. */
const leaseSeconds = { least: 3600, most: 30 * 86_400, unsaid: 86_400 } as const

const intentSchema = z.object({
  'hub.mode': z.string(),
  'hub.topic': z.string().optional(),
  'hub.challenge': z.string().max(2000).optional(),
  'hub.lease_seconds': z.coerce.number().int().positive().default(leaseSeconds.unsaid),
})

export function websubRoutes({ db, now }: ServerContext): Hono {
  return new Hono()
    .get('/:id', async (c) => {
      const subscription = await readSubscription(db, c.req.param('id'))
      const intent = readQuery(c, intentSchema)
      // A refusal needs no answer: the hub is asked again tomorrow.
      if (subscription && intent['hub.mode'] === 'denied') return c.body(null, 204)
      const isOurs = intent['hub.mode'] === 'subscribe' && intent['hub.topic'] === subscription?.topic
      const challenge = intent['hub.challenge']
      if (!subscription || !isOurs || challenge === undefined) return refuse(c, 'not_found')
      const { least, most } = leaseSeconds
      const seconds = Math.min(Math.max(intent['hub.lease_seconds'], least), most)
      await confirmLease(db, subscription.id, new Date(now().getTime() + seconds * 1000))
      return c.text(challenge)
    })
    .post('/:id', bodyLimit({ maxSize: mostBytes, onError: (c) => c.body(null, 413) }), async (c) => {
      const subscription = await readSubscription(db, c.req.param('id'))
      if (!subscription) return refuse(c, 'not_found')
      const body = new Uint8Array(await c.req.arrayBuffer())
      if (isSigned(body, c.req.header('x-hub-signature') ?? '', subscription.secret))
        await makeDue(db, subscription.sourceId, now())
      // The same answer for a false signature, as the protocol allows: whoever forged it learns nothing.
      return c.body(null, 202)
    })
}

/** "sha256=…" over the body as it came. */
function isSigned(body: Uint8Array, header: string, secret: string): boolean {
  const [, method = '', hex = ''] = /^(sha1|sha256|sha384|sha512)=([0-9a-f]+)$/i.exec(header) ?? []
  if (method === '') return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
