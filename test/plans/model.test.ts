import { describe, expect, it } from 'vitest'
import { indicatorSchema } from '../../src/model/indicator.ts'
import { planSchema } from '../../src/model/plan.ts'
import { checkPlan } from '../../src/plans/check-plan.ts'
import { countPlan, walkPlan } from '../../src/plans/walk.ts'

const manual = { kind: 'manual' }
const line = (id: string, more: object = {}) => ({
  id,
  number: null,
  kind: 'task',
  wording: 'Phát thanh',
  status: manual,
  ...more,
})
const made = (parts: readonly object[], more: object = {}) => ({
  ...{ id: 'thu', name: { vi: 'Kế hoạch thử', en: null }, issuer: 'UBND huyện Thử', number: null, date: '2025-04' },
  ...{ period: { from: '2025-01-01', to: '2025-12-31' }, region: 'vn', legalBasis: [], recipients: [] },
  sections: [{ id: 'mot', number: 'II', kind: 'section', name: 'Nhiệm vụ', parts }],
  ...more,
})
const complaints = (plan: object): string[] =>
  planSchema.safeParse(plan).error?.issues.map(({ message }) => message) ?? []

describe('a plan', () => {
  it('may repeat a number, never an id', () => {
    expect(complaints(made([line('a', { number: '4' }), line('b', { number: '4' })]))).toEqual([])
    expect(complaints(made([line('a'), line('a')]))).toEqual(['is used twice in this plan'])
  })

  it('splits a line from one above it', () => {
    expect(complaints(made([line('a'), line('b', { splitFrom: 'a' })]))).toEqual([])
    expect(complaints(made([line('a', { splitFrom: 'b' }), line('b')]))).toHaveLength(1)
  })

  it('leaves facts open only as a draft', () => {
    expect(complaints(made([line('a')], { region: null }))).toEqual(['may be empty only in a draft'])
    expect(complaints(made([line('a')], { region: null, draft: true }))).toEqual([])
  })

  it('numbers its lines as the document does, and counts a split line once', () => {
    const sub = { id: 's', number: '1', kind: 'section', name: 'Một', parts: [line('a', { number: '1.1' })] }
    const plan = planSchema.parse(made([sub, line('b'), line('c', { splitFrom: 'b' }), line('d')]))
    expect(walkPlan(plan).map(({ place }) => place)).toEqual(['II', 'II.1', 'II.1.1', 'II (1)', 'II (1)', 'II (2)'])
    expect(countPlan(plan)).toMatchObject({ kinds: { task: 3 }, statuses: { manual: 4 } })
  })

  it('is told which id no register knows, and which was meant', () => {
    const unit = {
      id: 'phong-tu-phap',
      name: 'Phòng Tư pháp',
      region: 'vn',
      validFrom: null,
      validTo: null,
      successor: null,
    }
    const plan = planSchema.parse(made([line('a', { lead: ['phong-tu-phep', 'Các phòng'] })], { channels: ['dai'] }))
    const problems = checkPlan(plan, { regions: [], channels: [], units: [unit] })
    expect(problems.map(({ at, noun, guess }) => [at, noun, guess])).toEqual([
      ['thu', 'region', null],
      ['thu', 'channel', null],
      ['a', 'unit', 'phong-tu-phap'],
    ])
  })
})

describe('an indicator', () => {
  const base = { id: 'x', measure: 'channel_share', period: 'month', target: 80, setBy: 'office' }
  it.each([
    [{ atRisk: 90 }, 'atRisk'],
    [{ target: null, atRisk: 50 }, 'atRisk'],
    [{ target: 120 }, 'target'],
    [{ measure: 'median_hours' }, 'filter'],
    [{ measure: 'median_hours', filter: { until: 'verdict' }, atRisk: 40 }, 'atRisk'],
  ])('refuses %j', (change, at) => {
    const issues = indicatorSchema.safeParse({ ...base, ...change }).error?.issues ?? []
    expect(issues.map(({ path }) => path[0])).toContain(at)
  })

  it('takes hours that fall', () => {
    const hours = { ...base, measure: 'median_hours', filter: { until: 'verdict' }, target: 72, atRisk: 120 }
    expect(indicatorSchema.safeParse(hours).success).toBe(true)
  })
})
