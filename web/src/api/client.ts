// The one door to the API: JSON in, or an ApiFailure that says what happened and what to do.
import type { ApiError } from '../../../src/model/api.ts'

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  /** `network` when the service did not answer in its own words. */
  readonly code: string
  readonly todo: string
  constructor(code: string, message: string, todo: string) {
    super(message)
    this.code = code
    this.todo = todo
  }
}

export type Params = Readonly<Record<string, string | number | undefined>>

/** GET of a JSON resource. Throws `ApiFailure`; the language of its message is the document's. */
export async function getJson<T>(path: string, params: Params, signal: AbortSignal): Promise<T> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value))
  const search = query.size > 0 ? `?${query}` : ''
  const headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang }
  const response = await fetch(`${path}${search}`, { headers, signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ApiFailure('network', '', '')
  })
  const body: unknown = await response.json().catch(() => null)
  if (isApiError(body)) throw new ApiFailure(body.error.code, body.error.message, body.error.todo)
  if (!response.ok || body === null) throw new ApiFailure('network', '', '')
  return body as T
}

function isApiError(body: unknown): body is ApiError {
  return typeof body === 'object' && body !== null && 'error' in body
}
