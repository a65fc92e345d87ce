import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor, ReviewAction, ReviewInput } from '../../src/model/review.ts'
import { retentionLimits } from '../../src/rules/retention.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { enterClaim, giveBlindVerdict, maySeeVerdict, readAgreement, splitClaim } from '../../src/store/claim-desk.ts'
import { listClaims, viewClaim, viewPrivateTexts } from '../../src/store/claim-list.ts'
import { leaseMs, readHistory, takeStep } from '../../src/store/claim-steps.ts'
import { type Flag, saveTriagedItem } from '../../src/store/claims.ts'
import { saveItem } from '../../src/store/item-save.ts'
import { saveFactChecks } from '../../src/store/knowledge.ts'
import { learnEvidence } from '../../src/store/learn.ts'
import { countPost } from '../../src/store/posts.ts'
import { readPublications } from '../../src/store/publications.ts'
import { purge } from '../../src/store/purge.ts'
import { makeDraft, now, openSample, redacted, visit } from './samples.ts'

const an: Actor = { account: 'an', person: 'an', role: 'analyst', office: 'so' }
const anAgain: Actor = { account: 'an-2', person: 'an', role: 'reviewer', office: 'so' }
const binh: Actor = { account: 'binh', person: 'binh', role: 'reviewer', office: 'so' }
const desk = [an, anAgain, binh]
const wording = 'Học sinh phải nộp 500.000 đồng tiền bảo vệ'
const flag: Flag = {
  ...{ category: 'factcheck', language: 'vi', matchId: 'f-1', matchStrength: 0.9, checkability: 0.8, alike: null },
}

let db: Awaited<ReturnType<typeof openSample>>['db']
let search: Awaited<ReturnType<typeof openSample>>['search']
let check: string

beforeEach(async () => {
  ;({ db, search } = await openSample())
  const draft = {
    lang: 'vi',
    claimReviewed: redacted(wording),
    rating: 'Sai',
    publisher: 'Trung tâm',
    published: '2026-11-10',
  }
  ;[check = ''] = await saveFactChecks(db, [{ ...draft, explanation: redacted(''), url: null }], now)
})

let items = 0
async function meet(changes: Partial<Flag> = {}, day = '2026-11-17'): Promise<number> {
  const url = `https://a.example/${++items}`
  const draft = makeDraft({ url, contentHash: url, publishedAt: `${day}T02:00:00.000Z` })
  await saveItem(db, search, { sourceId: 'bao-a', draft, visit: visit(url) }, now)
  const { id } = await db.selectFrom('item').select('id').where('url', '=', url).executeTakeFirstOrThrow()
  const sentence = redacted('Mỗi em phải nộp 500.000 đồng.')
  const claim = await saveTriagedItem(
    db,
    { itemId: id, day, kind: 'newsroom', flag: { ...flag, matchId: check, ...changes, sentence, reason: 'r' } },
    now,
  )
  return claim ?? 0
}

const keys = [{ id: 'k', secret: 's', madeAt: now.toISOString() }] as unknown as Parameters<typeof countPost>[1]
let posts = 0
const meetPost = (day = '2026-11-17') =>
  countPost(db, keys, {
    ...{ source: { id: 'mxh', region: 'vn' }, week: '2026-W47', secretKey: `post-${++posts}` },
    draft: { day, language: 'vi', judgement: makeDraft().judgement },
    flagged: { flag: { ...flag, matchId: check }, text: redacted('Bài đăng đã che [tên]') },
  })

const go = (
  claimId: number,
  actor: Actor,
  action: ReviewAction,
  input: ReviewInput = {},
  seen: number | null = null,
  at = now,
) => takeStep(db, { claimId, action, actor, input, seen, desk }, at)

const verdict = (): ReviewInput => ({
  verdict: 'false',
  wording,
  explanation: 'Không có khoản thu này.',
  citations: [check],
})

async function publish(claimId: number): Promise<void> {
  await go(claimId, an, 'take')
  await go(claimId, an, 'propose', verdict())
  await go(claimId, binh, 'confirm')
  await go(claimId, binh, 'publish')
}

