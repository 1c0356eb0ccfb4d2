import type { SignedCheckpoint } from '../domain/checkpoint.ts'
import { DESK_ID } from '../domain/desk.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Desk } from './open.ts'

/**
 * The checkpoint that covers the whole ledger: the newest one, or a new one where something was decided
 * since. Its root is computed off the main thread.
 * @returns null on an empty ledger
 * @throws Refusal `disk_full`
 */
export async function checkpointNow(desk: Desk): Promise<SignedCheckpoint | null> {
  const { store, keys, heavy } = desk
  const newest = await store.checkpoints.newest()
  const size = await store.verdicts.cursor()
  if (size <= (newest?.size ?? 0)) return newest
  const key = await keys.demand()
  const root = await new Response(await heavy.run({ read: 'root', size })).text()
  await store.checkpoints.add(key.sign({ size, at: desk.now(), root }))
  return store.checkpoints.newest()
}

/** Makes a checkpoint because somebody asks for it. @throws Refusal `forbidden` */
export async function makeCheckpoint(desk: Desk, member: Member) {
  demand(member, 'editor')
  return checkpointNow(desk)
}

/** How the record stands, for its page. @throws Refusal `forbidden` */
export async function recordOf({ store, keys }: Desk, member: Member) {
  demand(member, 'viewer')
  const [entries, checkpoint, key] = await Promise.all([
    store.verdicts.cursor(),
    store.checkpoints.newest(),
    keys.find(),
  ])
  return { entries, checkpoint, key: key?.id ?? null }
}

/** What the desk tells anybody, so that they can prove its exports. */
export async function wellKnown({ store, keys }: Desk) {
  const [desk, { id, spki }, checkpoint] = await Promise.all([
    store.desks.find(),
    keys.demand(),
    store.checkpoints.newest(),
  ])
  return {
    schema: 'riscontro/desk/v1',
    desk: { name: desk?.name ?? DESK_ID, url: desk?.url ?? null },
    key: { id, algorithm: 'Ed25519', spki },
    checkpoint,
  }
}

/** How old the newest checkpoint may get while decisions are made, and how often that is looked at. */
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/**
 * Makes a checkpoint a day, by itself, where something was decided since the last one.
 * @param onError told what went wrong; the next look tries again
 * @param pause milliseconds between two looks
 */
export function scheduleCheckpoints(
  desk: Desk,
  onError: (error: unknown) => void,
  pause = HOUR_MS,
): void {
  const look = async () => {
    const newest = await desk.store.checkpoints.newest()
    const age = newest ? Date.parse(desk.now()) - Date.parse(newest.at) : DAY_MS
    if (age >= DAY_MS) await checkpointNow(desk)
  }
  const { daily } = desk
  const wait = (ms: number) => {
    const next = async () => {
      await look().catch(onError)
      if (daily.timer) wait(pause)
    }
    daily.timer = setTimeout(() => {
      daily.looking = next()
    }, ms).unref()
  }
  wait(0)
}
