import { Refusal } from '../domain/refusal.ts'
import { decodeHtml } from '../ingest/html/decode.ts'
import { readHtml } from '../ingest/html.ts'
import { openStore, type Store } from '../store/store.ts'
import { verdictDocument } from './exports.ts'
import type { HeavyRequest } from './heavy.ts'

/** The worker's own connection: nobody waits behind its reads. */
let store: Promise<Store> | null = null

async function storeAt(address: string): Promise<Store> {
  store ??= openStore(address)
  try {
    return await store
  } catch (error) {
    store = null
    throw error
  }
}

/**
 * What a heavy read was asked for, as a stream of UTF-8 bytes of JSON.
 * @throws Refusal as `readHtml` does
 */
export async function carryOut({
  address,
  job,
}: HeavyRequest): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoderStream()
  if (job.read === 'page') {
    const { bytes, contentType, url, today } = job
    const reading = readHtml(decodeHtml(bytes, contentType), { url, today })
    return ReadableStream.from([JSON.stringify(reading)]).pipeThrough(encoder)
  }
  const chunks = verdictDocument(await storeAt(address), new Date().toISOString())
  return ReadableStream.from(chunks).pipeThrough(encoder)
}

/** The parts of a refusal, or null where something broke. */
export const refusalIn = (error: unknown) =>
  error instanceof Refusal ? { code: error.code, fields: error.fields, values: error.values } : null
