import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * IPv4 that is nobody's page. Source: IANA IPv4 Special-Purpose Address Registry (RFC 6890 and what
 * updates it), and where clouds answer questions about the machine that asks.
 */
const CLOSED_IPV4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8], // this host, RFC 791: Linux connects it to loopback
  ['10.0.0.0', 8], // private, RFC 1918
  ['100.64.0.0', 10], // carrier-grade NAT, RFC 6598; Alibaba's metadata
  ['127.0.0.0', 8], // loopback, RFC 1122
  ['168.63.129.16', 32], // Azure's wire server: a public address, but the platform answers on it
  ['169.254.0.0', 16], // link-local, RFC 3927; the metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments, RFC 6890; Oracle's metadata
  ['192.0.2.0', 24], // documentation, RFC 5737
  ['192.88.99.0', 24], // 6to4 relays, RFC 7526
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarking, RFC 2544
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast, RFC 5771
  ['240.0.0.0', 4], // reserved, RFC 1112, with broadcast
]

/**
 * IPv6 is the other way round: only global unicast (RFC 4291) is open at all, which closes loopback,
 * unspecified, link-local, unique-local (fd00:ec2::254 too), site-local, multicast, discard-only and
 * whatever carries an IPv4 address inside: mapped, compatible, translated (RFC 6052, RFC 8215).
 */
const OPEN_IPV6 = ['2000::', 3] as const

/** What is closed inside of that. Source: IANA IPv6 Special-Purpose Address Registry. */
const CLOSED_IPV6: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23], // protocol assignments, RFC 2928: Teredo, benchmarking, ORCHID
  ['2001:db8::', 32], // documentation, RFC 3849
  ['2002::', 16], // 6to4, RFC 3056: carries an IPv4 address, and is deprecated
  ['3fff::', 20], // documentation, RFC 9637
]

const closed = new BlockList()
for (const [network, bits] of CLOSED_IPV4) closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of CLOSED_IPV6) closed.addSubnet(network, bits, 'ipv6')

const open = new BlockList()
open.addSubnet(...OPEN_IPV6, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')

/**
 * Whether the desk may connect to an address. Written forms do not matter here: this is asked of
 * what a name resolves to and of the socket's other end, never of what a person typed.
 *
 * @param address IPv4 or IPv6 as the system writes them; anything else is refused, zones included
 * @param allowLoopback opens 127.0.0.0/8 and ::1, and nothing else: for tests
 */
export function mayConnect(address: string, allowLoopback = false): boolean {
  if (isIPv4(address)) {
    return !closed.check(address, 'ipv4') || (allowLoopback && loopback.check(address, 'ipv4'))
  }
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (!isIPv6(address) || address.includes('%')) return false
  if (allowLoopback && address === '::1') return true
  return open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Whether an address is this machine itself. */
export const isLoopback = (address: string): boolean =>
  isIPv4(address) ? loopback.check(address, 'ipv4') : address === '::1'
