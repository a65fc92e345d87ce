// Redirects: followed by hand, so that each hop is judged like a first request.
import { FetchFailure } from '../src/errors.ts'
import type { Exchange } from './exchange.ts'

const redirects: ReadonlySet<number | null> = new Set([301, 302, 303, 307, 308])
const mostRedirects = 5

/**
 * Asks for an address and where it leads. `toTarget` judges each address before it is asked. Throws `FetchFailure`
 * (`redirect_loop`) for a circle or a sixth redirect, and what `toTarget` and `ask` throw.
 */
export async function follow(
  start: string,
  toTarget: (address: string, base: URL | null) => URL,
  ask: (url: URL) => Promise<Exchange>,
): Promise<{ readonly url: URL; readonly exchange: Exchange }> {
  let url = toTarget(start, null)
  const seen = new Set<string>()
  while (!seen.has(url.href) && seen.size <= mostRedirects) {
    seen.add(url.href)
    const exchange = await ask(url)
    const location = exchange.headers.location
    if (!redirects.has(exchange.status) || location === undefined) return { url, exchange }
    url = toTarget(location, url)
  }
  throw new FetchFailure('redirect_loop', `${url.host} redirects in a circle, or more than ${mostRedirects} times`)
}
