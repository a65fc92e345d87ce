// The console's server: an API over the store, and the console's own files. Bound to loopback until there are accounts.
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { ZodError } from 'zod'
import { log } from '../log.ts'
import { describe, refuse } from './answer.ts'
import type { ServerContext } from './context.ts'
import { claimRoutes } from './routes/claims.ts'
import { factcheckRoutes } from './routes/factchecks.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { itemRoutes } from './routes/items.ts'
import { metaRoutes } from './routes/meta.ts'
import { retagRoutes } from './routes/retags.ts'
import { sourceRoutes } from './routes/sources.ts'
import { websubRoutes } from './routes/websub.ts'
import { type StaticFiles, serveStatic } from './static.ts'

/** Other names for this machine would let a foreign page read the console through the reader's browser. */
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

export function createApp(context: ServerContext, files: StaticFiles): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  )
  const callback = context.callback === undefined ? null : new URL(context.callback)
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? ''
    const isForHubs = host === callback?.host && c.req.path.startsWith('/websub/')
    return isForHubs || loopbackHost.test(host) ? next() : refuse(c, 'wrong_host')
  })
  app.route('/api/meta', metaRoutes(context))
  app.route('/api/items', itemRoutes(context))
  app.route('/api/retags', retagRoutes(context))
  app.route('/api/sources', sourceRoutes(context))
  app.route('/api/claims', claimRoutes(context))
  app.route('/', factcheckRoutes(context))
  if (context.inbox) app.route('/api/inbox', inboxRoutes(context, context.inbox))
  if (callback) app.route('/websub', websubRoutes(context))
  app.all('/api/*', (c) => refuse(c, 'not_found'))
  app.get('*', (c) => serveStatic(c, files))
  app.onError((error, c) => {
    if (error instanceof ZodError) return refuse(c, 'bad_request', describe(error))
    log.error('request failed', { path: c.req.path, error: error.name })
    return refuse(c, 'internal')
  })
  return app
}
