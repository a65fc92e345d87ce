import { describe, expect, it } from 'vitest'
import { createGate } from '../../crawlers/gate.ts'

const never = new AbortController().signal

describe('gate', () => {
  it('lets one at a time through, first come, first served', async () => {
    const gate = createGate()
    const log: string[] = []
    const go = async (name: string): Promise<void> => {
      const leave = await gate.enter('a.vn', 0, never)
      log.push(`${name} in`)
      await new Promise((done) => setTimeout(done, 5))
      log.push(`${name} out`)
      await leave()
    }
    await Promise.all(['một', 'hai', 'ba'].map(go))
    expect(log).toEqual(['một in', 'một out', 'hai in', 'hai out', 'ba in', 'ba out'])
  })

  it('keeps hosts apart', async () => {
    const gate = createGate()
    await gate.enter('a.vn', 0, never)
    await expect(gate.enter('b.vn', 0, never)).resolves.toBeTypeOf('function')
  })

  it('waits for the gap from the end of the turn before', async () => {
    const gate = createGate()
    const leave = await gate.enter('a.vn', 30, never)
    await new Promise((done) => setTimeout(done, 20))
    await leave()
    const leftAtMs = performance.now()
    await gate.enter('a.vn', 30, never)
    expect(performance.now() - leftAtMs).toBeGreaterThanOrEqual(30)
  })

  it('waits for a short hold and refuses for a long one, saying how long', async () => {
    const gate = createGate()
    await gate.hold('a.vn', 30)
    const askedAtMs = performance.now()
    await (await gate.enter('a.vn', 0, never))()
    expect(performance.now() - askedAtMs).toBeGreaterThanOrEqual(29)
    await gate.hold('a.vn', 3_600_000)
    await gate.hold('a.vn', 10)
    await expect(gate.enter('a.vn', 0, never)).rejects.toMatchObject({ code: 'rate_limited' })
    const failure = await gate.enter('a.vn', 0, never).catch((error) => error)
    expect(failure.retryAfterMs).toBeGreaterThan(3_500_000)
  })

  it('refuses rather than waiting hours for a gap', async () => {
    const gate = createGate()
    await (await gate.enter('a.vn', 0, never))()
    await expect(gate.enter('a.vn', 86_400_000, never)).rejects.toMatchObject({ code: 'rate_limited' })
  })

  it('lets the next one pass when somebody in line gives up', async () => {
    const gate = createGate()
    const leave = await gate.enter('a.vn', 0, never)
    const impatient = new AbortController()
    const second = gate.enter('a.vn', 0, impatient.signal)
    const third = gate.enter('a.vn', 0, never)
    impatient.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    await leave()
    await expect(third).resolves.toBeTypeOf('function')
  })

  it('gives up during the gap too', async () => {
    const gate = createGate()
    await (await gate.enter('a.vn', 0, never))()
    const impatient = new AbortController()
    const waiting = gate.enter('a.vn', 60_000, impatient.signal)
    setTimeout(() => impatient.abort(new Error('enough')), 5)
    await expect(waiting).rejects.toThrow('enough')
  })
})
