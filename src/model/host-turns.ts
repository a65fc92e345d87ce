// Host turns: whose turn it is at a host. Behind this type stand one process's memory, or a table that many share.

/** How long the caller has to wait; 0 and the turn is already the caller's. */
export type Claim = {
  readonly waitMs: number
  /** The part of it that the host itself asked for (Retry-After). */
  readonly heldMs: number
}

export type HostTurns = {
  /** Takes the turn if the host is free, was left alone for `gapMs` since the last turn ended, and asks for no quiet. */
  readonly claim: (host: string, gapMs: number) => Promise<Claim>
  readonly end: (host: string) => Promise<void>
  /** Nothing goes to the host for this long. */
  readonly hold: (host: string, forMs: number) => Promise<void>
}
