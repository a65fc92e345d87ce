// Holding a plan against the registers: everything it names by an id has to be there.
import { isUnitId, type Plan } from '../model/plan.ts'
import type { Channel, Region, Unit } from '../model/region.ts'
import { suggest } from '../text/suggest.ts'
import { listEntries } from './walk.ts'

export type PlanRegisters = {
  readonly regions: readonly Region[]
  readonly channels: readonly Channel[]
  readonly units: readonly Unit[]
}

/** `at` is the id of the entry, or the plan's own. */
export type PlanProblem = {
  readonly at: string
  readonly noun: 'unit' | 'channel' | 'region' | 'plan channel'
  readonly id: string
  readonly guess: string | null
}

/** Ids that no register knows, and channels that an indicator counts though the plan does not require them. */
export function checkPlan(plan: Plan, registers: PlanRegisters): PlanProblem[] {
  const known = {
    unit: registers.units.map(({ id }) => id),
    channel: registers.channels.map(({ id }) => id),
    region: registers.regions.map(({ code }) => code),
    'plan channel': plan.channels,
  }
  const check = (at: string, noun: PlanProblem['noun'], ids: readonly string[]): PlanProblem[] =>
    ids
      .filter((id) => !known[noun].includes(id))
      .map((id) => ({ at, noun, id, guess: suggest(id, known[noun]) ?? null }))
  const unitIds = (parties: readonly (string | null)[]) => parties.filter((party) => party !== null).filter(isUnitId)
  return [
    ...check(plan.id, 'region', plan.region === null ? [] : [plan.region]),
    ...check(plan.id, 'channel', plan.channels),
    ...check(plan.id, 'unit', unitIds([plan.issuer, ...plan.reporting.flatMap(({ from, to }) => [...from, to])])),
    ...listEntries(plan).flatMap((entry) => [
      ...check(entry.id, 'unit', unitIds([...entry.lead, ...entry.partners])),
      ...(entry.status.kind === 'monitored' ? entry.status.indicators : []).flatMap(({ filter }) => [
        ...check(entry.id, 'plan channel', filter.channels ?? []),
        ...check(entry.id, 'region', filter.about === undefined ? [] : [filter.about]),
      ]),
    ]),
  ]
}
