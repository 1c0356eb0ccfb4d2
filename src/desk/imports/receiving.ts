import { z } from 'zod'
import {
  type Import,
  type ImportFormat,
  importFormats,
  receiveImport,
} from '../../domain/import.ts'
import { demand, type Member } from '../../domain/member.ts'
import { optional, parse } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import { fetchPage } from '../../ingest/fetch.ts'
import { actOf, known, once } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { aboutSource } from './sources.ts'

/** Bytes of an upload or a text; of what an address gives; and of a file on the desk's own machine. */
export const MOST_UPLOADED = 32_000_000
const MOST_FETCHED = 100_000_000
export const MOST_STREAMED = 2_000_000_000

/** A feed of everything takes longer than a page. */
const FETCH_MS = 300_000

const ACCEPT = 'application/ld+json,application/json,text/csv,text/html,application/xml,*/*;q=0.5'

/** What comes in: a name to know it by, and its bytes. */
export type Source = {
  name: string
  url: string | null
  stream: AsyncIterable<Uint8Array>
  most: number
}

const MOST_NAME = 300

/** A host as publishers are known by it. */
export const publisherHost = optional(300)
  .transform((text) => {
    if (text === null) return null
    const address = text.includes('://') ? text : `https://${text}`
    return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''
  })
  .refine((text) => text === null || text.includes('.'), 'malformed')

const options = z.object({
  format: z
    .enum(['', ...importFormats])
    .default('')
    .transform((format) => format || null),
  publisher: publisherHost,
})

/** How a source is to be read, where it is said. */
export type Said = { format: ImportFormat | null; publisher: string | null }

/** @throws Refusal `invalid` */
export const readSaid = (input: unknown): Said => parse(options, input)

async function* inPieces(bytes: Uint8Array) {
  yield bytes
}

export const sourceOf = (name: string, bytes: Uint8Array): Source => ({
  ...{ name, url: null, stream: inPieces(bytes), most: MOST_UPLOADED },
})

/**
 * What stands at an address.
 * @throws Refusal as `fetchPage` does
 */
export async function sourceAt({ fetching }: Desk, address: string): Promise<Source> {
  const how = { maxBytes: MOST_FETCHED, timeoutMs: FETCH_MS, accept: ACCEPT, ...fetching }
  const { bytes, url } = await fetchPage(address, how)
  return { name: url, url, stream: inPieces(bytes), most: MOST_FETCHED }
}

/** What else is known of a source. */
type Knowing = {
  /** Of a table, where it is said: which column is what, as JSON. */
  mapping?: string | null
  /** An import that stands for this one already, which is then not made. */
  unlessThere?: (one: Import) => Promise<Import | null>
}

/**
 * Takes a source in: it is kept as it is, what it is is found out, and it waits to be looked through.
 * @param newId of the import, from its form: the same form again finds it there
 * @param given where it comes from; not asked where it is there
 * @throws Refusal `forbidden`; `too_large`, `disk_full`; `invalid` where nothing in it can be read
 */
export async function receiveSource(
  desk: Desk,
  member: Member,
  newId: string,
  given: () => Promise<Source> | Source,
  said: Said,
  { mapping = null, unlessThere }: Knowing = {},
): Promise<Import> {
  demand(member, 'editor')
  const find = () => desk.store.imports.find(newId)
  const there = await find()
  if (there) return there
  const source = await given()
  const { sha256, size } = await desk.files.keep(source.stream, source.most)
  if (size === 0) throw new Refusal('invalid', { fields: { file: { code: 'required' } } })
  const about = await aboutSource(desk, sha256, said, mapping)
  const name = source.name.slice(0, MOST_NAME).replaceAll('\0', '').toWellFormed()
  const received = { name, url: source.url, sha256, size, ...about }
  const change = receiveImport(newId, received, actOf(desk, member))
  const same = await unlessThere?.(change.after)
  if (same) return same
  await once(find, () => desk.store.save([change]))
  return known(await find())
}
