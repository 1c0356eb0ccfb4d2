import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand, type Role, roles } from './member.ts'
import { mailAddress, needed, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

/** A person as the ledger knows them: an id, a role, and no name. */
export type Person = {
  id: string
  revision: number
  role: Role
  /** 1 where they may manage people and settings. */
  admin: number
  deactivatedAt: string | null
  /** Since when their name and address are erased. */
  erasedAt: string | null
  joinedAt: string
}

/** What names a person. It stands in one table apart, and can be erased from it. */
export type Identity = { person: string; name: string; email: string; passwordHash: string }

/** Long enough to be a sentence, and for the hash not to become the work. */
const password = z.string().min(10).max(200)

export const accountInput = z.object({ name: needed(120), email: mailAddress, password })
export const signInInput = z.object({
  email: needed(200).transform((text) => text.toLowerCase()),
  password: z.string().min(1).max(200),
})
export const passwordInput = z.object({ current: z.string().min(1).max(200), password })
export const rankInput = z.object({
  role: z.enum(roles),
  admin: z.literal('yes').optional(),
})

/** An invitation to the desk, by a link that works once. */
export type Invitation = {
  id: string
  revision: number
  role: Role
  admin: number
  /** SHA-256 of the token in the link; the token itself is shown once and kept nowhere. */
  tokenHash: string
  status: 'open' | 'accepted' | 'revoked'
  expiresAt: string
  person: string | null
}

export const INVITATION_DAYS = 7

/** Somebody who joins now. */
export const newPerson = (id: string, role: Role, admin: number, at: string): Person => ({
  id,
  revision: 0,
  role,
  admin,
  deactivatedAt: null,
  erasedAt: null,
  joinedAt: at,
})

/** The first person: editor and admin, by their own act. */
export function welcomePerson(id: string, at: string): { change: Change; act: Act } {
  const act: Act = { member: { id, role: 'editor', admin: 1 }, at }
  return { change: record('person', 'welcome', act, null, newPerson(id, 'editor', 1, at)), act }
}

const createInput = z.object({
  name: needed(120),
  email: mailAddress,
  role: z.enum(roles).default('checker'),
  admin: z.boolean().default(false),
})

/** What makes an account for somebody else. @throws Refusal `invalid` */
export const readAccount = (input: unknown) => parse(createInput, input)

/** A password that somebody chooses. @throws Refusal `invalid` */
export const readPassword = (input: unknown) => parse(z.object({ password }), input).password

/** Makes an account for somebody, who did not ask for it. @throws Refusal `forbidden` */
export function createPerson(newId: string, role: Role, admin: boolean, act: Act): Change {
  demand(act.member, 'admin')
  return record('person', 'create', act, null, newPerson(newId, role, admin ? 1 : 0, act.at))
}

/** A link by which somebody sets a new password, once. Its token is kept nowhere. */
export type PasswordLink = { person: string; tokenHash: string; expiresAt: string }

export const PASSWORD_LINK_HOURS = 48

/**
 * Lets somebody set a new password, by a link or at once.
 * @throws Refusal `forbidden`; `not_found` where the account is closed
 */
export function letIn(person: Person, act: Act): Change {
  demand(act.member, 'admin')
  if (person.deactivatedAt) throw new Refusal('not_found')
  return record('person', 'let_in', act, person, person)
}

export const linkUntil = (at: string): string =>
  new Date(Date.parse(at) + PASSWORD_LINK_HOURS * 3_600_000).toISOString()

/** @throws Refusal `bad_link` where it is used or expired, or the account is closed */
export function demandUsable<L extends PasswordLink>(
  link: L | null,
  person: Person | null,
  at: string,
): L {
  const isOpen = link !== null && link.expiresAt > at && person !== null && !person.deactivatedAt
  if (!isOpen) throw new Refusal('bad_link')
  return link
}

/** @throws Refusal `forbidden` for whoever is no admin; `invalid` */
export function invite(newId: string, tokenHash: string, input: unknown, act: Act): Change {
  demand(act.member, 'admin')
  const { role, admin } = parse(rankInput, input)
  const expires = new Date(Date.parse(act.at) + INVITATION_DAYS * 86_400_000)
  const after: Invitation = {
    id: newId,
    revision: 0,
    role,
    admin: admin ? 1 : 0,
    tokenHash,
    status: 'open',
    expiresAt: expires.toISOString(),
    person: null,
  }
  return record('invitation', 'invite', act, null, after)
}

/** @throws Refusal `bad_link` where it is used, revoked or expired */
export function demandOpen(invitation: Invitation | null, at: string): Invitation {
  if (invitation?.status !== 'open' || invitation.expiresAt <= at) throw new Refusal('bad_link')
  return invitation
}

/** @throws Refusal `forbidden`; `bad_link` where it is not open any more */
export function revokeInvitation(invitation: Invitation, act: Act): Change {
  demand(act.member, 'admin')
  if (invitation.status !== 'open') throw new Refusal('bad_link')
  return record('invitation', 'revoke', act, invitation, { ...invitation, status: 'revoked' })
}

/** @throws Refusal `bad_link` */
export function acceptInvitation(invitation: Invitation, personId: string, at: string): Change[] {
  const { role, admin } = demandOpen(invitation, at)
  const act: Act = { member: { id: personId, role, admin }, at }
  const accepted: Invitation = { ...invitation, status: 'accepted', person: personId }
  return [
    record('person', 'join', act, null, newPerson(personId, role, admin, at)),
    record('invitation', 'accept', act, invitation, accepted),
  ]
}

/**
 * Gives a person another role, or the admin's permission.
 * @param otherAdmin another active admin, where there is one
 * @throws Refusal `forbidden`, `invalid`; `last_admin`; `not_found` where their name is erased
 */
export function rankPerson(
  person: Person,
  otherAdmin: Person | null,
  input: unknown,
  act: Act,
): Change {
  demand(act.member, 'admin')
  demandNamed(person)
  const { role, admin } = parse(rankInput, input)
  if (!admin && person.admin && !otherAdmin) throw new Refusal('last_admin')
  return record('person', 'rank', act, person, { ...person, role, admin: admin ? 1 : 0 })
}

/** @throws Refusal `forbidden`; `last_admin` */
export function deactivatePerson(person: Person, otherAdmin: Person | null, act: Act): Change {
  demand(act.member, 'admin')
  if (person.admin && !otherAdmin) throw new Refusal('last_admin')
  return record('person', 'deactivate', act, person, { ...person, deactivatedAt: act.at })
}

/** Somebody whose name is erased is nobody's account any more. @throws Refusal `not_found` */
function demandNamed(person: Person): void {
  if (person.erasedAt) throw new Refusal('not_found')
}

/**
 * Closes a person's account for good; the caller erases their name and address with it. What they did
 * stays in the record, under an id that names nobody.
 * @throws Refusal `forbidden`; `oneself`: the admin who does it is another one, and stays
 */
export function erasePerson(person: Person, act: Act): Change {
  demand(act.member, 'admin')
  demandNamed(person)
  if (person.id === act.member.id) throw new Refusal('oneself')
  const deactivatedAt = person.deactivatedAt ?? act.at
  return record('person', 'erase', act, person, { ...person, deactivatedAt, erasedAt: act.at })
}

/** @throws Refusal `forbidden`; `not_found` where their name is erased */
export function reactivatePerson(person: Person, act: Act): Change {
  demand(act.member, 'admin')
  demandNamed(person)
  return record('person', 'reactivate', act, person, { ...person, deactivatedAt: null })
}
