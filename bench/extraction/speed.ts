// Speed: how long a page takes, against Mozilla's Readability on the same machine in the same run.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/**
 * A clock says more of the machine than of the code, a ratio does not. Readability is usually run on jsdom, which is no
 * dependency of ours; jsdom is published as about four times as slow as linkedom. If that holds, at most twice
 * Readability on linkedom is at most half of Readability on jsdom. Parsing is part of both.
 */
export const mostTimesReadability = 2

/** Runs are repeated, and the best counts: what a busy machine adds is no part of the work. */
const rounds = 3

export function timeMs(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    work()
    best = Math.min(best, performance.now() - started)
  }
  return best
}

export function runReadability(html: string): string | null {
  try {
    return new Readability(parseHTML(html).document as never).parse()?.textContent ?? null
  } catch {
    return null
  }
}
