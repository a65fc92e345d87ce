import { afterEach, describe, expect, it } from 'vitest'
import { Quarantine } from '../../src/errors.ts'
import { createPool, type Pool } from '../../src/threads/pool.ts'

let pool: Pool<string, string>
const open = (size = 2): Pool<string, string> => {
  pool = createPool({
    script: new URL('../fixtures/threads/worker.ts', import.meta.url),
    size,
    workerData: null,
    timeoutMs: 1500,
    memoryMb: 32,
  })
  return pool
}
afterEach(() => pool.close())

describe('pool', () => {
  it('answers every task, more than it has threads', async () => {
    const { run } = open()
    const tasks = Array.from({ length: 30 }, (_, i) => `task ${i}`)
    expect(await Promise.all(tasks.map((task) => run(task)))).toEqual(tasks.map((task) => task.toUpperCase()))
  })

  it.each(['hang', 'exit', 'throw', 'eat', 'refuse'])('loses one task to “%s”, not the others', async (bad) => {
    const { run } = open(1)
    const outcomes = await Promise.allSettled([run('before'), run(bad), run('after')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const { reason } = outcomes[1] as PromiseRejectedResult
    expect(reason).toBeInstanceOf(Quarantine)
    expect(reason.message).not.toContain('secret')
  })

  it('refuses what still waits when it closes', async () => {
    const { run, close } = open(1)
    const waiting = [run('one'), run('two')].map((task) => task.catch((error: Error) => error.message))
    await close()
    expect(await Promise.all(waiting)).toEqual(['ended its thread', 'the program is stopping'])
  })
})
