import { foundDesk } from '../../domain/desk.ts'
import { type Act, demand, type Member } from '../../domain/member.ts'
import { id as idSchema, needed, parse } from '../../domain/parse.ts'
import {
  createPerson,
  letIn,
  linkUntil,
  type Person,
  readAccount,
  readPassword,
} from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import { actOf, known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { digest, hashPassword, newToken } from '../secrets.ts'

/** How somebody comes in: by a link that works once, or by a password that was given. */
type Entrance = { token: string; expiresAt: string } | null

function entrance(act: Act): { way: NonNullable<Entrance>; tokenHash: string } {
  const token = newToken()
  return { way: { token, expiresAt: linkUntil(act.at) }, tokenHash: digest(token) }
}

/**
 * Somebody by their id, or by their address.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function findAccount(desk: Desk, member: Member, who: string): Promise<Person> {
  demand(member, 'admin')
  const { people } = desk.store
  const isId = idSchema.safeParse(who).success
  const email = who.trim().toLowerCase()
  const id = isId ? who : (await people.identityByEmail(email))?.person
  const person = known(id ? await people.find(id) : null)
  return known(person.erasedAt ? null : person)
}

/** What the first account founds: the desk with its name. */
const foundingInput = needed(120)

/**
 * Makes an account: of an empty desk the first one, an editor and admin, which founds it.
 * @param input `name`, `email`, `role`, `admin`; of the first, `desk`: what the desk is called
 * @param password null: whoever it is for chooses it by a link
 * @returns the person's id, and that link
 * @throws Refusal `forbidden`; `invalid`, also for an address that somebody has
 */
export async function createAccount(
  desk: Desk,
  member: Member,
  input: Record<string, unknown>,
  password: string | null,
): Promise<{ id: string; email: string; first: boolean; link: Entrance }> {
  demand(member, 'admin')
  const { people } = desk.store
  const { name, email, role, admin } = readAccount(input)
  const chosen = password === null ? null : readPassword({ password })
  if (await people.identityByEmail(email)) {
    throw new Refusal('invalid', { fields: { email: { code: 'taken' } } })
  }
  const first = !(await people.any())
  const act = actOf(desk, member)
  const id = desk.newId()
  const founded = first ? foundDesk(deskNameIn(input), act) : []
  const change = createPerson(id, first ? 'editor' : role, first || admin, act)
  const { way, tokenHash } = entrance(act)
  const passwordHash = await hashPassword(chosen ?? newToken())
  const link = { person: id, tokenHash, expiresAt: way.expiresAt }
  await desk.store.save([change, ...founded], {
    identity: { person: id, name, email, passwordHash },
    ...(chosen === null && { passwordLink: link }),
  })
  return { id, email, first, link: chosen === null ? way : null }
}

function deskNameIn({ desk }: Record<string, unknown>): string {
  try {
    return parse(foundingInput, desk)
  } catch (error) {
    const wrong = error instanceof Refusal ? error.fields.form : undefined
    throw wrong ? new Refusal('invalid', { fields: { desk: wrong } }) : error
  }
}

/** A link by which somebody sets a new password. @throws Refusal `forbidden`; `not_found`, `conflict` */
export async function linkFor(desk: Desk, member: Member, person: Person) {
  const act = actOf(desk, member)
  const { way, tokenHash } = entrance(act)
  const passwordLink = { person: person.id, tokenHash, expiresAt: way.expiresAt }
  await desk.store.save([letIn(person, act)], { passwordLink })
  return way
}

/**
 * Sets somebody's password, and ends their sessions.
 * @throws Refusal `forbidden`; `invalid`; `not_found`, `conflict`
 */
export async function resetPassword(desk: Desk, member: Member, person: Person, password: string) {
  const change = letIn(person, actOf(desk, member))
  const hash = await hashPassword(readPassword({ password }))
  await desk.store.save([change])
  await enter(desk, person.id, hash)
}

/** With another password nobody is in by the one before. */
export async function enter({ store }: Desk, person: string, hash: string): Promise<void> {
  await store.passwordLinks.end(person)
  await store.people.setPassword(person, hash)
  await store.people.endSessions(person, { except: null })
}

/** Everybody whose name is not erased. @throws Refusal `forbidden` */
export async function listAccounts({ store }: Desk, member: Member) {
  demand(member, 'admin')
  const people = await store.people.list()
  return people.map(({ person, name, email }) => {
    const { id, role, admin, joinedAt, deactivatedAt } = person
    return { id, name, email, role, admin: admin === 1, joinedAt, deactivatedAt }
  })
}
