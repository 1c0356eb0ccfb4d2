import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { connect as connectTcp, isIP, isIPv6, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { mayConnect } from './address.ts'
import { codeOf, refusal, step } from './fetch-step.ts'
import { hostOf } from './fetch-url.ts'

/** All the addresses of a name. Tests bring their own, to play a name that changes its mind. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

export type ConnectOptions = { allowLoopback: boolean; resolve?: Resolve; signal: AbortSignal }

/** The system's answer, /etc/hosts included, as every other program on the machine sees it. */
const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address)

/**
 * The addresses of a host, every one of them checked. One forbidden address condemns the name: a
 * public site has none, and picking the others would let a crafted name probe the network inside.
 *
 * @throws Refusal `url_forbidden`, `url_unreachable` (`why: name` where there is no such name)
 */
export async function checkedAddresses(
  url: URL,
  { allowLoopback, resolve = systemResolve, signal }: ConnectOptions,
): Promise<readonly string[]> {
  const host = hostOf(url)
  // An address in place of a name is never looked up: neither here nor by node:net.
  const found = isIP(host)
    ? [host]
    : await step(resolve(host), signal, (error) => {
        const unknown = codeOf(error) === 'ENOTFOUND'
        return refusal('url_unreachable', url, { why: unknown ? 'name' : 'network' }, error)
      })
  if (found.length === 0) throw refusal('url_unreachable', url, { why: 'name' })
  if (!found.every((address) => mayConnect(address, allowLoopback))) {
    throw refusal('url_forbidden', url)
  }
  return found
}

/** Answers every question with the addresses that were checked: a second lookup cannot differ. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_hostname, options, answer) => {
    const [first] = all
    if (options.all) answer(null, all)
    else if (first) answer(null, first.address, first.family)
  }
}

/**
 * Begins a connection to one of the checked addresses, whichever answers first (RFC 8305). Whoever
 * calls destroys it, whatever happens after.
 */
export function begin(url: URL, addresses: readonly string[]): Socket {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const socket = connectTcp({
    host: hostOf(url),
    port,
    lookup: pinned(addresses),
    autoSelectFamily: true,
  })
  // It stays for the socket's life: an error that nobody listens to ends the process.
  return socket.on('error', () => undefined)
}

/**
 * Waits until the socket is connected, looks at who is at the other end before a byte is sent, and
 * puts TLS over it for https. Certificates are always verified, whatever the environment says.
 *
 * @returns what the request goes through: the socket itself, or TLS over it
 * @throws Refusal `url_forbidden`, `url_unreachable` (`why`: network, certificate)
 */
export async function established(
  url: URL,
  socket: Socket,
  { allowLoopback, signal }: ConnectOptions,
): Promise<Socket> {
  const network = (error: unknown) => refusal('url_unreachable', url, { why: 'network' }, error)
  await step(once(socket, 'connect'), signal, network)
  if (!mayConnect(socket.remoteAddress ?? '', allowLoopback)) throw refusal('url_forbidden', url)
  if (url.protocol === 'http:') return socket
  const host = hostOf(url)
  const secure = connectTls({
    socket,
    host,
    // SNI (RFC 6066) names no addresses, and no trailing dot.
    servername: isIP(host) ? '' : host.replace(/\.$/, ''),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  })
  secure.on('error', () => undefined)
  await step(once(secure, 'secureConnect'), signal, (error) => {
    const why = secure.authorizationError ? 'certificate' : 'network'
    return refusal('url_unreachable', url, { why }, error)
  })
  return secure
}
