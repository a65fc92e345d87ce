// Address: which IP addresses the door may connect to, so that no feed, redirect or name leads it into a private network.
import { BlockList, isIP, isIPv4 } from 'node:net'

function subnets(family: 'ipv4' | 'ipv6', blocks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const block of blocks) {
    const [network = '', prefix] = block.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}

/** IANA's special-purpose IPv4 blocks: "this" network, private, shared (CGNAT), link-local, documentation, multicast, reserved. */
const notPublic4 = subnets('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
])
/** The only IPv6 block from which addresses are given out; all the rest is local, multicast or reserved. */
const public6 = subnets('ipv6', ['2000::/3'])
/** Inside it: protocol assignments with Teredo, documentation, and 6to4, which wraps an IPv4 address. */
const notPublic6 = subnets('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])
/** An IPv4 address in IPv6 clothes: mapped, and NAT64, by which networks without IPv4 reach every IPv4 host. */
const wraps4 = subnets('ipv6', ['::ffff:0:0/96', '64:ff9b::/96'])
const loopback4 = subnets('ipv4', ['127.0.0.0/8'])

/** True for an address of the open internet; false for every other one and for what is no IP address. */
export function isPublicAddress(address: string): boolean {
  const plain = unwrap(address)
  if (isIP(plain) === 0) return false
  if (isIPv4(plain)) return !notPublic4.check(plain, 'ipv4')
  return public6.check(plain, 'ipv6') && !notPublic6.check(plain, 'ipv6')
}

/** True for this machine's own address. */
export function isLoopbackAddress(address: string): boolean {
  const plain = unwrap(address)
  return plain === '::1' || (isIPv4(plain) && loopback4.check(plain, 'ipv4'))
}

/** The IPv4 address inside a mapped or NAT64 one; other addresses as they are. */
function unwrap(address: string): string {
  if (isIP(address) !== 6 || !wraps4.check(address, 'ipv6')) return address
  // The URL parser writes every spelling of an IPv6 address in one way, its last two groups as hexadecimal numbers.
  const groups = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1).split(':')
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
