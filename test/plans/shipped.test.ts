// The five plans of config/plans against the structure of their documents, counted by hand.
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { readPlans } from '../../src/plan-files.ts'
import { checkPlan } from '../../src/plans/check-plan.ts'
import { listEntries, walkPlan } from '../../src/plans/walk.ts'
import { readRegisters } from '../../src/registers.ts'

const { registers } = await readRegisters('config')
const plans = await readPlans('config', registers)
const planOf = (id: string): Plan => plans.find((plan) => plan.id === id) as Plan

/** Lines of the document below each section that has some, split ones once. */
function countLines(plan: Plan): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { part, place } of walkPlan(plan)) {
    if (part.kind !== 'section') continue
    const lines = part.parts.filter((inner) => inner.kind !== 'section' && inner.splitFrom === undefined).length
    // A document may number two sections alike.
    if (lines > 0) counts[place in counts ? `${place} again` : place] = lines
  }
  return counts
}

describe.each([
  ['kien-an-2023', 10, { II: 3, III: 6 }],
  ['bo-tu-phap-2024', 0, { 'II.1': 2, 'II.3': 3, II: 3, 'III.1': 2, 'III.2': 2 }],
  ['dinh-lap-2024', 12, { 'II.1.1': 2, 'II.1.2': 3, II: 1, III: 1, IV: 4 }],
  [
    'ha-hoa-2023-2028',
    20,
    {
      ...{ 'I.2': 5, 'II.2': 5, III: 7, IV: 2, 'V.1': 3, 'V.2': 1, 'V.3': 2, 'V.4': 4, 'V.4 again': 2, 'V.5': 1 },
      ...{ 'V.6': 2, V: 1 },
    },
  ],
  [
    'lai-chau-2023-2028',
    0,
    { 'I.2.b': 5, II: 6, III: 8, IV: 1, 'V.1': 6, 'V.2': 4, 'V.3': 2, 'V.5': 9, 'V.7': 3, V: 3 },
  ],
])('%s', (id, communes, lines) => {
  it('has every line of its document', () => {
    expect(countLines(planOf(id))).toEqual(lines)
  })

  it('names the communes of its district', () => {
    expect(planOf(id).communes).toHaveLength(communes)
  })

  it('names only what the registers know', () => {
    expect(checkPlan(planOf(id), registers)).toEqual([])
  })

  it('requires channels, those without a web page too where it is a district’s', () => {
    const kinds = registers.channels
      .filter((channel) => planOf(id).channels.includes(channel.id))
      .map(({ kind }) => kind)
    expect(kinds).toContain('portal')
    if (communes > 0) expect(kinds.some((kind) => kind === 'radio' || kind === 'loudspeaker')).toBe(true)
  })
})

describe('the five plans', () => {
  it('give each of two duties that are printed as "4" an id of its own', () => {
    const duties = walkPlan(planOf('ha-hoa-2023-2028')).filter(({ place }) => place === 'V.4')
    expect(duties.map(({ part }) => part.id)).toEqual(['trung-tam-truyen-thong', 'mat-tran'])
  })

  it('keep what a scanner made of a number beside it', () => {
    const scanned = planOf('lai-chau-2023-2028').sections.map((part) =>
      part.kind === 'section' ? [part.number, part.scannedAs] : [],
    )
    expect(scanned.slice(0, 4)).toEqual([
      ['I', undefined],
      ['II', '1'],
      ['III', '111'],
      ['IV', undefined],
    ])
  })

  it('leave out of scope what is said of people, opinions and accounts, and split it from what is measured', () => {
    const out = plans.flatMap(listEntries).filter(({ status }) => status.kind === 'out_of_scope')
    expect(
      out.map(({ wording }) => wording).filter((wording) => /phản bác|đối tượng|tài khoản/.test(wording)),
    ).not.toEqual([])
    const counter = /phản bác|luận điệu|thế lực|cá nhân, tổ chức lợi dụng|quản lý (?:hội nghị|đoàn phóng viên)/i
    const inScope = plans.flatMap(listEntries).filter(({ status }) => status.kind !== 'out_of_scope')
    expect(inScope.filter(({ wording }) => counter.test(wording))).toEqual([])
  })

  it('ask the targets that the documents name', () => {
    const named = plans
      .flatMap(listEntries)
      .flatMap(({ status }) => (status.kind === 'monitored' ? status.indicators : []))
      .filter(({ setBy }) => setBy === 'plan')
    expect(named.map(({ id, target }) => `${id} ${target}`)).toEqual([
      'bay-cong-uoc-duoc-nhac 7',
      'ct-kenh-co-tin 100',
      'bay-cong-uoc-duoc-nhac 7',
      'bay-cong-uoc-duoc-nhac 7',
      'cong-uoc-xa-hoi 3',
    ])
  })

  it('report as often as they say', () => {
    expect(planOf('lai-chau-2023-2028').reporting.map(({ cadence }) => cadence)).toEqual([
      'half_yearly',
      'yearly',
      null,
    ])
  })
})
