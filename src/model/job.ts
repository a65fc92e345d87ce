// Job: work that waits its turn. Payloads are ids; text never enters a queue.
import type { Period } from './crawl.ts'

export type JobPayloads = {
  /** With a period: the articles of those days instead of the newest ones. */
  crawl: { readonly sourceId: string; readonly period?: Period }
  /** Gathers new items to stories. */
  link: Record<string, never>
  /** Takes in new evidence and holds new items against what is known. */
  triage: Record<string, never>
  purge: Record<string, never>
  report: { readonly week: string }
}
export type JobKind = keyof JobPayloads

export type Job = {
  [K in JobKind]: { readonly id: string; readonly kind: K; readonly payload: JobPayloads[K]; readonly attempts: number }
}[JobKind]

/** A job that was given up after its tries; it waits for a person. */
export type DeadJob = Job & { readonly lastError: string }
