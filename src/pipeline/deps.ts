// What the pipeline needs from the outside: layer 2 as types, so that a test can put anything in its place.
import type { Connector, ConnectorContext } from '../../crawlers/connector.ts'
import type { Source, SourceKind } from '../model/source.ts'
import type { Subscription } from '../model/subscription.ts'
import type { Queue } from '../store/queue.ts'
import type { Store } from '../store/store.ts'
import type { Judge } from '../threads/judge-pool.ts'
import type { Stories } from '../threads/story-pool.ts'
import type { Triager } from '../threads/triage-pool.ts'

export type Deps = {
  readonly store: Store
  readonly queue: Queue
  readonly connectors: Readonly<Record<SourceKind, Connector>>
  /** The network door, bound to a source's politeness. */
  readonly bindDoor: (source: Source, signal: AbortSignal) => ConnectorContext['fetch']
  /** Reads what a source sent, away from the service. */
  readonly parse: ConnectorContext['parse']
  /** Asks a hub to push; missing where the service has no public address. */
  readonly askHub?: (source: Source, subscription: Subscription, signal: AbortSignal) => Promise<void>
  readonly judge: Judge
  readonly stories: Stories
  readonly triager: Triager
  readonly now: () => Date
}
