// Same site: whether two addresses belong to one registrable name, as far as that can be told without a list of them all.
import { isIP } from 'node:net'

/** Second-level names under which registries of many countries give out names: com.vn, gov.vn, co.uk, ac.th. */
const registries = /^(?:com|net|org|gov|edu|ac|co|go|or|info|biz|name|health|pro|int|mil|ne|in|mi)$/

/** True for "www.a.vn" and "api.a.vn"; hosts named by number, or without a dot, must be the same with their port. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)]
  if (!a || !b || !/^https?:$/.test(a.protocol)) return false
  return a.host === b.host || (siteOf(a.hostname) !== null && siteOf(a.hostname) === siteOf(b.hostname))
}

function siteOf(hostname: string): string | null {
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  const labels = hostname.split('.')
  const isUnderRegistry = labels.at(-1)?.length === 2 && registries.test(labels.at(-2) ?? '')
  const count = isUnderRegistry ? 3 : 2
  return labels.length < count ? null : labels.slice(-count).join('.')
}
