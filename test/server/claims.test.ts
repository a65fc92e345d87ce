import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { enterClaim } from '../../src/store/claim-desk.ts'
import { takeStep } from '../../src/store/claim-steps.ts'
import { savePrivateMention } from '../../src/store/claims.ts'
import type { Database } from '../../src/store/tables.ts'
import { now, openSample, redacted } from '../store/samples.ts'

const an = { account: 'an', person: 'an', role: 'analyst', office: 'so' } as const
const binh = { account: 'binh', person: 'binh', role: 'reviewer', office: 'so' } as const
const wording = 'Nghe nói tuần sau cắt nước toàn xã'
let db: Database
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  const opened = await openSample()
  db = opened.db
  const context = { officeName: 'Sở', version: '1', taxonomy: [], instruments: [], now: () => now }
  app = createApp({ db, search: opened.search, ...context }, new Map())
  const claimId = await enterClaim(db, { actor: an, wording, language: 'vi', way: 'phone' }, now)
  const flag = { category: 'factcheck', language: 'vi', matchId: null, matchStrength: 1, checkability: 1 } as const
  await db
    .transaction()
    .execute((trx) => savePrivateMention(trx, { ...flag, alike: claimId }, redacted('bài đăng riêng'), '2026-11-17'))
  const go = (actor: typeof an | typeof binh, action: 'take' | 'propose' | 'confirm' | 'publish', input = {}) =>
    takeStep(db, { claimId, actor, action, input, seen: null, desk: [an, binh] }, now)
  await go(an, 'take')
  await go(an, 'propose', { verdict: 'true', wording, explanation: 'Nhà máy nước xác nhận.' })
  await go(binh, 'confirm')
  await go(binh, 'publish')
})

const ask = (path: string) => app.request(`http://localhost:8787${path}`, { headers: { host: 'localhost:8787' } })

describe('claims over HTTP', () => {
  it('show a claim with its spread, never a private text, and each look is audited', async () => {
    expect(await (await ask('/api/claims?all=1')).json()).toMatchObject({ claims: [{ id: 1, mentions: 2 }] })
    const text = await (await ask('/api/claims/1')).text()
    expect(JSON.parse(text)).toMatchObject({ claim: { id: 1 }, proposal: { verdict: 'true' } })
    expect(text).not.toContain('bài đăng riêng')
    expect((await ask('/api/claims/99')).status).toBe(404)
    const rows = await db.selectFrom('audit').select('action').where('actor', '=', 'console').execute()
    expect(rows.map(({ action }) => action)).toEqual(['claims_listed', 'claim_viewed'])
  })

  it('has no field for a person', async () => {
    const text = await (await ask('/api/claims/1')).text()
    expect(text).not.toMatch(/"(author|handle|byline|avatar|permalink|account|person)"/i)
  })
})

describe('published fact-checks over HTTP', () => {
  it.each([
    ['/factchecks.html', 'text/html'],
    ['/factchecks.html?lang=en', 'text/html'],
    ['/factchecks.atom', 'application/atom+xml'],
    ['/factchecks/1.json', 'application/json'],
  ])('%s', async (path, type) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)])
    expect(await answer.text()).toContain(wording)
  })

  it('knows no others', async () => {
    for (const path of ['/factchecks/2.json', '/factchecks/1', '/factchecks/x.json'])
      expect((await ask(path)).status).not.toBe(200)
  })
})
