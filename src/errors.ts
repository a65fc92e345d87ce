// Errors named by what happens next. Expected results are values; these are control.
import type { FailureCode } from './model/failure.ts'

/** A fetch that failed in a known way. `retryAfterMs` is what the site asked for, if it did. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
  readonly code: FailureCode
  readonly retryAfterMs: number | null
  constructor(code: FailureCode, message: string, retryAfterMs: number | null = null) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** What is logged of an error: its name, because a message may quote what was being worked on. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error'
}

/** This one capture cannot be processed; it is counted and set apart, the others go on. */
export class Quarantine extends Error {
  override readonly name = 'Quarantine'
}

/** Something a person has to mend: where, what, and what to do. Shown without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly where: string
  readonly what: string
  readonly todo: string
  constructor(where: string, what: string, todo: string) {
    super(`${where}: ${what}\n  → ${todo}`)
    this.where = where
    this.what = what
    this.todo = todo
  }
}
