import { timingSafeEqual } from 'node:crypto'
import { describeDesk, foundDesk } from '../domain/desk.ts'
import { demand, type Member } from '../domain/member.ts'
import { needed, parse } from '../domain/parse.ts'
import {
  acceptInvitation,
  accountInput,
  deactivatePerson,
  demandOpen,
  erasePerson,
  invite,
  type Person,
  rankPerson,
  reactivatePerson,
  revokeInvitation,
  welcomePerson,
} from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Read } from './deciding.ts'
import { actOf, demandRevision, isEmpty, known, once, sentTwice } from './deciding.ts'
import type { Desk } from './open.ts'
import { digest, hashPassword, newToken } from './secrets.ts'

const welcomeInput = accountInput.extend({ desk: needed(120) })

/** Whether nobody has an account yet: the first one may have been made from a terminal meanwhile. */
export async function isEmptyDesk(desk: Desk): Promise<boolean> {
  if (desk.welcomeKey !== null && (await desk.store.people.any())) desk.welcomeKey = null
  return desk.welcomeKey !== null
}

/** Whether a key opens the welcome page now. */
export function isWelcome(desk: Desk, key: string): boolean {
  const [given, right] = [Buffer.from(digest(key)), Buffer.from(digest(desk.welcomeKey ?? ''))]
  return desk.welcomeKey !== null && timingSafeEqual(given, right)
}

/**
 * The first account: founds the desk, and makes its editor and admin.
 * @returns the person's id
 * @throws Refusal `bad_link` for a wrong or used key; `invalid`
 */
export async function welcome(desk: Desk, key: string, input: unknown): Promise<string> {
  if (!(await isEmptyDesk(desk)) || !isWelcome(desk, key)) throw new Refusal('bad_link')
  const { desk: name, ...account } = parse(welcomeInput, input)
  const passwordHash = await hashPassword(account.password)
  // Two forms at once: the key is used up before the first is saved.
  if (!isWelcome(desk, key)) throw new Refusal('bad_link')
  const used = desk.welcomeKey
  desk.welcomeKey = null
  const id = desk.newId()
  const { change, act } = welcomePerson(id, desk.now())
  const identity = { person: id, name: account.name, email: account.email, passwordHash }
  try {
    await desk.store.save([change, ...foundDesk(name, act)], { identity })
  } catch (error) {
    desk.welcomeKey = used
    throw error
  }
  return id
}

/**
 * Joins by an invitation.
 * @returns the person's id
 * @throws Refusal `bad_link`; `invalid`, also for an address that somebody has
 */
export async function join(desk: Desk, token: string, input: unknown): Promise<string> {
  const invitation = demandOpen(await findInvitation(desk, token), desk.now())
  const account = parse(accountInput, input)
  if (await desk.store.people.identityByEmail(account.email)) {
    throw new Refusal('invalid', { fields: { email: { code: 'taken' } } })
  }
  const id = desk.newId()
  const passwordHash = await hashPassword(account.password)
  const identity = { person: id, name: account.name, email: account.email, passwordHash }
  await desk.store.save(acceptInvitation(invitation, id, desk.now()), { identity })
  return id
}

export const findInvitation = ({ store }: Desk, token: string) =>
  store.people.invitationByToken(digest(token))

/**
 * Invites somebody.
 * @returns the token of the link, which is kept nowhere, and how long it works; null where the form
 *   came a second time
 * @throws Refusal `forbidden`, `invalid`
 */
export async function invitePerson(desk: Desk, member: Member, id: string, input: unknown) {
  const token = newToken()
  const change = invite(id, digest(token), input, actOf(desk, member))
  let made = false
  await once(
    () => desk.store.people.invitation(id),
    async () => {
      await desk.store.save([change])
      made = true
    },
  )
  return made ? { token, expiresAt: String(change.after.expiresAt) } : null
}

/** @throws Refusal `forbidden`, `not_found`, `bad_link`; `conflict` */
export async function withdrawInvitation(desk: Desk, member: Member, id: string): Promise<void> {
  demand(member, 'admin')
  const invitation = known(await desk.store.people.invitation(id))
  const revoked = async () => (await desk.store.people.invitation(id))?.status === 'revoked' || null
  await once(revoked, () => desk.store.save([revokeInvitation(invitation, actOf(desk, member))]))
}

