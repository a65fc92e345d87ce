import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Quarantine } from '../../src/errors.ts'
import { flagPost, triageItems } from '../../src/pipeline/claims.ts'
import { processCapture } from '../../src/pipeline/process.ts'
import { listClaims } from '../../src/store/claim-list.ts'
import { takeStep } from '../../src/store/claim-steps.ts'
import { saveFactChecks } from '../../src/store/knowledge.ts'
import { applySources } from '../../src/store/sources.ts'
import { makeDraft, makeSource, now, redacted, visit } from '../store/samples.ts'
import { openPipeline } from './deps.ts'

const hoax = 'Từ ngày 1/12/2026, mỗi học sinh tiểu học phải nộp 500.000 đồng tiền bảo vệ trường học.'
const market = 'Chợ phiên vùng cao cuối tuần này đông khách, bà con mang mật ong xuống bán từ sáng sớm.'
const timeline = makeSource('mxh', {
  ...{ kind: 'mastodon', ownership: 'private', url: 'https://mxh.example/api/v1/timelines/tag/nhanquyen' },
})

let pipeline: Awaited<ReturnType<typeof openPipeline>>

beforeEach(async () => {
  pipeline = await openPipeline(async function* () {})
  const draft = {
    lang: 'vi',
    claimReviewed: redacted(hoax),
    rating: 'Sai',
    publisher: 'Trung tâm',
    published: '2026-11-10',
  }
  await saveFactChecks(pipeline.db, [{ ...draft, explanation: redacted(''), url: null }], now)
})
afterEach(async () => {
  await pipeline.deps.triager.close()
  await pipeline.deps.stories.close()
  await pipeline.db.destroy()
})

async function save(path: string, text: string, sourceId = 'bao-a', published = '2026-11-17'): Promise<void> {
  const url = `https://${sourceId}.example/${path}`
  const changes = { url, title: redacted('Tin trong ngày'), text: redacted(text), contentHash: `${url} ${text}` }
  const draft = makeDraft({ ...changes, publishedAt: `${published}T02:00:00.000Z` })
  await pipeline.deps.store.saveItem({ sourceId, draft, visit: visit(url, sourceId) }, now)
}

const waiting = async () =>
  (await pipeline.db.selectFrom('item').select('id').where('triaged_at', 'is', null).execute()).length

const post = (secretKey: string, html: string) =>
  processCapture(pipeline.deps, timeline, { kind: 'post', secretKey, html, day: '2026-11-17', language: 'vi' })

describe('triage of items', () => {
  it('is asked for in the transaction that stores the item, and gathers what says the same', async () => {
    await save('1', hoax)
    await save('2', market)
    await save('3', `${hoax} ${market}`, 'bao-b')
    expect(await pipeline.deps.queue.take(['triage'], 1000, now)).toMatchObject({ kind: 'triage', payload: {} })
    expect(await triageItems(pipeline.deps)).toBe(2)
    expect(await listClaims(pipeline.db, now)).toMatchObject([{ category: 'factcheck', mentions: 2, state: 'new' }])
    expect(await triageItems(pipeline.deps)).toBe(0)
  })

  it('judges an edited item again, and forgets what it no longer says', async () => {
    await save('1', hoax)
    await triageItems(pipeline.deps)
    await save('1', market)
    expect(await waiting()).toBe(1)
    await triageItems(pipeline.deps)
    expect(await pipeline.db.selectFrom('mention').selectAll().execute()).toEqual([])
  })

  it('looks back when a fact-check comes later than the hoax, and leaves what is speech alone', async () => {
    const rumour = 'Từ ngày 15/12/2026, xe máy trên 10 năm phải nộp phí khí thải 300.000 đồng mỗi năm.'
    await save('1', rumour)
    await save('2', hoax, 'bao-b')
    expect(await triageItems(pipeline.deps)).toBe(1)
    const an = { account: 'an', person: 'an', role: 'analyst', office: 'so' } as const
    const speech = { claimId: 1, action: 'mark_speech', actor: an, input: {}, seen: null, desk: [an] } as const
    await takeStep(pipeline.db, speech, now)
    const check = {
      lang: 'vi',
      claimReviewed: redacted(rumour),
      rating: 'Sai',
      publisher: 'Trung tâm',
      published: '2026-11-18',
    }
    await saveFactChecks(pipeline.db, [{ ...check, explanation: redacted(''), url: null }], now)
    expect(await triageItems(pipeline.deps)).toBe(1)
    expect(await listClaims(pipeline.db, now)).toMatchObject([{ id: 2, mentions: 1 }])
  })

  it('loses nothing when it is cut off between two items', async () => {
    await save('1', hoax)
    await save('2', hoax, 'bao-b')
    const { store } = pipeline.deps
    let saved = 0
    const failing: typeof store = {
      ...store,
      saveTriagedItem: (item, at) =>
        saved++ === 1 ? Promise.reject(new Error('gone')) : store.saveTriagedItem(item, at),
    }
    await expect(triageItems({ ...pipeline.deps, store: failing })).rejects.toThrow('gone')
    expect(await waiting()).toBe(1)
    await triageItems(pipeline.deps)
    expect(await listClaims(pipeline.db, now)).toMatchObject([{ mentions: 2 }])
  })

  it('passes over an item that breaks its thread, alone', async () => {
    await save('1', hoax)
    await save('2', market)
    const { triager } = pipeline.deps
    const triage: typeof triager.triage = (statements, ...rest) =>
      statements.some(({ text }) => text.includes('Chợ phiên'))
        ? Promise.reject(new Quarantine('broke its thread'))
        : triager.triage(statements, ...rest)
    expect(await triageItems({ ...pipeline.deps, triager: { ...triager, triage } })).toBe(1)
    expect(await waiting()).toBe(0)
  })
})

