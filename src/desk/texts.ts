import { deskTexts, writeTexts } from '../domain/desk.ts'
import type { Fields } from '../domain/ledger.ts'
import { demand, type Member } from '../domain/member.ts'
import { actOf, demandRevision, isEmpty, known } from './deciding.ts'
import { asItWas } from './merging.ts'
import type { Desk } from './open.ts'

/**
 * Says in public how the desk works, and what its scale is for. The desk may have moved on since its
 * texts were read (its scale moves it too), so long as they are what they were.
 * @param revision of the desk, as it was read
 * @throws Refusal as `writeTexts` does; `not_found`, `conflict`
 */
export async function saveTexts(desk: Desk, member: Member, revision: number, input: unknown) {
  demand(member, 'admin')
  const present = known(await desk.store.desks.find())
  const change = writeTexts(present, input, actOf(desk, member))
  if (isEmpty(change)) return
  const was = await asItWas(desk, 'desk', present, revision)
  if (!was || !sameTexts(was, present)) demandRevision(present, revision)
  await desk.store.save([change])
}

const sameTexts = (was: Fields, now: Fields): boolean =>
  deskTexts.every((name) => (was[name] ?? null) === (now[name] ?? null))
