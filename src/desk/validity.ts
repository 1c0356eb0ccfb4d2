import { demand, type Member } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import { confirmVerdict, planRecheck } from '../domain/validity.ts'
import {
  actOf,
  demandRevision,
  findClaim,
  isEmpty,
  known,
  type Read,
  says,
  sentTwice,
} from './deciding.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'

/** A public verdict as it stands, and whether this very form was carried out before. */
async function verdictAt(desk: Desk, member: Member, read: Read, verb: string) {
  const verdict = known(await desk.store.verdicts.find(read.id))
  const twice = { revision: read.revision, verbs: [verb], member }
  const again = (await sentTwice(desk, 'verdict', verdict, twice)) !== null
  return { verdict, again }
}

/**
 * Confirms a public verdict for one more appearance of its claim.
 * @param of its id
 * @throws Refusal as `confirmVerdict` does; `not_found`, `conflict`
 */
export async function confirm(desk: Desk, member: Member, read: Read, of: unknown) {
  demand(member, 'editor')
  const { verdict, again } = await verdictAt(desk, member, read, 'confirm')
  const asked = id.safeParse(of)
  const appearance = known(asked.success ? await desk.store.claims.appearance(asked.data) : null)
  if (again && verdict.confirmed?.at(-1) === appearance.id) return
  demandRevision(verdict, read.revision)
  const found = await findClaim(desk, verdict.claim)
  const guards = [{ kind: 'appearance' as const, subject: appearance }]
  await tell(desk, found, [confirmVerdict(verdict, appearance, actOf(desk, member))], { guards })
}

/**
 * Plans when a public verdict is looked at again.
 * @throws Refusal as `planRecheck` does; `not_found`, `conflict`
 */
export async function planNextLook(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const { verdict, again } = await verdictAt(desk, member, read, 'plan_recheck')
  if (again && says(input, { recheckOn: verdict.recheckOn })) return
  demandRevision(verdict, read.revision)
  const change = planRecheck(verdict, input, actOf(desk, member))
  if (!isEmpty(change)) await desk.store.save([change])
}
