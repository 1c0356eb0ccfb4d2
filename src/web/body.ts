import { Refusal } from '../domain/refusal.ts'
import type { Page } from './env.ts'

/** No form of the desk has so many fields; reading very many takes a parser very long. */
const MOST_FIELDS = 1000

const AMPERSAND = 38

/** How many parts a body of several has, before anything parses it: each begins with the boundary. */
function countParts(bytes: Uint8Array, type: string): number {
  const boundary = /\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)
  const line = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = body.indexOf(line); at >= 0 && count <= MOST_FIELDS; count++) {
    at = body.indexOf(line, at + line.length)
  }
  return count
}

/** How many fields an urlencoded body has, before anything parses it. */
function countFields(bytes: Uint8Array): number {
  let count = 1
  for (const byte of bytes) if (byte === AMPERSAND) count += 1
  return count
}

/**
 * The fields of a posted form, in their order; one that is sent several times is there as often.
 * @throws Refusal `invalid` where the body is no form; `too_large` where it has too many fields
 */
export async function fieldsIn(c: Page): Promise<[name: string, value: string | File][]> {
  const type = c.req.header('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (countFields(bytes) > MOST_FIELDS) throw new Refusal('too_large')
    return [...new URLSearchParams(new TextDecoder().decode(bytes))]
  }
  if (!/^multipart\/form-data\b/i.test(type)) return []
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  // The last boundary ends the body.
  if (countParts(bytes, type) > MOST_FIELDS + 1) throw new Refusal('too_large')
  const sent = new Response(bytes, { headers: { 'content-type': type } })
  const form = await sent.formData().catch(() => {
    throw new Refusal('invalid', { fields: { form: { code: 'malformed' } } })
  })
  const fields = [...form]
  if (fields.length > MOST_FIELDS) throw new Refusal('too_large')
  return fields
}
