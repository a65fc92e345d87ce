// Progress bars, a line per source; silent where nobody looks at a screen.
import { MultiBar, Presets, type SingleBar } from 'cli-progress'
import type { Progress } from '../pipeline/crawl.ts'

export type Bars = {
  readonly progress: Progress
  readonly finish: (sourceId: string) => void
  readonly stop: () => void
}

/** `names` gives what stands before each bar. */
export function showProgress(names: ReadonlyMap<string, string>): Bars {
  if (!process.stderr.isTTY) return { progress: () => undefined, finish: () => undefined, stop: () => undefined }
  const widest = Math.max(...[...names.values()].map((name) => name.length))
  const format = `{name} {bar} {value}/{total}`
  const bars = new MultiBar(
    { format, hideCursor: true, stream: process.stderr, clearOnComplete: false },
    Presets.shades_grey,
  )
  const byId = new Map<string, SingleBar>()
  const bar = (id: string): SingleBar => {
    const known = byId.get(id)
    if (known) return known
    const created = bars.create(1, 0, { name: (names.get(id) ?? id).padEnd(widest) })
    byId.set(id, created)
    return created
  }
  return {
    progress(id, expected, done) {
      bar(id).setTotal(Math.max(expected, done, 1))
      bar(id).update(done)
    },
    finish(id) {
      bar(id).update(bar(id).getTotal())
    },
    stop: () => bars.stop(),
  }
}
