// /api/inbox: another system delivers items, signed with the source's secret. They go the same way as what is crawled.
import { type Context, Hono } from 'hono'
import { readArticles } from '../../../crawlers/articles.ts'
import type { Connector } from '../../../crawlers/connector.ts'
import { type InboxFormat, sayProblem } from '../../../crawlers/inbox-format.ts'
import type { InboxReceipt } from '../../model/inbox.ts'
import { crawlSource } from '../../pipeline/crawl.ts'
import { readInboxSecret } from '../../store/inbox-secrets.ts'
import { listSourceRows } from '../../store/sources.ts'
import { refuse } from '../answer.ts'
import type { ServerContext } from '../context.ts'
import { createVerifier } from '../signature.ts'

const formats: Readonly<Record<string, InboxFormat>> = {
  'application/json': 'json',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'text/csv': 'csv',
}

export function inboxRoutes(
  { db, now }: ServerContext,
  { deps, keysFolder }: NonNullable<ServerContext['inbox']>,
): Hono {
  const verify = createVerifier(now)
  return new Hono().post('/:id', async (c) => {
    const rows = await listSourceRows(db)
    const source = rows.find(({ source: { id, kind } }) => id === c.req.param('id') && kind === 'inbox')?.source
    if (!source?.enabled) return refuse(c, 'not_found')
    const body = await readBody(c, source.politeness.maxBytes)
    if (!body) return refuse(c, 'too_large')
    const secret = await readInboxSecret(keysFolder, source.id)
    const timestamp = c.req.header('x-langnghe-timestamp') ?? ''
    const signature = c.req.header('x-langnghe-signature') ?? ''
    if (secret === null || !verify(secret, { timestamp, signature, body })) return refuse(c, 'unsigned')
    const format = formats[c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '']
    if (!format) return refuse(c, 'bad_delivery', Object.keys(formats).join(', '))
    const page = { bytes: body, contentType: null, url: `inbox://${source.id}/` }
    const { candidates, ignoredFields, problem } = await deps.parse('delivery', page, format)
    if (problem) return refuse(c, 'bad_delivery', sayProblem(problem))
    const inbox: Connector = (_, ctx) => readArticles(candidates, source, ctx)
    const delivered = { ...deps, connectors: { ...deps.connectors, inbox } }
    const { outcomes } = await crawlSource(delivered, source, { signal: c.req.raw.signal })
    const receipt: InboxReceipt = { items: candidates.length, ignoredFields, outcomes }
    return c.json(receipt)
  })
}

/** Null for a body over the cap; reading stops there. */
async function readBody({ req }: Context, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of req.raw.body ?? []) {
    size += chunk.length
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