describe('mentions', () => {
  it('of the same fact-check gather to one claim, others to their own', async () => {
    const claim = await meet()
    expect([await meet(), await meet({ matchId: 'f-other' })]).toEqual([claim, claim + 1])
    expect(await meet({ matchId: null, alike: claim })).toBe(claim)
    const [first] = await listClaims(db, now)
    expect(first).toMatchObject({ id: claim, mentions: 3, wording: null })
  })

  it('die with their items; the counts stay', async () => {
    const claim = await meet({}, '2026-09-01')
    await purge(db, search, retentionLimits({ items: 30, ledger: 7, privatePosts: 90 }, now))
    const view = await viewClaim(db, claim, 'an', now)
    expect(view?.mentions).toEqual([])
    expect(view?.spread).toEqual([{ day: '2026-09-01', kind: 'newsroom', count: 1 }])
  })

  it('that say the same again after an edit are not counted twice', async () => {
    const claim = await meet()
    await db.updateTable('item').set({ triaged_at: null }).execute()
    const [item] = await db.selectFrom('item').select('id').execute()
    const again = { ...flag, matchId: check, sentence: redacted('x'), reason: 'r' }
    await saveTriagedItem(db, { itemId: item?.id ?? 0, day: '2026-11-17', kind: 'newsroom', flag: again }, now)
    expect((await listClaims(db, now)).find(({ id }) => id === claim)?.mentions).toBe(1)
  })
})

