import { terminal } from '../../domain/member.ts'
import { parse } from '../../domain/parse.ts'
import { accountInput } from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import { reaches, tokenDays } from '../../domain/token.ts'
import type { Desk } from '../open.ts'
import { createToken, endToken } from './tokens.ts'

/** What a token can be made for. */
export const choices = { scope: reaches, days: tokenDays }

const asked = accountInput.pick({ email: true })

/** The id of whoever has an address. @throws Refusal `invalid`; `not_found` where nobody has it */
async function personBy({ store }: Desk, email: string): Promise<string> {
  const found = await store.people.identityByEmail(parse(asked, { email }).email)
  if (!found) throw new Refusal('not_found')
  return found.person
}

/**
 * Makes a token for somebody's program.
 * @throws Refusal `not_found` for an address that nobody has; `invalid`, as `createToken` does
 */
export async function makeTokenFor(desk: Desk, email: string, input: unknown) {
  const person = await personBy(desk, email)
  const id = desk.newId()
  const token = await createToken(desk, terminal, person, id, input)
  return { id, token: token ?? '' }
}

/** The tokens that are in use, of one person or of everybody. @throws Refusal `not_found` */
export async function tokensOf(desk: Desk, email: string | null) {
  const one = email === null ? null : await personBy(desk, email)
  const people = await desk.store.people.list()
  const asked = people.filter(({ person }) => one === null || person.id === one)
  const now = desk.now()
  const found = asked.map(async ({ person, email }) =>
    (await desk.store.tokens.of(person.id, now)).map((token) => ({ ...token, email })),
  )
  return (await Promise.all(found)).flat()
}

/** @throws Refusal `not_found` */
export const endTokenFromTerminal = (desk: Desk, id: string) => endToken(desk, terminal, { id })
