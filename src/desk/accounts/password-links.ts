import { demandUsable, readPassword } from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { digest, hashPassword } from '../secrets.ts'
import { enter } from './accounts.ts'

/** Whom a link lets set a password, and until when. @throws Refusal `bad_link` */
export async function openPasswordLink({ store, now }: Desk, token: string) {
  const found = await store.passwordLinks.byToken(digest(token))
  const person = found && (await store.people.find(found.person))
  const { expiresAt, person: id } = demandUsable(found, person, now())
  const { email } = known(await store.people.identity(id))
  return { id, email, expiresAt }
}

/**
 * Sets the password that somebody chose; the link is used up, and every session of theirs ends.
 * @returns the person's id
 * @throws Refusal `bad_link`, `invalid`
 */
export async function setPasswordByLink(desk: Desk, token: string, input: unknown) {
  const { id } = await openPasswordLink(desk, token)
  const hash = await hashPassword(readPassword(input))
  if (!(await desk.store.passwordLinks.use(digest(token)))) throw new Refusal('bad_link')
  await enter(desk, id, hash)
  return id
}
