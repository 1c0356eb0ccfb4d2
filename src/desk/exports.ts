import { createHash } from 'node:crypto'
import { cursorText, demandFollows, readCursor } from '../domain/export-cursor.ts'
import { type Asked, asksOfClaim, pairsOf } from '../domain/export-filters.ts'
import type { ExportFormat, Packing } from '../domain/export-format.ts'
import { demand, type Member } from '../domain/member.ts'
import { together } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkpointNow } from './checkpoints.ts'
import { columnsIn, readAsked } from './exports/asking.ts'
import { type Choices, withChosen } from './exports/choices.ts'
import type { Preview } from './exports/document.ts'
import type { AskedDocument } from './exports/head.ts'
import { placeOf } from './exports/place.ts'
import type { Desk } from './open.ts'

/** What of an export is asked: its form, its filters and choices as they were written, and where the desk is reached. */
export type ExportAsked = { format: ExportFormat; asked: Asked; home?: string | null }

/**
 * Reads what was asked, and settles where in the ledger the answer stands.
 * @throws Refusal `forbidden`; `invalid` on each that is wrong, or names what is not on the desk
 */
async function settled(desk: Desk, member: Member, { format, asked, home }: ExportAsked) {
  demand(member, 'viewer')
  const { store } = desk
  together(() => readCursor(asked.since))
  const { filters, asOf, parts } = await readAsked(desk, format, asked)
  const since = readCursor(asked.since)
  // A proof leads to the newest checkpoint, which moves with every decision: the whole document alone has it.
  const isProved = format === 'json' && !since
  if (isProved) await checkpointNow(desk)
  const place = await placeOf(store, { asOf, isProved, now: desk.now() })
  if (since) demandFollows(since, await store.past.entry(since.seq), place.cursor)
  const address = home ?? (await store.desks.find())?.url ?? null
  // An address that leads nowhere is none, and these are made of addresses.
  if (format === 'jsonld' && !address) {
    throw new Refusal('invalid', { fields: { origin: { code: 'required' } } })
  }
  const document: AskedDocument = {
    ...{ format, place, filters, ...parts },
    since: since && { seq: since.seq, text: String(asked.since) },
    next: cursorText(await store.past.entry(place.cursor)),
    home: (address ?? '').replace(/\/+$/, ''),
  }
  return { document, asOf }
}

/** Of documents of one form, a new number where the same state comes to give other bytes. */
const VERSION = 2

/** What tells a document from every other one: the same state, asked in the same way, has the same. */
async function tagOf({ store }: Desk, document: AskedDocument): Promise<string> {
  const { format, place, filters, since } = document
  const { next: _, place: __, ...asked } = document
  // What has no head, and asks nothing of claims, is the same until the public is told something.
  const isRows = (format === 'ndjson' || format === 'csv') && !asksOfClaim(filters)
  const state =
    isRows && !since
      ? await store.publications.lastUpTo(place.cursor)
      : [place.cursor, place.generatedAt]
  const [desk] = format === 'jsonld' ? await store.past.every('desk', place.cursor) : []
  const text = JSON.stringify([VERSION, state, asked, desk?.name, desk?.url])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** An export that is about to be sent. */
export type Export = {
  /** Stands for its bytes, as long as they are not packed. */
  tag: string
  /** The place in the ledger up to which it tells: what came after it is asked for by this. */
  next: string
  /** Which filters it has, one value each. */
  pairs: [name: string, value: string][]
  /** UTF-8, made off the main thread. */
  stream(packing?: Packing | null): Promise<ReadableStream<Uint8Array>>
}

/**
 * The public verdicts, or what became of them since a place.
 * @throws Refusal `forbidden`; `invalid` on each that is wrong, or names what is not on the desk
 */
export async function openExport(desk: Desk, member: Member, asked: ExportAsked): Promise<Export> {
  const { document } = await settled(desk, member, asked)
  return {
    tag: await tagOf(desk, document),
    next: document.next,
    pairs: pairsOf(document.filters),
    stream: (packing = null) => desk.heavy.run({ read: 'verdicts', packing, ...document }),
  }
}

/**
 * The whole export as JSON, streamed off the main thread.
 * @param asked filters, and `asOf`, as they were asked for
 * @throws Refusal as `openExport` does
 */
export async function exportVerdicts(desk: Desk, member: Member, asked: Asked) {
  const { stream } = await openExport(desk, member, { format: 'json', asked })
  return stream()
}

/**
 * How the document under these filters begins, how many verdicts it holds and how many bytes it has;
 * counted off the main thread.
 * @param asked columns of CSV may be among it, though they are none of this one's
 * @returns the filters, the moment and the columns, too, as they were read
 * @throws Refusal as `openExport` does
 */
export async function previewExport(desk: Desk, member: Member, asked: Asked, most: number) {
  const { columns, ...shown } = asked
  const chosen = columnsIn(columns) ?? []
  const { document, asOf } = await settled(desk, member, { format: 'json', asked: shown })
  const stream = await desk.heavy.run({ read: 'preview', ...document, most })
  const preview: Preview = JSON.parse(await new Response(stream).text())
  return { filters: document.filters, asOf, columns: chosen, preview }
}

/** How many topics, articles and claimants are offered at once. */
const OFFERED = 100

/**
 * What an export can be filtered by, and what is chosen already, whether it is among them or not.
 * @param asked filters as they were asked for, right or wrong
 * @throws Refusal `forbidden`
 */
export async function exportChoices(desk: Desk, member: Member, asked: Asked): Promise<Choices> {
  demand(member, 'viewer')
  const stream = await desk.heavy.run({ read: 'choices', most: OFFERED })
  const choices: Choices = JSON.parse(await new Response(stream).text())
  return withChosen(desk.store, choices, asked)
}
