import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type Citation,
  claimStates,
  type ReviewAction,
  reviewActions,
  reviewRoles,
  verdicts,
} from '../../src/model/review.ts'
import { type ClaimStanding, grave, lackingEvidence, step } from '../../src/rules/review.ts'

const now = new Date('2026-11-20T02:00:00Z')
const later = '2026-11-20T03:00:00Z'
const an: Actor = { account: 'an', person: 'p-an', role: 'analyst', office: 'so' }
const binh: Actor = { account: 'binh', person: 'p-binh', role: 'reviewer', office: 'so' }
const anAgain: Actor = { account: 'an-2', person: 'p-an', role: 'reviewer', office: 'so' }

const factCheck: Citation = { id: 'f', kind: 'factcheck', publisher: 'VAFC', isAboutPublisher: false, copyOf: null }
const statement = (id: string, publisher: string, changes: Partial<Citation> = {}): Citation => ({
  ...{ id, kind: 'statement', publisher, isAboutPublisher: false, copyOf: null },
  ...changes,
})

const standing = (changes: Partial<ClaimStanding> = {}): ClaimStanding => ({
  ...{
    state: 'new',
    holder: null,
    heldUntil: null,
    proposer: null,
    verdict: null,
    wording: null,
    citations: [],
    hasSecond: true,
  },
  ...changes,
})
const held = standing({ state: 'taken', holder: an, heldUntil: later, citations: [factCheck] })
const proposed = standing({
  ...{ state: 'proposed', proposer: an, verdict: 'false', wording: 'Không có khoản thu này.', citations: [factCheck] },
})
const wording = 'Xã không thu phí làm giấy khai sinh.'

