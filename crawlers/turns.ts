// Turns: kept in this process's memory, for a door that shares its hosts with nobody.
import type { HostTurns } from '../src/model/host-turns.ts'

type Host = { isTaken: boolean; endedAtMs: number; heldUntilMs: number }

const rememberedHosts = 2000
/** No gap is longer: what ended before then is forgotten first. */
const memoryMs = 600_000
/** How soon to ask again while somebody else is at the host. */
const takenMs = 50

/** The clock is monotonic, so that a changed system time neither opens nor locks a host. */
export function createTurns(clock: () => number = () => performance.now()): HostTurns {
  const hosts = new Map<string, Host>()

  function find(name: string): Host {
    const known = hosts.get(name)
    if (known) return known
    if (hosts.size >= rememberedHosts) forgetIdle(hosts, clock())
    const host = { isTaken: false, endedAtMs: Number.NEGATIVE_INFINITY, heldUntilMs: 0 }
    hosts.set(name, host)
    return host
  }

  return {
    async claim(name, gapMs) {
      const host = find(name)
      const heldMs = Math.max(0, host.heldUntilMs - clock())
      const waitMs = Math.max(heldMs, host.endedAtMs + gapMs - clock(), host.isTaken ? takenMs : 0)
      if (waitMs <= 0) host.isTaken = true
      return { waitMs, heldMs }
    },
    async end(name) {
      const host = find(name)
      host.isTaken = false
      host.endedAtMs = clock()
    },
    async hold(name, forMs) {
      const host = find(name)
      host.heldUntilMs = Math.max(host.heldUntilMs, clock() + forMs)
    },
  }
}

function forgetIdle(hosts: Map<string, Host>, nowMs: number): void {
  for (const [name, host] of hosts)
    if (!host.isTaken && host.heldUntilMs < nowMs && host.endedAtMs + memoryMs < nowMs) hosts.delete(name)
}
