import { type Change, difference, type Fields, type Subject } from '../domain/ledger.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { unsettle } from '../domain/review.ts'
import {
  actOf,
  demandRevision,
  findClaim,
  guarding,
  isEmpty,
  known,
  once,
  type Read,
} from './deciding.ts'
import type { Desk } from './open.ts'
import type { Saving } from './snapshots.ts'
import { tell } from './telling.ts'

/** What a claim rests on: appearances, evidence, searches, contacts. */
type Ground = Subject & { claim: string }

/**
 * Adds to what a claim rests on. A proposal that is being read goes back to `checking`.
 * @param find what is there already under the form's id: the same form again adds nothing
 * @param complete what is fetched for it, once it is clear that it can be added
 * @throws Refusal `forbidden`, `not_found`, `wrong_stage`, `conflict`, and as `decide` does
 */
export async function addGround(
  desk: Desk,
  member: Member,
  claim: string,
  find: () => Promise<(Subject & Fields) | null>,
  decide: (act: Act) => Change,
  complete?: (act: Act) => Promise<Saving>,
): Promise<void> {
  demand(member, 'checker')
  const found = await findClaim(desk, claim)
  const act = actOf(desk, member)
  const added = decide(act)
  const unsettled = unsettle(found.claim, found.standing, act)
  const same = async () => {
    const there = await find()
    if (there && !sameWords(there, added.after)) throw new Refusal('conflict')
    return there
  }
  await once(same, async () => {
    const { changes, ...extra } = complete ? await complete(act) : { changes: [added] }
    const all = [...unsettled, ...changes]
    return tell(desk, found, all, { ...guarding(found, all), ...extra })
  })
}

/** What is given at the time of adding, and no part of the form. */
const given = new Set([
  ...['id', 'revision', 'number', 'addedAt', 'askedOn', 'searchedOn'],
  ...['snapshot', 'quotePrefix', 'quoteSuffix', 'quoteStart', 'quoteEnd'],
])

/** Whether two say the same: a form that was sent and then changed says something else. */
const sameWords = (there: Fields, added: Fields): boolean =>
  Object.keys(difference(there, added)).every((field) => given.has(field))

/**
 * Changes something that a claim rests on. A proposal that is being read goes back to `checking`.
 * @param there what is to be changed, or null where it is not on this desk
 * @throws Refusal `forbidden`, `not_found`, `wrong_stage`, `conflict`, and as `decide` does
 */
export async function reviseGround<G extends Ground>(
  desk: Desk,
  member: Member,
  read: Read,
  there: G | null,
  decide: (ground: G, act: Act) => Change[] | Promise<Change[]>,
  complete?: (ground: G, act: Act, decided: Change[]) => Promise<Saving>,
): Promise<void> {
  demand(member, 'checker')
  const ground = known(there)
  const found = await findClaim(desk, ground.claim)
  const act = actOf(desk, member)
  const decided = await decide(ground, act)
  if (decided.every(isEmpty)) return
  demandRevision(ground, read.revision)
  const unsettled = unsettle(found.claim, found.standing, act)
  const { changes, ...extra } = complete
    ? await complete(ground, act, decided)
    : { changes: decided }
  const all = [...unsettled, ...changes]
  await tell(desk, found, all, { ...guarding(found, all), ...extra })
}
