import { openStore, type Store } from '../store/store.ts'
import { verdictDocument } from './exports.ts'
import type { HeavyRequest } from './heavy.ts'

/** The worker's own connection: nobody waits behind its reads. */
let store: Promise<Store> | null = null

/** What a heavy read was asked for, as a stream of UTF-8 bytes. */
export async function carryOut({ address }: HeavyRequest): Promise<ReadableStream<Uint8Array>> {
  store ??= openStore(address)
  const chunks = verdictDocument(await store, new Date().toISOString())
  return ReadableStream.from(chunks).pipeThrough(new TextEncoderStream())
}
