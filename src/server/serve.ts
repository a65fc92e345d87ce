// Puts the console on a port of this machine, and nowhere else.
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { UserError } from '../errors.ts'
import { createApp } from './app.ts'
import type { ServerContext } from './context.ts'
import { readStaticFiles } from './static.ts'

const consoleFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

export type RunningConsole = { readonly url: string; readonly close: () => Promise<void> }

/** Port 0 takes a free one. Throws a `UserError` when the port is taken. */
export async function serveConsole(context: ServerContext, port: number): Promise<RunningConsole> {
  const app = createApp(context, await readStaticFiles(consoleFolder))
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) =>
      resolve({
        url: `http://127.0.0.1:${info.port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UserError(
              `127.0.0.1:${port}`,
              'the port is taken',
              'stop the other program, or choose another port with PORT',
            )
          : error,
      ),
    )
  })
}
