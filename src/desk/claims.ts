import type { Appearance } from '../domain/appearance.ts'
import type { Change, SealedEntry } from '../domain/ledger.ts'
import { type Act, demand, has, type Member } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { unsettle } from '../domain/review.ts'
import { setAsideClaim } from '../domain/set-aside.ts'
import { type Move, moves } from '../domain/stage.ts'
import { assignClaim, bringBackClaim, openClaim, releaseClaim, takeClaim } from '../domain/work.ts'
import type { With } from '../store/save.ts'
import {
  actOf,
  demandRevision,
  type Found,
  findClaim,
  known,
  once,
  type Read,
  sameClaim,
  says,
  sentTwice,
} from './deciding.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'

/**
 * A move of a claim: finds it, asks whether it may be made, and writes it.
 * @param already whether what the claim is now is what this move says, where the verb alone does not
 *   tell: the same form again, and not another one that came too late
 * @throws Refusal `forbidden`, `not_found`, `conflict`, and whatever `decide` throws
 */
export async function moveClaim(
  desk: Desk,
  member: Member,
  read: Read,
  verbs: readonly [Move, ...Move[]],
  decide: (found: Found, act: Act) => Change[],
  { already, ...extra }: With & { already?: (found: Found, last: SealedEntry) => boolean } = {},
): Promise<void> {
  demand(member, moves[verbs[0]].role)
  const found = await findClaim(desk, read.id)
  const twice = async (now: Found) => {
    const last = await sentTwice(desk, 'claim', now.claim, { ...read, verbs, member })
    return last !== null && (already?.(now, last) ?? true)
  }
  if (await twice(found)) return
  demandRevision(found.claim, read.revision)
  try {
    await tell(desk, found, decide(found, actOf(desk, member)), extra)
  } catch (error) {
    const clash = error instanceof Refusal && error.code === 'conflict'
    if (!clash || !(await twice(await findClaim(desk, read.id)))) throw error
  }
}

/** A claim that no article on the desk carries. @throws Refusal `forbidden`, `invalid` */
export async function openWithoutArticle(desk: Desk, member: Member, id: string, input: unknown) {
  const change = openClaim(id, input, null, actOf(desk, member))
  const { store } = desk
  await once(
    async () => sameClaim(await store.claims.find(id), input),
    () => store.save([change]),
  )
}

/** Takes the work oneself, or gives it to a colleague. @throws Refusal; `invalid` for nobody */
export async function giveClaim(desk: Desk, member: Member, read: Read, to: string) {
  demand(member, 'checker')
  const person = id.safeParse(to).success ? await desk.store.people.find(to) : null
  if (!person || person.deactivatedAt || !has(person, 'checker')) {
    throw new Refusal('invalid', { fields: { to: { code: 'unknown_choice' } } })
  }
  await moveClaim(
    desk,
    member,
    read,
    ['take', 'assign', 'reassign'],
    ({ claim }, act) => [to === member.id ? takeClaim(claim, act) : assignClaim(claim, to, act)],
    { already: ({ claim }) => claim.assignee === to },
  )
}

export const giveBack = (desk: Desk, member: Member, read: Read) =>
  moveClaim(desk, member, read, ['release'], ({ claim }, act) => [releaseClaim(claim, act)])

/** What a reviewer reads of a claim loses appearances: its proposal goes back to work. */
const leaving = ({ claim, standing }: Found, act: Act): Change[] =>
  claim.stage === 'in_review' ? unsettle(claim, standing, act) : []

/** What a duplicate brought, and what was brought to it by its own duplicates, and so on. */
async function lentFor({ store }: Desk, claim: string): Promise<Appearance[]> {
  const all = new Set([claim])
  for (let next = [claim]; next.length > 0; ) {
    const found = await store.claims.duplicatesOf(next)
    next = found.filter((id) => !all.has(id))
    for (const id of next) all.add(id)
  }
  const lent = await store.claims.lentBy([...all])
  const own = lent.filter(({ movedFrom }) => movedFrom === claim)
  return [...own, ...lent.filter((one) => !own.includes(one) && one.claim !== claim)]
}

/** A duplicate gets its appearances back from the claim that survived it. */
export async function bringBack(desk: Desk, member: Member, read: Read) {
  const lent = await lentFor(desk, read.id)
  const holders = [...new Set(lent.map(({ claim }) => claim))]
  const found = await Promise.all(holders.map((id) => findClaim(desk, id)))
  const guards = found.map(({ claim }) => ({ kind: 'claim' as const, subject: claim }))
  await moveClaim(
    desk,
    member,
    read,
    ['bring_back'],
    ({ claim }, act) => [
      ...bringBackClaim(claim, lent, act),
      ...found.flatMap((one) => leaving(one, act)),
    ],
    { guards: guards.filter(({ subject }) => subject.stage !== 'in_review') },
  )
}

/** @throws Refusal as `setAsideClaim` does */
export async function setAside(desk: Desk, member: Member, read: Read, input: SetAside) {
  const [survivor, appearances, present] = await Promise.all([
    // What is no id is refused where the form is read.
    id.safeParse(input.duplicateOf).success
      ? desk.store.claims.find(input.duplicateOf ?? '')
      : null,
    desk.store.claims.appearances([read.id]),
    desk.store.desks.find(),
  ])
  const survivorFound = survivor ? await findClaim(desk, survivor.id) : null
  // The survivor gains appearances: a proposal on it that is being read goes back to work.
  const open = survivorFound?.claim.stage === 'in_review' && appearances.length > 0
  // Two claims cannot each be set aside for the other: the survivor must stay as it was read.
  const guards = survivor && !open ? [{ kind: 'claim' as const, subject: survivor }] : []
  await moveClaim(
    desk,
    member,
    read,
    ['set_aside'],
    ({ claim, standing }, act) => {
      const about = { standing, survivor, appearances, desk: known(present) }
      const changes = setAsideClaim(claim, input, about, act)
      return open
        ? [...changes, ...unsettle(survivorFound.claim, survivorFound.standing, act)]
        : changes
    },
    {
      guards,
      already: ({ claim }) => {
        const { setAsideReason: reason, setAsideWords: words, duplicateOf } = claim
        return says(input, { reason, words, ...(duplicateOf && { duplicateOf }) })
      },
    },
  )
}
type SetAside = { reason?: unknown; words?: unknown; duplicateOf?: string | undefined }
