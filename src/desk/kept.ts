import type { Kept } from '../domain/evidence.ts'
import type { Desk } from './open.ts'

/** What a snapshot holds: the text is null where there is none, or nothing could be read. */
export async function keptIn({ store }: Desk, id: string | null): Promise<Kept> {
  if (!id) return { snapshot: null, text: null }
  const [snapshot] = await store.kept.snapshots([id])
  const hash = snapshot?.text
  const texts = await store.kept.texts(hash ? [hash] : [])
  return { snapshot: id, text: (hash && texts.get(hash)) ?? null }
}
