import { Refusal } from '../domain/refusal.ts'

/** Longer addresses are attacks or accidents; servers stop at about 8 thousand characters too. */
const MAX_URL = 8192

/**
 * Ports that speak something other than HTTP, where a crafted address could make a request pass for
 * a command. Source: WHATWG Fetch, "bad port", which browsers obey; and 0, which is no port.
 */
const BAD_PORTS = new Set(
  `0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113
  115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556
  563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666
  6667 6668 6669 6679 6697 10080`.split(/\s+/),
)

/** What is wrong with an address: `why` of `url_bad`. */
export type BadUrl = 'malformed' | 'scheme' | 'credentials' | 'port'

/**
 * Reads an address as browsers do (WHATWG URL), so that decimal, octal, hexadecimal, short and
 * full-width spellings of an IP address have become plain ones. Its fragment goes: it is not sent.
 *
 * @param text as typed, or as a `Location` header has it
 * @param base what a relative `Location` is relative to
 * @returns the address, or what is wrong with it
 */
export function readUrl(text: string, base?: URL): URL | BadUrl {
  if (text.length > MAX_URL || !URL.canParse(text, base?.href)) return 'malformed'
  const url = new URL(text, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (BAD_PORTS.has(url.port)) return 'port'
  if (url.href.length > MAX_URL) return 'malformed'
  url.hash = ''
  return url
}

/**
 * The address that a person typed.
 * @throws Refusal `url_bad` with `why`: malformed, scheme, credentials or port
 */
export function typedUrl(text: string): URL {
  const url = readUrl(text)
  if (typeof url === 'string') throw new Refusal('url_bad', { values: { why: url } })
  return url
}

/** The host to connect to: without the brackets around IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
