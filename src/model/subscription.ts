// Subscription: a feed whose hub tells us when there is something new (WebSub).

export type Subscription = {
  /** Hard to guess: it is part of the callback address. */
  readonly id: string
  readonly sourceId: string
  readonly hub: string
  readonly topic: string
  /** Signs what the hub pushes. */
  readonly secret: string
}
