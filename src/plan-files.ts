// Reads the plans of config/plans and holds them against the registers.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from './errors.ts'
import { type Plan, planSchema } from './model/plan.ts'
import { checkPlan, type PlanRegisters } from './plans/check-plan.ts'
import { parseYaml } from './text/checked-yaml.ts'

/** All plans, in the order of their file names. Throws a `UserError` that names the file and what does not fit. */
export async function readPlans(configDir: string, registers: PlanRegisters): Promise<Plan[]> {
  const folder = join(configDir, 'plans')
  const names = await readdir(folder).catch(() => [])
  const plans: Plan[] = []
  for (const name of names.filter((each) => each.endsWith('.yaml')).sort()) {
    const file = join(folder, name)
    const plan = parseYaml(await readFile(file, 'utf8'), file, planSchema)
    const twin = plans.find(({ id }) => id === plan.id)
    if (twin) throw new UserError(file, `the id ${plan.id} belongs to another plan`, 'Give this one an id of its own.')
    const [problem] = checkPlan(plan, registers)
    if (problem)
      throw new UserError(
        file,
        `${problem.at}: there is no ${problem.noun} ${problem.id}`,
        problem.guess === null ? 'Correct the id, or add it to its register.' : `Did you mean "${problem.guess}"?`,
      )
    plans.push(plan)
  }
  return plans
}