/** Everybody, and the invitations that are open. @throws Refusal `forbidden` */
export async function listPeople({ store, now }: Desk, member: Member) {
  demand(member, 'admin')
  const [people, invitations] = await Promise.all([
    store.people.list(),
    store.people.openInvitations(now()),
  ])
  const names = Object.fromEntries(people.map(({ person, name }) => [person.id, name]))
  const invited = invitations.map(async (one) => {
    const first = (await store.ledger.ofSubject('invitation', one.id, 10)).at(-1)
    return { ...one, by: names[first?.actor ?? ''] ?? '' }
  })
  return { people, invitations: await Promise.all(invited) }
}

/** The admin who stays must still be one when this is saved: two could step down at once. */
const keeping = (other: Person | null) => ({
  guards: other ? [{ kind: 'person' as const, subject: other }] : [],
})

/** @throws Refusal as `rankPerson` does; `not_found`, `conflict` */
export async function rank(desk: Desk, member: Member, read: Read, input: unknown): Promise<void> {
  demand(member, 'admin')
  const person = known(await desk.store.people.find(read.id))
  const other = await desk.store.people.otherAdmin(read.id)
  const change = rankPerson(person, other, input, actOf(desk, member))
  if (isEmpty(change)) return
  demandRevision(person, read.revision)
  await desk.store.save([change], keeping(other))
}

/** Closes an account, and ends its sessions and feeds. @throws Refusal as `deactivatePerson` does; `conflict` */
export async function deactivate(desk: Desk, member: Member, read: Read): Promise<void> {
  demand(member, 'admin')
  const person = known(await desk.store.people.find(read.id))
  const twice = { revision: read.revision, verbs: ['deactivate'], member }
  if (await sentTwice(desk, 'person', person, twice)) return
  demandRevision(person, read.revision)
  const other = await desk.store.people.otherAdmin(read.id)
  await desk.store.save([deactivatePerson(person, other, actOf(desk, member))], keeping(other))
  await desk.store.people.endSessions(read.id, { except: null })
  await desk.store.savedSearches.endFeeds(read.id)
}

/** @throws Refusal `forbidden`, `not_found`, `conflict` */
export async function reactivate(desk: Desk, member: Member, read: Read): Promise<void> {
  demand(member, 'admin')
  const person = known(await desk.store.people.find(read.id))
  const twice = { revision: read.revision, verbs: ['reactivate'], member }
  if (await sentTwice(desk, 'person', person, twice)) return
  demandRevision(person, read.revision)
  await desk.store.save([reactivatePerson(person, actOf(desk, member))])
}

/**
 * Erases a person's name and address, and with them what lets them in. Entries hold ids alone, so the
 * record stands as it is; what was published under a name stays as it was published.
 * @throws Refusal as `erasePerson` does; `not_found`, `conflict`
 */
export async function erase(desk: Desk, member: Member, read: Read): Promise<void> {
  demand(member, 'admin')
  const person = known(await desk.store.people.find(read.id))
  const twice = { revision: read.revision, verbs: ['erase'], member }
  if (await sentTwice(desk, 'person', person, twice)) return
  const change = erasePerson(person, actOf(desk, member))
  demandRevision(person, read.revision)
  const { email } = known(await desk.store.people.identity(read.id))
  const attempts = [`email ${digest(email)}`, `password ${read.id}`]
  await desk.store.save([change], { erases: { person: read.id, attempts } })
}

/** Names the desk, and says where it is found. @throws Refusal `forbidden`, `invalid`, `conflict` */
export async function nameDesk(desk: Desk, member: Member, revision: number, input: unknown) {
  demand(member, 'admin')
  const present = known(await desk.store.desks.find())
  const change = describeDesk(present, input, actOf(desk, member))
  if (isEmpty(change)) return
  demandRevision(present, revision)
  await desk.store.save([change])
}
