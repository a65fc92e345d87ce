// Who holds a lease: a process of this machine, told apart from a later one with the same number.
import { readFileSync } from 'node:fs'

/** When a process began, as Linux counts it; empty elsewhere, where the number alone has to do. */
function startOf(processId: number): string {
  try {
    // The name in brackets may hold spaces: fields are counted behind it, the start is the twentieth.
    return readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** This process, as leases name it. */
export const self = `${process.pid}:${startOf(process.pid)}`

/** False when the process has ended, or its number belongs to another one now. */
export function isAlive(owner: string): boolean {
  const [id = '', start = ''] = owner.split(':')
  try {
    process.kill(Number(id), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(Number(id)) === start
}
