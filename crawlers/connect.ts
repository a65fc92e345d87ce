// Connect: sockets to checked addresses only. The name is resolved once, every answer is judged, and the socket goes to
// what was judged, so that a name cannot mean one address for the check and another for the connection.
import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici'
import { FetchFailure } from '../src/errors.ts'
import { isLoopbackAddress, isPublicAddress } from './address.ts'

/** Thrown inside the socket's lookup; `toFailure` knows it. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED'
}

/**
 * The address to ask, without its fragment. Throws `FetchFailure` for one that the door refuses: no web address, a
 * password in it, or a private address written as such; names are judged when they are resolved.
 */
export function toTarget(address: string, base: URL | null, loopbackAllowed: ReadonlySet<string>): URL {
  const url = URL.parse(address, base?.href)
  if (!url) throw new FetchFailure('bad_response', `${base?.host ?? 'a source'} names an address that is none`)
  const refusal = refusalOf(url, loopbackAllowed)
  if (refusal) throw new FetchFailure('address_refused', `${base?.host ?? url.host} ${refusal}`)
  url.hash = ''
  return url
}

function refusalOf(url: URL, loopbackAllowed: ReadonlySet<string>): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'leads away from the web'
  if (url.username !== '' || url.password !== '') return 'leads to an address with a password in it'
  const address = url.hostname.replace(/^\[|\]$/g, '')
  const isNamed = isLoopbackAddress(address) && loopbackAllowed.has(url.host)
  return isIP(address) === 0 || isPublicAddress(address) || isNamed ? null : 'leads to a private or local address'
}

export type Agents = {
  /** The way to an address: through the proxy where there is one, straight to this machine's own hosts. */
  readonly toward: (url: URL) => Dispatcher
  readonly close: () => Promise<void>
}

export type AgentOptions = {
  /** `URL.host` values on this machine that configuration names. */
  readonly loopbackAllowed: ReadonlySet<string>
  readonly lookup?: LookupFunction | undefined
  /** With a proxy, names are resolved by it: it has to keep private addresses closed. Addresses written as such are refused here all the same. */
  readonly proxy?: string | undefined
}

export function createAgents({ loopbackAllowed, lookup, proxy }: AgentOptions): Agents {
  const direct = createAgent(loopbackAllowed, lookup)
  // Without a tunnel for plain HTTP: many office proxies open tunnels to port 443 only.
  const proxied = proxy ? new ProxyAgent({ uri: proxy, proxyTunnel: false, headersTimeout: 0, bodyTimeout: 0 }) : direct
  return {
    toward: (url) => (loopbackAllowed.has(url.host) ? direct : proxied),
    async close() {
      await Promise.all([...new Set([direct, proxied])].map((agent) => agent.destroy()))
    },
  }
}

/** An undici agent whose sockets go to public addresses, and to loopback where `loopbackAllowed` names the `URL.host`. */
function createAgent(loopbackAllowed: ReadonlySet<string>, lookup: LookupFunction = systemLookup): Agent {
  const toPublic = buildConnector({ lookup: checked(lookup, isPublicAddress) })
  const toLoopback = buildConnector({
    lookup: checked(lookup, (address) => isPublicAddress(address) || isLoopbackAddress(address)),
  })
  return new Agent({
    // The door's own clock covers headers and body together.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
    connect(options, callback) {
      const connect = loopbackAllowed.has(options.host ?? options.hostname) ? toLoopback : toPublic
      connect(options, callback)
    },
  })
}

function checked(lookup: LookupFunction, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found
      // One bad answer spoils the name: which of them the socket would take is chance.
      if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address)))
        return callback(new AddressRefused('the name leads to a private or local address'), '')
      if (options.all) return callback(null, addresses)
      callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
}
