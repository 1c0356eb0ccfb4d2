import { roles, terminal } from '../../domain/member.ts'
import type { Desk } from '../open.ts'
import { deactivate, reactivate } from '../people.ts'
import { createAccount, findAccount, linkFor, listAccounts, resetPassword } from './accounts.ts'

/** The roles that an account can have. */
export const roleNames: readonly string[] = roles

/** @throws Refusal as `createAccount` does */
export const createFromTerminal = (
  desk: Desk,
  input: Record<string, unknown>,
  password: string | null,
) => createAccount(desk, terminal, input, password)

export const listFromTerminal = (desk: Desk) => listAccounts(desk, terminal)

/** A link by which somebody sets a new password. @throws Refusal as `findAccount` and `linkFor` do */
export async function linkFromTerminal(desk: Desk, who: string) {
  const person = await findAccount(desk, terminal, who)
  return { id: person.id, link: await linkFor(desk, terminal, person) }
}

/**
 * Sets somebody's password.
 * @param given asks for it, once it is known that there is such a person
 * @returns their id
 * @throws Refusal as `findAccount` and `resetPassword` do
 */
export async function resetFromTerminal(desk: Desk, who: string, given: () => Promise<string>) {
  const person = await findAccount(desk, terminal, who)
  await resetPassword(desk, terminal, person, await given())
  return person.id
}

/**
 * Closes an account, or opens it again; where that is done already, it is as it was asked for.
 * @throws Refusal as `findAccount`, `deactivate` and `reactivate` do
 */
export async function turnFromTerminal(desk: Desk, who: string, to: 'closed' | 'open') {
  const person = await findAccount(desk, terminal, who)
  const changed = (person.deactivatedAt === null) === (to === 'closed')
  const turn = to === 'closed' ? deactivate : reactivate
  if (changed) await turn(desk, terminal, person)
  return { id: person.id, changed }
}
