import { Refusal } from '../domain/refusal.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { sentences } from '../ingest/sentences.ts'
import { takenFrom } from '../interchange/warc.ts'
import { known } from './deciding.ts'
import { isPage, pictureType } from './kinds.ts'
import type { Desk } from './open.ts'
import { findSnapshot } from './snapshots.ts'

/** More sentences than this make no page: the rest is in the file. */
const MOST_SENTENCES = 5000

/**
 * A snapshot with its text in sentences, and what on the desk rests on it.
 * @throws Refusal `not_found`
 */
export async function readSnapshot(desk: Desk, id: string) {
  const { store } = desk
  const { snapshot, text, source } = await findSnapshot(desk, id)
  const [evidence, articles] = await Promise.all([
    store.snapshots.evidenceOn(id),
    store.snapshots.articlesOn(id),
  ])
  const claims = await store.claims.byIds([...new Set(evidence.map(({ claim }) => claim))])
  const all = text === null ? [] : sentences(text, snapshot.language ?? 'en')
  return {
    snapshot,
    source,
    sentences: all.slice(0, MOST_SENTENCES),
    isCut: all.length > MOST_SENTENCES,
    evidence: evidence.flatMap((one) => {
      const claim = claims.find(({ id }) => id === one.claim)
      return claim ? [{ evidence: one, claim }] : []
    }),
    articles,
  }
}

/** What was taken, as its file keeps it. @throws Refusal `not_found` */
async function takenOf(desk: Desk, id: string) {
  const snapshot = known(await desk.store.snapshots.find(id))
  return { snapshot, taken: await takenFrom(await desk.files.read(snapshot.warc)) }
}

/** What kept bytes are, where a browser can show them at all; the snapshot's own word counts first. */
function shownAs(payload: Uint8Array, { mediaType }: Snapshot): 'page' | 'picture' | null {
  if (pictureType(payload)) return 'picture'
  try {
    return isPage(payload, mediaType) ? 'page' : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** How a snapshot can be looked at as it was. @throws Refusal `not_found` */
export async function looksOf(desk: Desk, id: string) {
  const { snapshot, source } = await findSnapshot(desk, id)
  const { taken } = await takenOf(desk, id)
  return { snapshot, source, as: shownAs(taken.payload, snapshot) }
}

/**
 * The page as it was, as UTF-8.
 * @throws Refusal `not_found`, also where it is no page; `binary`
 */
export async function pageOf(desk: Desk, id: string): Promise<ReadableStream<Uint8Array>> {
  const { snapshot, taken } = await takenOf(desk, id)
  if (shownAs(taken.payload, snapshot) !== 'page') throw new Refusal('not_found')
  const { payload: bytes } = taken
  return desk.heavy.run({ read: 'html', bytes, contentType: snapshot.mediaType })
}

/** The picture as it was, and its kind. @throws Refusal `not_found`, also where it is none */
export async function pictureOf(desk: Desk, id: string) {
  const { taken } = await takenOf(desk, id)
  const type = known(pictureType(taken.payload))
  return { bytes: taken.payload, type }
}

/** The file of a snapshot, and what it is called. @throws Refusal `not_found` */
export async function warcFileOf(desk: Desk, id: string) {
  const { warc } = known(await desk.store.snapshots.find(id))
  return { bytes: await desk.files.read(warc), name: `${warc}.warc.gz` }
}

/** The text of a snapshot. @throws Refusal `not_found`, also where it has none */
export const textOf = async (desk: Desk, id: string): Promise<string> =>
  known((await findSnapshot(desk, id)).text)
