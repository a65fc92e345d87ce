// Own key: a platform that is asked with the office's own token, and what its refusal means.
import { FetchFailure } from '../src/errors.ts'
import type { FailureCode } from '../src/model/failure.ts'
import type { Connector } from './connector.ts'

/** These APIs answer 400 for a token that has expired, 401 and 403 for one that may not. */
const refusals: ReadonlySet<FailureCode> = new Set(['bad_response', 'forbidden'])

/** The same connector, its refusals told as `token_refused`. The token itself is in no message. */
export function explainRefusals(read: Connector): Connector {
  return (source, ctx) => read(source, { ...ctx, fetch: (request) => ctx.fetch(request).catch(explain) })
}

function explain(error: unknown): never {
  if (!(error instanceof FetchFailure && refusals.has(error.code))) throw error
  const words = 'the office’s token has expired or may not read this, or the address names nothing'
  throw new FetchFailure('token_refused', `${error.message} — ${words}`)
}
