// Line: so many at a time, first come, first served.
import { unlessAborted } from './gate.ts'

export type Line = {
  /** Waits for a place; resolves with the function that gives it back. Throws the signal's reason. */
  readonly enter: (signal: AbortSignal) => Promise<() => void>
  readonly isEmpty: () => boolean
}

export function createLine(most: number): Line {
  let inside = 0
  const waiting: (() => void)[] = []
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else inside--
  }
  return {
    async enter(signal) {
      if (inside < most) inside++
      else {
        const turn = Promise.withResolvers<void>()
        waiting.push(turn.resolve)
        try {
          await unlessAborted(turn.promise, signal)
        } catch (error) {
          const at = waiting.indexOf(turn.resolve)
          if (at >= 0) waiting.splice(at, 1)
          else leave()
          throw error
        }
      }
      return leave
    },
    isEmpty: () => inside === 0,
  }
}
