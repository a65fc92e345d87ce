// One round of some sources, with progress, through the same queue as the service: no source is asked twice at once.
import type { Runtime } from '../main.ts'
import type { CrawlResult, Period } from '../model/crawl.ts'
import type { JobPayloads } from '../model/job.ts'
import type { Source } from '../model/source.ts'
import { crawlSource } from '../pipeline/crawl.ts'
import { work } from '../pipeline/work.ts'
import { concurrency, jobHandlers, logJobError } from '../service.ts'
import { showProgress } from './progress.ts'

export type Rounds = { readonly results: CrawlResult[]; readonly busy: readonly string[] }

/** Asks every given source now, due or not, for its newest articles or those of a period. `busy` are those that another process is asking. */
export async function runRound(
  runtime: Runtime,
  sources: readonly Source[],
  signal: AbortSignal,
  period: Period | null = null,
): Promise<Rounds> {
  const { queue, now } = runtime.deps
  await queue.recover()
  for (const { id } of sources) {
    // The period goes into the queue, so that whichever process takes the job does what was asked for.
    const payload = period ? { sourceId: id, period } : { sourceId: id }
    await queue.send('crawl', payload, { key: `crawl:${id}`, runAt: new Date(0) })
  }
  const bars = showProgress(new Map(sources.map(({ id, name }) => [id, name])))
  const results: CrawlResult[] = []
  const handlers = {
    ...jobHandlers(runtime),
    async crawl({ payload }: { payload: JobPayloads['crawl'] }, jobSignal: AbortSignal) {
      const source = await runtime.deps.store.readSource(payload.sourceId)
      if (!source) return
      results.push(
        await crawlSource(runtime.deps, source, {
          signal: jobSignal,
          progress: bars.progress,
          period: payload.period ?? null,
        }),
      )
      bars.finish(source.id)
    },
  }
  try {
    await work({ queue, handlers, concurrency, now, signal, untilEmpty: true, onError: logJobError })
  } finally {
    bars.stop()
  }
  const read = new Set(results.map(({ sourceId }) => sourceId))
  return { results, busy: sources.map(({ id }) => id).filter((id) => !read.has(id)) }
}