describe('a private post that carries a claim', () => {
  it('is kept as redacted text and a day, nothing else, and goes after 90 days', async () => {
    await meetPost()
    const rows = await db.selectFrom('private_mention').selectAll().execute()
    expect(rows).toEqual([
      { id: 1, claim_id: 1, text: 'Bài đăng đã che [tên]', day: '2026-11-17', expires: '2027-02-15' },
    ])
    const days = { items: 365, ledger: 90, privatePosts: 90 }
    const at = (day: string) => retentionLimits(days, new Date(`${day}T03:00:00Z`))
    expect((await purge(db, search, at('2027-02-14'))).privateTexts).toBe(0)
    expect((await purge(db, search, at('2027-02-15'))).privateTexts).toBe(1)
  })

  it('goes earlier where the office says so, and never later', async () => {
    await meetPost()
    const limits = (privatePosts: number, day: string) =>
      retentionLimits({ items: 365, ledger: 90, privatePosts }, new Date(`${day}T03:00:00Z`))
    expect((await purge(db, search, limits(7, '2026-11-26'))).privateTexts).toBe(1)
    await meetPost()
    expect((await purge(db, search, limits(1000, '2027-02-20'))).privateTexts).toBe(1)
  })

  it('is kept once, however often it is heard', async () => {
    posts = 500
    await meetPost()
    posts = 500
    expect(await meetPost()).toMatchObject({ result: 'duplicate' })
    expect(await db.selectFrom('private_mention').select('id').execute()).toHaveLength(1)
  })

  it('is shown to who holds or may confirm the claim, to nobody else, and every view is audited', async () => {
    await meetPost()
    expect(await viewPrivateTexts(db, 1, an, now)).toBeNull()
    await go(1, an, 'take')
    expect(await viewPrivateTexts(db, 1, an, now)).toHaveLength(1)
    expect(await viewPrivateTexts(db, 1, binh, now)).toBeNull()
    expect(await viewPrivateTexts(db, 1, an, new Date(now.getTime() + leaseMs))).toBeNull()
    await go(1, an, 'propose', verdict())
    expect(await viewPrivateTexts(db, 1, binh, now)).toHaveLength(1)
    expect(await viewPrivateTexts(db, 1, anAgain, now)).toBeNull()
    const views = await db.selectFrom('audit').select('actor').where('action', '=', 'private_text_viewed').execute()
    expect(views.map(({ actor }) => actor)).toEqual(['an', 'binh'])
  })

  it('is let go with everything else when the claim turns out to be speech', async () => {
    await meetPost()
    const claim = await meet()
    expect(await go(claim, an, 'mark_speech')).toMatchObject({ state: 'closed' })
    for (const table of ['mention', 'private_mention', 'claim_spread'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(await listClaims(db, now)).toEqual([])
  })
})

describe('steps', () => {
  it('lead to publication with two people, and leave a record without a word of an item', async () => {
    const claim = await meet()
    await go(claim, an, 'take')
    await go(claim, an, 'propose', verdict())
    expect(await go(claim, anAgain, 'confirm')).toEqual({ refused: 'same_person' })
    expect(await go(claim, binh, 'confirm')).toMatchObject({ state: 'confirmed' })
    expect(await go(claim, binh, 'publish')).toMatchObject({ state: 'published', sequence: 4 })
    const events = await db.selectFrom('review_event').selectAll().execute()
    expect(JSON.stringify(events)).not.toContain('Mỗi em phải nộp')
    expect(await readPublications(db, now)).toMatchObject([
      { wording, verdict: 'false', status: 'standing', sources: [{ publisher: 'Trung tâm' }] },
    ])
    expect((await verifyAudit(db)).brokenAt).toBeNull()
    const steps = await db.selectFrom('audit').select('subject').where('action', '=', 'claim_step').execute()
    expect(steps).toHaveLength(4)
  })

  it('agree with what stands in the row for lists', async () => {
    const claim = await meet()
    const actions: [Actor, ReviewAction, ReviewInput?][] = [
      [an, 'take'],
      [an, 'snooze', { until: '2026-12-01' }],
      [binh, 'wake'],
      [an, 'take'],
      [an, 'propose', verdict()],
      [binh, 'return'],
    ]
    for (const [actor, action, input] of actions) {
      expect(await go(claim, actor, action, input)).toHaveProperty('state')
      const row = await db.selectFrom('claim').select('state').where('id', '=', claim).executeTakeFirst()
      expect(row?.state).toBe((await readHistory(db, claim, now)).standing.state)
    }
  })

  it('of two who saw the same claim are not both taken', async () => {
    const claim = await meet()
    const both = await Promise.all([go(claim, an, 'take', {}, 0), go(claim, binh, 'take', {}, 0)])
    expect(both.filter((one) => 'state' in one)).toHaveLength(1)
    expect(both).toContainEqual({ refused: 'changed_meanwhile' })
  })

  it('belong to the holder until the lease runs out or it is handed over', async () => {
    const claim = await meet()
    await go(claim, an, 'take')
    expect(await go(claim, binh, 'take')).toEqual({ refused: 'held_by_another' })
    expect(await go(claim, an, 'hand_over', { target: 'nobody' })).toEqual({ refused: 'unknown_target' })
    await go(claim, binh, 'hand_over', { target: 'binh' })
    expect(await go(claim, an, 'propose', verdict())).toEqual({ refused: 'not_held_by_you' })
    expect(await go(claim, an, 'take', {}, null, new Date(now.getTime() + leaseMs))).toMatchObject({ state: 'taken' })
  })

  it('put a claim to sleep until its day', async () => {
    const claim = await meet()
    await go(claim, an, 'snooze', { until: '2026-11-20' })
    expect(await listClaims(db, now)).toEqual([])
    expect(await listClaims(db, new Date('2026-11-20T03:00:00Z'))).toMatchObject([{ id: claim, state: 'new' }])
  })

  it('merge a claim into another, with all that was met, and never into itself', async () => {
    const [one, other] = [await meet(), await meet({ matchId: 'f-other' })]
    expect(await go(other, an, 'merge', { target: String(other) })).toEqual({ refused: 'unknown_target' })
    await go(other, an, 'merge', { target: String(one) })
    expect(await listClaims(db, now)).toMatchObject([{ id: one, mentions: 2 }])
  })

  it('split items out into a claim of their own', async () => {
    const claim = await meet()
    await meet()
    const [first] = (await viewClaim(db, claim, 'an', now))?.mentions ?? []
    const asked = { claimId: claim, actor: an, seen: null, desk, items: [first?.itemId ?? 0] }
    const { claimId = 0 } = await splitClaim(db, asked, now)
    expect((await listClaims(db, now)).map(({ id, mentions }) => [id, mentions]).sort()).toEqual([
      [claim, 1],
      [claimId, 1],
    ])
    expect(await splitClaim(db, { ...asked, items: [99_999] }, now)).toEqual({ refused: 'unknown_target' })
  })

  it('take no citation that does not exist', async () => {
    const claim = await meet()
    await go(claim, an, 'take')
    expect(await go(claim, an, 'propose', { ...verdict(), citations: ['e-none'] })).toEqual({
      refused: 'unknown_citation',
    })
    expect(await go(claim, an, 'propose', { ...verdict(), citations: [] })).toEqual({ refused: 'needs_evidence' })
  })

  it('begin with what came by phone, too', async () => {
    const id = await enterClaim(db, { actor: an, wording, language: 'vi', way: 'phone' }, now)
    await publish(id)
    expect(await readPublications(db, now)).toMatchObject([{ id, wording }])
  })
})

describe('published verdicts', () => {
  const statement = (text: string, published: string, url: string | null = null) =>
    ({
      kind: 'statement',
      lang: 'vi',
      publisher: 'Sở Giáo dục',
      published,
      text: redacted(text),
      url,
      validFrom: null,
      validUntil: null,
    }) as const

  it('stay on the page when they are withdrawn, and say why', async () => {
    const claim = await meet()
    await publish(claim)
    await go(claim, binh, 'retract', { explanation: 'Có văn bản mới.' })
    expect(await readPublications(db, now)).toMatchObject([
      { id: claim, status: 'withdrawn', withdrawnBecause: 'Có văn bản mới.', withdrawnOn: '2026-11-18' },
    ])
  })

  it('are open again by themselves when evidence that they rest on is replaced', async () => {
    const old = await learnEvidence(db, statement('Không thu tiền bảo vệ.', '2026-11-01'), [], now)
    const claim = await meet()
    await go(claim, an, 'take')
    await go(claim, an, 'propose', { ...verdict(), citations: [check, old?.id ?? ''] })
    await go(claim, binh, 'confirm')
    await go(claim, binh, 'publish')
    const next = await learnEvidence(db, statement('Thu 500.000 đồng tiền bảo vệ.', '2026-11-18'), [old?.id ?? ''], now)
    expect(next?.reopened).toEqual([claim])
    expect(await listClaims(db, now)).toMatchObject([{ id: claim, state: 'new' }])
    expect(await readPublications(db, now)).toMatchObject([{ status: 'under_review' }])
  })

  it('cannot rest on a statement that has been replaced', async () => {
    const old = await learnEvidence(db, statement('Không thu tiền bảo vệ.', '2026-11-01'), [], now)
    const paper = { ...statement('Xã không thu khoản nào của học sinh.', '2026-11-02'), publisher: 'Báo A' }
    const other = await learnEvidence(db, paper, [], now)
    const citations = [old?.id ?? '', other?.id ?? '']
    const claim = await meet()
    await go(claim, an, 'take')
    await learnEvidence(db, statement('Thu 500.000 đồng.', '2026-11-18'), [old?.id ?? ''], now)
    expect(await go(claim, an, 'propose', { ...verdict(), citations })).toEqual({ refused: 'needs_evidence' })
  })

  it('of a page that has changed count its newest text only', async () => {
    const url = 'https://so.example/1'
    const first = await learnEvidence(db, statement('Nghỉ học ngày 20.', '2026-11-17', url), [], now)
    const second = await learnEvidence(db, statement('Nghỉ học ngày 21.', '2026-11-17', url), [], now)
    expect(second?.replaced).toEqual([first?.id])
    expect(await learnEvidence(db, statement('Nghỉ học ngày 21.', '2026-11-17', url), [], now)).toBeNull()
  })
})

describe('the sample that is judged twice', () => {
  it('shows a second person the verdict only after one of their own, and measures agreement', async () => {
    let claim = 0
    while (claim % 5 !== 0 || claim === 0) claim = await meet({ matchId: `f-${claim}` })
    await go(claim, an, 'take')
    await go(claim, an, 'propose', verdict())
    expect([await maySeeVerdict(db, claim, an, now), await maySeeVerdict(db, claim, binh, now)]).toEqual([true, false])
    expect((await listClaims(db, now)).find(({ id }) => id === claim)?.wording).toBeNull()
    const give = (actor: Actor) => giveBlindVerdict(db, { claimId: claim, actor, verdict: 'misleading' }, now)
    expect([await give(anAgain), await give(binh), await give(binh)]).toEqual(['same_person', 'given', 'given_before'])
    expect(await maySeeVerdict(db, claim, binh, now)).toBe(true)
    expect(await readAgreement(db, now)).toEqual({ claims: 1, observed: 0, expected: 0, kappa: 0 })
  })
})
