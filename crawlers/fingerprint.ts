// Fingerprint: a short hash by which an edited entry, or an entry without an address, is known again.
import { createHash } from 'node:crypto'

/** 16 characters; equal for equal parts. */
export function shortHash(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
}