describe('review', () => {
  it('goes from new to published with two people', () => {
    expect(step(standing(), 'take', an, {}, now)).toEqual({ to: 'taken' })
    expect(step(held, 'propose', an, { verdict: 'false', wording }, now)).toEqual({ to: 'proposed' })
    expect(step(proposed, 'confirm', binh, {}, now)).toEqual({ to: 'confirmed' })
    expect(step({ ...proposed, state: 'confirmed' }, 'publish', binh, {}, now)).toEqual({ to: 'published' })
    expect(step({ ...proposed, state: 'published' }, 'reopen', binh, {}, now)).toEqual({ to: 'new' })
  })

  it.each<[string, ClaimStanding, ReviewAction, Actor, object, string]>([
    ['an analyst confirms', proposed, 'confirm', { ...binh, role: 'analyst' }, {}, 'not_your_role'],
    ['the first person confirms', proposed, 'confirm', { ...an, role: 'reviewer' }, {}, 'same_person'],
    ['the first person confirms by another account', proposed, 'confirm', anAgain, {}, 'same_person'],
    ['somebody takes what another holds', held, 'take', binh, {}, 'held_by_another'],
    ['somebody judges what another holds', held, 'propose', binh, { verdict: 'true', wording }, 'not_held_by_you'],
    ['a verdict has no wording', held, 'propose', an, { verdict: 'true' }, 'needs_wording'],
    [
      'a grave verdict has no evidence',
      { ...held, citations: [] },
      'propose',
      an,
      { verdict: 'fraud', wording },
      'needs_evidence',
    ],
    ['something unproposed is published', held, 'publish', binh, {}, 'not_from_here'],
    ['a claim sleeps without an end', standing(), 'snooze', an, {}, 'needs_date'],
    ['a unit is asked without a date', standing(), 'ask_unit', an, { target: 'so-y-te' }, 'needs_date'],
  ])('refuses when %s', (_, from, action, actor, input, refused) => {
    expect(step(from, action, actor, input, now)).toEqual({ refused })
  })

  it('frees a claim whose holder has let the lease run out', () => {
    expect(step(held, 'take', binh, {}, new Date(later))).toEqual({ to: 'taken' })
  })

  it('lets one person say that something is speech, in one step', () => {
    expect(step(standing(), 'mark_speech', an, {}, now)).toEqual({ to: 'closed' })
    expect(step({ ...held, citations: [] }, 'propose', an, { verdict: 'opinion' }, now)).toEqual({ to: 'closed' })
  })

  it('never lets one person alone bring a grave verdict to publication', () => {
    const actors = fc.constantFrom<Actor>(an, { ...an, role: 'reviewer' }, anAgain)
    const steps = fc.array(fc.tuple(fc.constantFrom(...reviewActions), actors, fc.constantFrom(...verdicts)), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(steps, (taken) => {
        let claim = standing({ citations: [factCheck] })
        for (const [action, actor, verdict] of taken) {
          const result = step(claim, action, actor, { verdict, wording, target: 'x', until: '2026-12-01' }, now)
          if ('refused' in result) continue
          claim = {
            ...claim,
            state: result.to,
            ...(action === 'take' ? { holder: actor, heldUntil: later } : {}),
            ...(action === 'propose' ? { proposer: actor, verdict, wording } : {}),
          }
          expect(claim.state === 'published' && grave.has(claim.verdict ?? 'true')).toBe(false)
        }
      }),
    )
  })

  describe('in an office of one person without a partner', () => {
    const alone = { ...held, hasSecond: false }

    it.each(verdicts.filter((verdict) => verdict !== 'unproven' && verdict !== 'opinion'))('refuses %s', (verdict) => {
      expect(step(alone, 'propose', an, { verdict, wording }, now)).toEqual({ refused: 'needs_second_person' })
    })

    it('lets it say that something is unproven', () => {
      expect(step(alone, 'propose', an, { verdict: 'unproven', wording }, now)).toEqual({ to: 'confirmed' })
    })

    it('leaves the confirmation to a partner office where there is one', () => {
      const partner: Actor = { account: 'hoa', person: 'p-hoa', role: 'reviewer', office: 'so-tu-phap' }
      expect(step(proposed, 'confirm', partner, {}, now)).toEqual({ to: 'confirmed' })
    })
  })

  it('hands over what an absent person holds, by a reviewer only', () => {
    expect(step(held, 'hand_over', binh, { target: 'hoa' }, now)).toEqual({ to: 'taken' })
    const other = { ...an, account: 'chi', person: 'p-chi' }
    expect(step(held, 'hand_over', other, { target: 'chi' }, now)).toEqual({ refused: 'not_held_by_you' })
  })

  it('leaves a claim where it is when a unit is asked', () => {
    expect(step(standing(), 'ask_unit', an, { target: 'so-y-te', until: '2026-12-01' }, now)).toEqual({ to: 'new' })
  })

  it('answers every state, action and role with a step or a reason', () => {
    for (const state of claimStates)
      for (const action of reviewActions)
        for (const role of reviewRoles) {
          const result = step(standing({ state }), action, { ...an, role }, {}, now)
          expect('to' in result || 'refused' in result).toBe(true)
        }
  })
})

describe('evidence for a grave verdict', () => {
  it.each<[string, Citation[], string | null]>([
    ['one fact-check', [factCheck], null],
    ['a published warning', [{ ...factCheck, kind: 'warning' }], null],
    ['two publishers', [statement('a', 'Sở Y tế', { isAboutPublisher: true }), statement('b', 'Báo A')], null],
    ['one publisher twice', [statement('a', 'Báo A'), statement('b', 'báo a ')], 'needs_evidence'],
    ['a copy', [statement('a', 'Báo A'), statement('b', 'Báo B', { copyOf: 'a' })], 'needs_evidence'],
    [
      'only the body itself',
      [statement('a', 'Sở Y tế', { isAboutPublisher: true }), statement('b', 'Bộ Y tế', { isAboutPublisher: true })],
      'needs_independent_evidence',
    ],
    ['nothing', [], 'needs_evidence'],
  ])('%s', (_, citations, expected) => {
    expect(lackingEvidence(citations)).toBe(expected)
  })
})
