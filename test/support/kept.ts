import type { Desk } from '../../src/desk/open.ts'
import { record } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { sha256 } from '../../src/store/seal.ts'

/**
 * Keeps a text as if it had been pasted, without its file.
 * @param text null for what nothing could be read of
 * @returns the snapshot's id
 */
export async function keepText(
  desk: Desk,
  member: Member,
  text: string | null,
  language: string | null = 'it',
): Promise<string> {
  const id = desk.newId()
  const act = { member, at: desk.now() }
  const hash = text === null ? null : sha256(text)
  const bytes = sha256(text ?? id)
  const after = {
    id,
    revision: 0,
    source: null,
    way: 'paste',
    warc: sha256(id),
    bytes,
    size: text?.length ?? 0,
    text: hash,
    title: null,
    language,
    mediaType: 'text/plain',
    url: null,
    status: null,
    takenAt: act.at,
  }
  const texts = hash && text !== null ? [{ hash, text }] : []
  await desk.store.save([record('snapshot', 'keep', act, null, after)], { texts })
  return id
}
