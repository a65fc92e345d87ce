// Memo: within one look at a site no address is asked for twice, however many steps of the look need it.
import type { ConnectorContext, DoorResponse } from './connector.ts'

/**
 * A door that remembers its answers and failures. An address counts as the same before and after redirects, and with or
 * without a fragment; validators are left out, because an answer is wanted and not a 304. Whoever asks gets bytes of his
 * own, to read or to give away.
 */
export function rememberAnswers(fetch: ConnectorContext['fetch']): ConnectorContext['fetch'] {
  const answers = new Map<string, Promise<DoorResponse>>()
  return (request) => {
    const key = keyOf(request.url)
    const known = answers.get(key)
    if (known) return known.then(withOwnBytes)
    const answer = fetch({ ...request, validators: null })
    answers.set(key, answer)
    answer.then(
      (response) => answers.set(keyOf(response.url), answer),
      () => undefined,
    )
    return answer.then(withOwnBytes)
  }
}

const withOwnBytes = (answer: DoorResponse): DoorResponse => ({ ...answer, bytes: new Uint8Array(answer.bytes) })

function keyOf(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  url.hash = ''
  return url.href
}
