import { type Act, demand, type Member } from '../domain/member.ts'
import { moveVerdicts } from '../domain/moved/move.ts'
import { moveHead } from '../domain/moved/scale.ts'
import { Refusal } from '../domain/refusal.ts'
import { UnreadableDocument } from '../interchange/document-parts.ts'
import { sha256 } from '../store/seal.ts'
import { actOf, known } from './deciding.ts'
import { shelfFor } from './moving/shelf.ts'
import { type MovedHead, type MovedVerdict, partsOfExport } from './moving/source.ts'
import type { Desk } from './open.ts'

/** How many verdicts are moved in together: all of them, or none. */
const BATCH = 100

/** How many verdicts were read, and how many of them were not there yet. */
export type Moved = { read: number; added: number }

export type MoveOptions = { progress?: (moved: Moved) => void; batch?: number }

async function takeHead({ store }: Desk, told: MovedHead, act: Act): Promise<void> {
  const desk = known(await store.desks.find())
  const changes = moveHead(desk, await store.desks.scale(), told, act)
  if (changes.length > 0) await store.save(changes)
}

/** Those that are not there yet. @throws UnreadableDocument where one is there that was told otherwise */
async function unknownIn({ store }: Desk, batch: MovedVerdict[]): Promise<MovedVerdict[]> {
  const there = await store.verdicts.byIds(batch.map(({ told }) => told.id))
  const publications = new Map(there.map(({ id, publication }) => [id, publication]))
  return batch.filter(({ told: { id }, publication }) => {
    if (!publications.has(id)) return true
    if (publications.get(id) === publication) return false
    throw new UnreadableDocument(`Verdict ${id} is on this desk already, and was told otherwise.`)
  })
}

/** Writes a batch at once: what was moved in, what was told, its texts, and the entries in their order. */
async function takeBatch(desk: Desk, batch: MovedVerdict[], act: Act): Promise<number> {
  const fresh = await unknownIn(desk, batch)
  if (fresh.length === 0) return 0
  const shelf = await shelfFor(
    desk,
    fresh.map(({ told }) => told),
  )
  const { newId } = desk
  const { changes, texts } = moveVerdicts(shelf, fresh, { act, newId, hash: sha256 })
  const publications = fresh.map(({ told, body, publication }) => ({
    ...{ verdict: told.id, revision: 1, claim: told.claimId },
    ...{ status: told.status, body, hash: publication },
  }))
  await desk.store.save(changes, { texts, publications })
  return fresh.length
}

/**
 * Moves a desk: Riscontro’s own export is taken into a desk that has no claims of its own, so that its export is the
 * same: the same verdicts with the same ids, bytes and order, the same scale, name and address. What the export does
 * not tell is not there (README, “Moving a desk”). Batches are written whole: what was interrupted goes on when it is
 * done again, and doing it twice changes nothing.
 * @param source the bytes of the export, `.json` or `.ndjson`
 * @param options `progress` is told how far it is, after each batch; `batch` is how many verdicts one has
 * @throws Refusal `forbidden` for whoever is no admin; `not_found` on a desk that nobody set up; `not_empty` where a
 *   claim was opened or worked on here; UnreadableDocument, after what stood before that was moved in
 */
export async function moveIn(
  desk: Desk,
  member: Member,
  source: AsyncIterable<Uint8Array>,
  { progress = () => {}, batch: most = BATCH }: MoveOptions = {},
): Promise<Moved> {
  demand(member, 'admin')
  known(await desk.store.desks.find())
  if (await desk.store.moved.hasOwnClaims()) throw new Refusal('not_empty')
  const moved: Moved = { read: 0, added: 0 }
  let batch: MovedVerdict[] = []
  const write = async (): Promise<void> => {
    moved.added += await takeBatch(desk, batch, actOf(desk, member))
    moved.read += batch.length
    batch = []
    progress({ ...moved })
  }
  for await (const part of partsOfExport(source)) {
    if ('head' in part) await takeHead(desk, part.head, actOf(desk, member))
    else batch.push(part.verdict)
    if (batch.length >= most) await write()
  }
  await write()
  return moved
}
