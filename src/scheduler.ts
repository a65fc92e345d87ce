// The clock of the service: once a minute it asks what is due; what runs when is data, in config/service.yaml.
import { schedule } from 'node-cron'
import type { Service } from './model/service.ts'
import { vietnamDay } from './rules/day.ts'
import { isoWeek, previousWeek } from './rules/week.ts'
import type { Queue } from './store/queue.ts'
import type { Store } from './store/store.ts'

const timezone = 'Asia/Ho_Chi_Minh'

/** Puts a job into the queue for every source that may be asked now. Safe to call from several processes. */
export async function sendDueCrawls(store: Store, queue: Queue, now: Date): Promise<number> {
  let sent = 0
  for (const sourceId of await store.listDueSources(now))
    if (await queue.send('crawl', { sourceId }, { key: `crawl:${sourceId}`, runAt: now })) sent++
  return sent
}

/** Starts the schedules; returns how to stop them. `onError` hears of a tick that failed: the next one tries again. */
export function startScheduler(
  { store, queue, now }: { store: Store; queue: Queue; now: () => Date },
  schedules: Service['schedule'],
  onError: (error: unknown) => void,
): () => Promise<void> {
  const ticks: readonly [string, () => Promise<unknown>][] = [
    [schedules.crawl, () => sendDueCrawls(store, queue, now())],
    [schedules.purge, () => queue.send('purge', {}, { key: 'purge', runAt: now() })],
    [
      schedules.weeklyReport,
      () => {
        const week = previousWeek(isoWeek(vietnamDay(now())))
        return queue.send('report', { week }, { key: `report:${week}`, runAt: now() })
      },
    ],
  ]
  const tasks = ticks.map(([cron, tick]) =>
    schedule(cron, () => void tick().catch(onError), { timezone, noOverlap: true }),
  )
  return async () => {
    for (const task of tasks) await task.destroy()
  }
}
