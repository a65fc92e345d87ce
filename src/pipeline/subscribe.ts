// Subscribe: keeps the hubs of a source's feeds pushing. A hub that refuses costs nothing: the feed is asked as ever.
import { FetchFailure } from '../errors.ts'
import type { HubOffer } from '../model/capture.ts'
import type { Source } from '../model/source.ts'
import type { Deps } from './deps.ts'

/** Notes what a round offered, and asks the hubs whose lease is missing or ends soon. */
export async function keepSubscriptions(
  { askHub, store, now }: Pick<Deps, 'askHub' | 'store' | 'now'>,
  source: Source,
  offers: readonly HubOffer[],
  signal: AbortSignal,
): Promise<void> {
  if (!askHub) return
  for (const offer of offers) await store.offerSubscription(source.id, offer)
  for (const subscription of await store.takeLapsingSubscriptions(source.id, now())) {
    try {
      await askHub(source, subscription, signal)
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
    }
  }
}
