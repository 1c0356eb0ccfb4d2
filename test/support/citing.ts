import type { Desk } from '../../src/desk/open.ts'
import { type Change, record } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'

/** An address whose newest snapshot this is, whether there is one by that id or not. */
export const citing = (desk: Desk, member: Member, snapshot: string): Change => {
  const at = desk.now()
  const id = desk.newId()
  const url = `https://example.org/${id}`
  const source = { id, revision: 0, url, snapshot, goneSince: null, addedAt: at }
  return record('source', 'add', { member, at }, null, source)
}