describe('private posts', () => {
  it('that carry a claim leave their redacted text; all others numbers only', async () => {
    expect(await post('1', hoax)).toEqual({ result: 'stored', reason: 'counted' })
    expect(await post('2', market)).toEqual({ result: 'stored', reason: 'counted' })
    expect(await post('1', hoax)).toMatchObject({ result: 'duplicate' })
    const rows = await pipeline.db.selectFrom('private_mention').select(['text', 'day']).execute()
    expect(rows).toEqual([{ text: hoax, day: '2026-11-17' }])
    expect(await pipeline.db.selectFrom('item').select('id').execute()).toEqual([])
  })

  it('join the claim of the news', async () => {
    await save('1', hoax)
    await triageItems(pipeline.deps)
    await post('1', hoax)
    expect(await listClaims(pipeline.db, now)).toMatchObject([{ mentions: 2 }])
  })

  it.each([
    'Tôi thấy xã làm ăn quá tệ, thu đủ thứ tiền của dân!',
    'Con tôi bị cô giáo ép nộp 500.000 đồng tiền bảo vệ, tôi rất bức xúc.',
  ])('that are speech are only counted: %s', async (text) => {
    const flagged = await flagPost(pipeline.deps, { text: redacted(text), language: 'vi', day: '2026-11-17' })
    expect(flagged).toBeNull()
  })
})

describe('evidence', () => {
  beforeEach(async () => {
    const roles = ['official', 'evidence']
    const office = makeSource('so-gd', { name: 'Sở Giáo dục', ownership: 'public_body', roles })
    await applySources(pipeline.db, [makeSource('bao-a'), makeSource('bao-b'), timeline, office], now)
  })
  const evidence = () =>
    pipeline.db
      .selectFrom('evidence')
      .select(['publisher', 'published', 'superseded_by'])
      .orderBy('published')
      .execute()

  it('is what official sources say, dated, and is never flagged itself', async () => {
    await save('1', `Sở thông báo. ${hoax}`, 'so-gd')
    expect(await triageItems(pipeline.deps)).toBe(0)
    expect(await evidence()).toEqual([{ publisher: 'Sở Giáo dục', published: '2026-11-17', superseded_by: null }])
    expect(await waiting()).toBe(0)
  })

  it('stands against what the news say otherwise', async () => {
    await save(
      '1',
      'Mức hỗ trợ tiền ăn trưa cho trẻ mầm non vùng cao là 160.000 đồng mỗi tháng.',
      'so-gd',
      '2026-11-01',
    )
    await save('2', 'Mức hỗ trợ tiền ăn trưa cho trẻ mầm non vùng cao là 900.000 đồng mỗi tháng.')
    expect(await triageItems(pipeline.deps)).toBe(1)
    expect(await listClaims(pipeline.db, now)).toMatchObject([{ category: 'evidence' }])
  })

  it('is replaced by what the same publisher says otherwise later', async () => {
    await save(
      '1',
      'Mức hỗ trợ tiền ăn trưa cho trẻ mầm non vùng cao là 160.000 đồng mỗi tháng.',
      'so-gd',
      '2026-10-01',
    )
    await save(
      '2',
      'Mức hỗ trợ tiền ăn trưa cho trẻ mầm non vùng cao là 360.000 đồng mỗi tháng.',
      'so-gd',
      '2026-11-15',
    )
    await triageItems(pipeline.deps)
    const [old, young] = await evidence()
    expect([old?.superseded_by, young?.superseded_by]).toEqual([expect.stringMatching(/^e-/), null])
  })
})
