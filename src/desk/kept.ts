import type { Kept } from '../domain/evidence.ts'
import type { Desk } from './open.ts'

/** What a snapshot holds; null where there is none. */
export async function keptIn({ store }: Desk, id: string | null | undefined): Promise<Kept | null> {
  const snapshot = id ? await store.snapshots.find(id) : null
  if (!snapshot) return null
  const { text } = snapshot
  return { snapshot: snapshot.id, text: text && (await store.snapshots.text(text)) }
}
