import type { IncomingMessage } from 'node:http'
import { isLoopback } from './address.ts'
import { inTime } from './deadline.ts'
import { answerTo, ask, brokenAnswer } from './fetch-answer.ts'
import { begin, type ConnectOptions, checkedAddresses, established } from './fetch-connect.ts'
import { refusal, step } from './fetch-step.ts'
import { typedUrl } from './fetch-url.ts'

/** So much of an answer is read, in bytes. */
const KEPT = 2048

export type PostOptions = {
  /** opens 127.0.0.0/8 and ::1, no other private network; false */
  allowLoopback?: boolean
  /** for everything, from the name's lookup to the beginning of the answer; 10 s */
  timeoutMs?: number
  /** the caller's; when aborted its reason is thrown, not a refusal */
  signal?: AbortSignal
  /** in place of the system's resolver, for tests */
  resolve?: ConnectOptions['resolve']
}

/** What a host answered: its status, how its words begin, and how many seconds it asks to be left alone. */
export type PostAnswer = { status: number; text: string; retryAfter: number | null }

/**
 * Posts something behind the guard that fetching has: every address is checked after the lookup, and
 * again on the socket. No redirect is followed, and plain http goes to this machine alone.
 * @throws Refusal `url_bad`, `url_forbidden`, `url_timeout`, `url_unreachable`, `url_broken`, each as
 *   `fetchPage` does
 * @throws the reason of `signal`
 */
export async function post(
  address: string,
  message: { headers: Record<string, string>; body: string },
  options: PostOptions = {},
): Promise<PostAnswer> {
  const { timeoutMs = 10_000, allowLoopback = false, resolve } = options
  const url = typedUrl(address)
  const limits = { timeoutMs, signal: options.signal }
  return inTime(
    limits,
    () => url,
    (signal) => postOnce(url, message, { allowLoopback, signal, ...(resolve && { resolve }) }),
  )
}

async function postOnce(
  url: URL,
  { headers, body }: { headers: Record<string, string>; body: string },
  limits: ConnectOptions,
): Promise<PostAnswer> {
  const { signal } = limits
  const addresses = await checkedAddresses(url, limits)
  if (url.protocol === 'http:' && !addresses.every(isLoopback)) throw refusal('url_forbidden', url)
  const wire = begin(url, addresses)
  try {
    const connection = await established(url, wire, limits)
    const exchange = ask(url, wire, connection, headers, Buffer.from(body))
    const response = await step(answerTo(exchange), signal, brokenAnswer(exchange))
    const text = await beginningOf(response, signal)
    return { status: response.statusCode ?? 0, text, retryAfter: secondsIn(response) }
  } finally {
    wire.destroy()
  }
}

/** How a body begins; what goes wrong in it changes nothing about the status. */
async function beginningOf(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  const stop = () => response.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const piece of response) {
      const bytes: Uint8Array = piece
      pieces.push(bytes)
      size += bytes.length
      if (size >= KEPT) break
    }
  } catch {
    // It broke off: what was read is how it begins.
  } finally {
    signal.removeEventListener('abort', stop)
  }
  const bytes = Buffer.concat(pieces).subarray(0, KEPT)
  // What is cut in a letter, and what PostgreSQL refuses.
  return new TextDecoder().decode(bytes, { stream: true }).replaceAll('\0', '\uFFFD')
}

/** `Retry-After` in seconds; a date is read as that much from now. */
function secondsIn({ headers }: IncomingMessage): number | null {
  const said = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(said)) return Number(said)
  const until = /^[A-Z][a-z]{2}, /.test(said) ? Date.parse(said) : Number.NaN
  return Number.isNaN(until) ? null : Math.max(0, (until - Date.now()) / 1000)
}
