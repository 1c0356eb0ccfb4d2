import { demand, type Member } from '../domain/member.ts'
import { parse } from '../domain/parse.ts'
import { passwordInput, signInInput } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { digest, hashPassword, isPassword, newToken } from './secrets.ts'

export const SESSION_DAYS = 14
const WINDOW_MINUTES = 15
/** How exactly a session says when it was last used; not every page is worth a write. */
const SEEN_MINUTES = 10

/** How many failures within a quarter of an hour close a door, for that long. */
const LIMITS = { pair: 5, email: 25, address: 50 }

/** Compared with when nobody has the address, so that the answer takes as long. */
const nobody = hashPassword(newToken())

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/**
 * Begins a session.
 * @param agent the browser, as it names itself
 * @returns the session's token, for the cookie; only its SHA-256 is stored
 */
export async function startSession(desk: Desk, person: string, agent: string | null) {
  const token = newToken()
  const startedAt = desk.now()
  await desk.store.people.startSession({
    id: desk.newId(),
    tokenHash: digest(token),
    person,
    agent: agent?.slice(0, 300) ?? null,
    startedAt,
    seenAt: startedAt,
    expiresAt: later(startedAt, SESSION_DAYS * 24 * 60),
  })
  return token
}

/**
 * Counts an attempt before it is made, so that many at once do not slip through.
 * @throws Refusal `throttled`, with the minutes to wait
 */
async function knock({ store, now }: Desk, doors: [key: string, limit: number][]): Promise<void> {
  const at = now()
  const forget = later(at, -WINDOW_MINUTES)
  for (const [key, limit] of doors) {
    if (await store.people.attempt(key, limit, at, forget)) continue
    const last = (await store.people.attempts(key))?.lastAt ?? at
    const wait = Date.parse(later(last, WINDOW_MINUTES)) - Date.parse(at)
    throw new Refusal('throttled', { values: { minutes: Math.ceil(wait / 60_000) } })
  }
}

/**
 * Signs somebody in.
 * @param from the client's address
 * @returns the session's token
 * @throws Refusal `invalid`, `throttled`, `bad_credentials`
 */
export async function signIn(desk: Desk, input: unknown, from: string, agent: string | null) {
  const { email, password } = parse(signInInput, input)
  const pair = `pair ${digest(`${email} ${from}`)}`
  const doors: [string, number][] = [
    [pair, LIMITS.pair],
    [`email ${digest(email)}`, LIMITS.email],
    [`address ${digest(from)}`, LIMITS.address],
  ]
  await knock(desk, doors)
  const identity = await desk.store.people.identityByEmail(email)
  const right = await isPassword(password, identity?.passwordHash ?? (await nobody))
  const person = identity && (await desk.store.people.find(identity.person))
  if (!right || !person || person.deactivatedAt) throw new Refusal('bad_credentials')
  // An address is not forgiven by one of its accounts: it could try others' in between.
  await desk.store.people.forgive(pair)
  await desk.store.people.forgive(`email ${digest(email)}`)
  await desk.store.people.uncount(`address ${digest(from)}`)
  return startSession(desk, person.id, agent)
}

/**
 * A link that signs somebody in without a password, as often as it is opened, until the process ends.
 * @returns its token
 */
export function signInLink(desk: Desk, person: string): string {
  const token = newToken()
  desk.signInLinks.set(token, person)
  return token
}

/** @returns the session's token. @throws Refusal `bad_link` */
export async function signInByLink(desk: Desk, token: string, agent: string | null) {
  const person = await desk.store.people.find(desk.signInLinks.get(token) ?? '')
  if (!person || person.deactivatedAt) throw new Refusal('bad_link')
  return startSession(desk, person.id, agent)
}

/** Who holds this token, or null. */
export async function whoIs({ store, now }: Desk, token: string) {
  const at = now()
  const found = await store.people.bySession(digest(token), at)
  if (!found) return null
  if (found.seenAt < later(at, -SEEN_MINUTES)) await store.people.seen(found.session, at)
  const { id, role, admin } = found.person
  return { session: found.session, viewer: { id, name: found.name, role, admin } }
}

export const listSessions = ({ store, now }: Desk, member: Member) =>
  store.people.sessions(member.id, now())

/** Ends one of one's own sessions. */
export const endSession = ({ store }: Desk, member: Member, id: string) =>
  store.people.endSessions(member.id, { id })

/**
 * Changes one's own password, and ends every other session.
 * @throws Refusal `throttled`; `invalid`, also where the present password is another
 */
export async function changePassword(desk: Desk, member: Member, session: string, input: unknown) {
  demand(member, 'viewer')
  const { current, password } = parse(passwordInput, input)
  const door = `password ${member.id}`
  await knock(desk, [[door, LIMITS.pair]])
  const identity = known(await desk.store.people.identity(member.id))
  if (!(await isPassword(current, identity.passwordHash))) {
    throw new Refusal('invalid', { fields: { current: { code: 'wrong_password' } } })
  }
  await desk.store.people.forgive(door)
  await desk.store.people.setPassword(member.id, await hashPassword(password))
  await desk.store.people.endSessions(member.id, { except: session })
}
