import { createHmac } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { makeInboxSecret } from '../../src/store/inbox-secrets.ts'
import { applySources } from '../../src/store/sources.ts'
import type { Database } from '../../src/store/tables.ts'
import { openPipeline } from '../pipeline/deps.ts'
import { makeSource, now } from '../store/samples.ts'

const rows = [1, 2].map((id) => ({
  url: `https://bao.example/${id}`,
  title: `Tin ${id}`,
  text: `Nội dung ${id}`,
  author: 'Tác Giả Zwq',
}))
const body = JSON.stringify(rows)
const seconds = (offset = 0): string => String(Math.floor(now.getTime() / 1000) + offset)

let db: Database
let app: ReturnType<typeof createApp>
let secret: string
beforeEach(async () => {
  const pipeline = await openPipeline(async function* () {
    yield* []
  })
  db = pipeline.db
  const inbox = makeSource('hop', { kind: 'inbox', url: [], politeness: { maxBytes: 2000 } })
  await applySources(db, [inbox, makeSource('tat', { kind: 'inbox', url: [], enabled: false })], now)
  const keysFolder = mkdtempSync(join(tmpdir(), 'langnghe-keys-'))
  secret = await makeInboxSecret(keysFolder, 'hop')
  await makeInboxSecret(keysFolder, 'tat')
  const context = {
    db,
    search: pipeline.search,
    officeName: 'Sở',
    version: '1',
    taxonomy: [],
    instruments: [],
    now: () => now,
  }
  app = createApp({ ...context, inbox: { deps: pipeline.deps, keysFolder } }, new Map())
})

type Sent = { id?: string; content?: string; type?: string; at?: string; key?: string; signature?: string }

function send({
  id = 'hop',
  content = body,
  type = 'application/json',
  at = seconds(),
  key = secret,
  signature,
}: Sent) {
  const signed = signature ?? `sha256=${createHmac('sha256', key).update(`${at}.${content}`).digest('hex')}`
  const headers = {
    host: 'localhost',
    'content-type': type,
    'x-langnghe-timestamp': at,
    'x-langnghe-signature': signed,
  }
  return app.request(`http://localhost/api/inbox/${id}`, { method: 'POST', headers, body: content })
}

describe('POST /api/inbox/:id', () => {
  it('stores what is delivered, and answers what became of it', async () => {
    const response = await send({})
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      items: 2,
      ignoredFields: 1,
      outcomes: [{ result: 'stored', reason: 'new', count: 2 }],
    })
    const items = await db.selectFrom('item').select(['source_id', 'url', 'text']).execute()
    expect(items).toEqual(rows.map(({ url, text }) => ({ source_id: 'hop', url, text })))
  })

  it('knows items again, in any format', async () => {
    await send({})
    const again = await send({
      content: rows.map((row) => JSON.stringify(row)).join('\n'),
      type: 'application/x-ndjson',
    })
    expect(await again.json()).toMatchObject({ outcomes: [{ result: 'unchanged', count: 2 }] })
    const csv = 'url,title,text\nhttps://bao.example/3,Tin 3,Nội dung 3\n'
    expect(await (await send({ content: csv, type: 'text/csv; charset=utf-8' })).json()).toMatchObject({ items: 1 })
  })

  it.each<[string, () => Sent]>([
    ['another secret', () => ({ key: 'f'.repeat(64) })],
    ['no signature', () => ({ signature: '' })],
    ['the signature of another body', () => ({ content: `${body} `, signature: `sha256=${'0'.repeat(64)}` })],
    ['an old time', () => ({ at: seconds(-301) })],
    ['a time to come', () => ({ at: seconds(301) })],
    ['a time that is none', () => ({ at: 'now' })],
  ])('refuses %s', async (_, sent) => {
    expect((await send(sent())).status).toBe(401)
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([])
  })

  it('takes the same delivery once', async () => {
    expect([(await send({})).status, (await send({})).status, (await send({ at: seconds(1) })).status]).toEqual([
      200, 401, 200,
    ])
  })

  it('takes all rows or none, and names the bad one without quoting it', async () => {
    const response = await send({ content: JSON.stringify([rows[0], { ...rows[1], url: 'zwqx' }]) })
    expect(response.status).toBe(400)
    const text = await response.text()
    expect(text).toContain('row 2: url must be an address')
    expect(text).not.toContain('zwqx')
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([])
  })

  it.each<[number, Sent]>([
    [404, { id: 'bao-a' }],
    [404, { id: 'khong-co' }],
    [404, { id: 'tat' }],
    [413, { content: `[${' '.repeat(3000)}]` }],
    [400, { type: 'text/html' }],
  ])('answers %s to %j', async (status, sent) => {
    expect((await send(sent)).status).toBe(status)
  })
})
