// Signature: whether a delivery comes from who holds the secret, was sent just now, and was not seen before.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Clocks of two machines differ; an older delivery may be somebody else's copy. */
const windowMs = 300_000

/** `sha256=` and the HMAC-SHA256 of the time (Unix seconds), a full stop and the body, in hexadecimal digits. */
export function signBody(secret: string, timestamp: string, body: Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`
}

export type Signed = {
  readonly timestamp: string
  readonly signature: string
  readonly body: Uint8Array
}

/** Keeps the signatures of the last minutes in memory, so that a copied delivery is not taken twice. */
export function createVerifier(now: () => Date) {
  const seen = new Map<string, number>()
  return (secret: string, { timestamp, signature, body }: Signed): boolean => {
    const nowMs = now().getTime()
    for (const [known, untilMs] of seen) if (untilMs < nowMs) seen.delete(known)
    const isRecent = /^\d{9,11}$/.test(timestamp) && Math.abs(nowMs - Number(timestamp) * 1000) <= windowMs
    if (!isRecent || !isEqual(signBody(secret, timestamp, body), signature) || seen.has(signature)) return false
    seen.set(signature, nowMs + 2 * windowMs)
    return true
  }
}

function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
