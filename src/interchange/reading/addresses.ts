import { isNode, memberOf, type Node, plain, typesOf } from './values.ts'

/** As long as the desk keeps addresses. */
const LONGEST = 2000

const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:'

/**
 * An http(s) address as it is written, also without its protocol where it says `www.`; or from a page.
 * @returns null where it is none
 */
export function addressIn(written: string, page: string | null = null): string | null {
  const text = plain(written)
  const whole = text.replace(/^\/\//, 'https://').replace(/^www\./i, 'https://www.')
  const isPath = page !== null && /^[/?#.]/.test(whole)
  const url = URL.parse(whole, isPath ? page : undefined)
  if (!url || !isWeb(url) || !url.hostname) return null
  // What blanks and letters are in an address is for browsers to say.
  const address = isPath || /\s/.test(whole) ? url.href : whole
  return address.length > LONGEST ? null : address
}

/** The host of an address, or of what is written like one (`pagellapolitica.it`), without `www.`; or null. */
export function hostIn(written: string | null): string | null {
  if (!written) return null
  const address = addressIn(written)
  const bare = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=$|[/:?#])/u.test(written)
  const url = address ? URL.parse(address) : bare ? URL.parse(`https://${written}`) : null
  return url ? url.hostname.replace(/^www\./, '') : null
}

/** What a value names as addresses, and what stands there that is none. */
export type Addresses = { read: string[]; junk: string[] }

/** The addresses of works: texts, or objects that say where they are. An object that does not is no junk. */
export function addressesIn(values: unknown[], page: string | null): Addresses {
  const found = values.flatMap((value) => {
    if (typeof value === 'string') return value.trim() ? [value] : []
    return isNode(value) ? placeOf(value) : []
  })
  const read = found.map((written) => addressIn(written, page))
  return {
    read: [...new Set(read.flatMap((one) => one ?? []))],
    junk: found.filter((_, i) => read[i] === null),
  }
}

/** Where a work says that it is. An id is only believed where it is an address. */
function placeOf(node: Node): string[] {
  const said = ['url', 'sameAs', 'contentUrl'].map((name) => memberOf(node, name))
  const written = said.flat().filter((one) => typeof one === 'string' && one.trim() !== '')
  const [first] = written
  if (typeof first === 'string') return [first]
  const id = node['@id']
  return typeof id === 'string' && /^https?:/.test(id) && typesOf(node).length > 0 ? [id] : []
}
