import { DESK_ID } from '../domain/desk.ts'
import { demand, type Member } from '../domain/member.ts'
import { publicScale } from '../interchange/publication.ts'
import { SCHEMA_ID } from '../interchange/verdict-export.ts'
import type { Store } from '../store/store.ts'
import type { PublicationRow } from '../store/verdicts.ts'
import type { Desk } from './open.ts'

const BATCH = 500

/** A kept publication with its place in the ledger; its bytes are not touched. */
const element = ({ body, seq, entryHash, hash }: PublicationRow): string =>
  `${body.slice(0, -1)},"ledger":${JSON.stringify({ seq, hash: entryHash, publication: hash })}}`

/** What stands before the verdicts. Everything after it stands as of its `cursor`. */
async function headOf(store: Store, generatedAt: string) {
  const cursor = await store.verdicts.cursor()
  const desk = await store.desks.find()
  return {
    schema: SCHEMA_ID,
    generatedAt,
    desk: { name: desk?.name ?? DESK_ID, url: desk?.url ?? null },
    scale: publicScale(await store.desks.scale()),
    cursor,
  }
}

/**
 * The export of all public verdicts, in pieces: a head, then the kept publications in batches.
 * Everything in it stands as of one place in the ledger.
 * @param generatedAt ISO 8601, UTC
 * @yields text of one JSON document (`interchange/verdict-export.ts` is its schema)
 */
export async function* verdictDocument(store: Store, generatedAt: string): AsyncGenerator<string> {
  const head = await headOf(store, generatedAt)
  const { cursor } = head
  yield `${JSON.stringify(head).slice(0, -1)},"verdicts":[`
  let between = '\n'
  for (let seq = 0; ; ) {
    const batch = await store.verdicts.publications(cursor, seq, BATCH)
    const last = batch.at(-1)
    if (!last) break
    yield between + batch.map(element).join(',\n')
    between = ',\n'
    seq = last.seq
  }
  yield '\n]}\n'
}

/**
 * The export, streamed off the main thread.
 * @throws Refusal `forbidden`
 */
export async function exportVerdicts(desk: Desk, member: Member) {
  demand(member, 'viewer')
  return desk.heavy.run({ read: 'verdicts' })
}

/**
 * What the export page shows: how many verdicts there are, and the document with the first of them.
 * @throws Refusal `forbidden`
 */
export async function previewExport({ store, now }: Desk, member: Member, shown: number) {
  demand(member, 'viewer')
  const head = await headOf(store, now())
  const first = await store.verdicts.publications(head.cursor, 0, shown)
  const verdicts = first.map((row) => JSON.parse(element(row)))
  const text = JSON.stringify({ ...head, verdicts }, null, 2)
  return { count: await store.verdicts.countPublic(), preview: { text, shown: first.length } }
}
